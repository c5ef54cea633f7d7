"""How long the pages take to make with a million posts in the library, on this machine.

The desk is a fresh one in a folder of its own, in a process of its own (Django is
set up once a process). The posts are made of the demo's words, so that common and
rare words are as common and as rare as in a leader's own. What is measured is the
whole answer, from the request to the last byte of the page.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

from firsthand.cli.benchmarks import Row, at_most

POSTS = 1_000_000
BATCH = 20_000
ROUNDS = 40
LIMIT = 150  # milliseconds
NETWORKS = ("x", "x", "x", "linkedin", "bluesky", "mastodon")
SLUG = "claire-martin"
PAGES = {
    "first page": "/{slug}/",
    "library": "/{slug}/library",
    "one word, common": "/{slug}/library?q={common}",
    "two words": "/{slug}/library?q={common}+{rare}",
    "one word, rare": "/{slug}/library?q={rare}",
    "words in a row": "/{slug}/library?q=%22{row}%22",
    "beginning of a word": "/{slug}/library?q={start}*",
    "one network": "/{slug}/library?network=linkedin",
    "one month": "/{slug}/library?from={month}-01&to={month}-28",
    "further down": "/{slug}/library?after={after}",
    "a post": "/{slug}/library/post/{key}",
    "years": "/{slug}/library/years",
    "bring in": "/{slug}/import",
    "settings": "/{slug}/settings",
}


def run() -> list[Row]:
    """Give the 95th percentile of each page, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as home:
        env = {**os.environ, "FIRSTHAND_HOME": home}
        env.pop("DATABASE_URL", None)
        script = "from firsthand.cli.benchmarks.pages import measure; measure()"
        told = subprocess.run([sys.executable, "-c", script], env=env, check=True, stdout=-1)
    taken: dict[str, float] = json.loads(told.stdout)
    return [at_most(f"{name}, p95", value, "ms", LIMIT) for name, value in taken.items()]


def measure() -> None:
    """Fill a desk and print each page's 95th percentile as JSON."""
    from firsthand.config.desk import open_desk

    open_desk()
    from django.test import Client

    from firsthand.people.founding import first_person, found

    person = first_person()
    leader = found("Claire Martin", "Ateliers Martin", by=person)
    random = Random(1)  # noqa: S311 (made-up posts need no secrecy)
    fill(leader, POSTS, random)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for _ in range(ROUNDS):
        parts = _parts(leader, random)
        for name, address in PAGES.items():
            times[name].append(_seconds(client, address.format(slug=SLUG, **parts)))
    report = {name: quantiles(taken, n=20)[-1] * 1000 for name, taken in times.items()}
    sys.stdout.write(json.dumps(report))


def fill(leader: Any, posts: int, random: Random) -> None:
    """Put made-up posts on a leader's shelf, twelve years of them."""
    from firsthand.library.shelf import shelve

    made = _posts(posts, random)
    while batch := [post for post, _ in zip(made, range(BATCH), strict=False)]:
        shelve(leader, batch)


def _posts(count: int, random: Random) -> Iterator[Any]:
    from firsthand.networks.simulator.demo import build
    from firsthand.records.post import Post

    words = [
        word
        for post in build(1, datetime(2026, 5, 4, tzinfo=UTC)).posts
        for word in post.text.split()
    ]
    start = datetime(2014, 1, 1, tzinfo=UTC)
    gap = timedelta(days=365 * 12) / count
    for number in range(count):
        at = random.randrange(len(words) - 40)
        text = " ".join(words[at : at + random.randint(12, 36)])
        reply = str(number - 1) if random.random() < 0.3 else None
        yield Post(
            text=text, id=str(number), at=start + gap * number, author="claire", lang="fr",
            network=random.choice(NETWORKS), reply_to=reply,
        )  # fmt: skip


def _parts(leader: Any, random: Random) -> dict[str, str]:
    """Choose the words and places of one round."""
    first, last = leader.posts.order_by("pk")[0], leader.posts.order_by("-pk")[0]
    near = leader.posts.filter(pk__gte=random.randint(first.pk, last.pk)).order_by("pk")[0]
    some = [word.strip(".,:;!?«»") for word in near.post.text.split() if word.isalpha()] or [
        "merci"
    ]
    row = near.post.text.split()[2:5]
    return {
        "common": random.choice(("de", "les", "atelier", "nous")),
        "rare": max(some, key=len),
        "row": "+".join(word for word in row if word.isalpha()) or "merci",
        "start": max(some, key=len)[:4].ljust(3, "e"),
        "month": f"{near.at:%Y-%m}",
        "after": str(near.pk),
        "key": near.key,
    }


def _seconds(client: Any, address: str) -> float:
    begun = perf_counter()
    answer = client.get(address)
    taken = perf_counter() - begun
    if answer.status_code != 200:
        raise AssertionError(f"{address}: {answer.status_code}")
    return taken
