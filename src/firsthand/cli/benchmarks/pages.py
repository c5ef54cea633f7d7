"""How long the pages take to make with a million posts in the library, on this machine.

The desk is a fresh one in a folder of its own, in a process of its own (Django is
set up once a process). What is measured is the whole answer, from the request to
the last byte of the page, after each page was asked for once.
"""

import json
import os
import subprocess
import sys
import tempfile
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

from firsthand.cli.benchmarks import Row, at_most
from firsthand.cli.benchmarks.imports import made_up

POSTS = 1_000_000
BATCH = 20_000
ROUNDS = 40
LIMIT = 150  # milliseconds
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
        told = subprocess.run(
            [sys.executable, "-c", script], env=env, check=True, stdout=subprocess.PIPE
        )
    taken: dict[str, float] = json.loads(told.stdout)
    return [at_most(f"{name}, p95", value, "ms", LIMIT) for name, value in taken.items()]


def measure() -> None:
    """Fill a desk and print each page's 95th percentile as JSON."""
    from firsthand.config.desk import open_desk

    open_desk()
    from django.test import Client

    from firsthand.people.founding import found, person_here

    person = person_here()
    leader = found("Claire Martin", "Ateliers Martin", by=person)
    random = Random(1)  # noqa: S311 (made-up posts need no secrecy)
    fill(leader, POSTS)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    for address in PAGES.values():  # templates are read once, when a page is first asked for
        _seconds(client, address.format(slug=SLUG, **_parts(leader, random)))
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    for _ in range(ROUNDS):
        parts = _parts(leader, random)
        for name, address in PAGES.items():
            times[name].append(_seconds(client, address.format(slug=SLUG, **parts)))
    report = {name: quantiles(taken, n=20)[-1] * 1000 for name, taken in times.items()}
    sys.stdout.write(json.dumps(report))


def fill(leader: Any, posts: int) -> None:
    """Put made-up posts on a leader's shelf."""
    from firsthand.library.shelf import shelve

    made = made_up(posts)
    while batch := [post for _, post in zip(range(BATCH), made, strict=False)]:
        shelve(leader, batch)


def _parts(leader: Any, random: Random) -> dict[str, str]:
    """Choose the words and places of one round."""
    first, last = leader.posts.order_by("pk")[0], leader.posts.order_by("-pk")[0]
    near = leader.posts.filter(pk__gte=random.randint(first.pk, last.pk)).order_by("pk")[0]
    words = near.post.text.split()
    by_length = sorted(words, key=len)
    return {
        "common": by_length[0],
        "rare": by_length[-1],
        "row": "+".join(words[2:5]),
        "start": by_length[-1][:4],
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
