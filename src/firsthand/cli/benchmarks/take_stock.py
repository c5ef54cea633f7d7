"""Taking stock with a hundred thousand posts: reading what they say, and the pages meanwhile and after.

The least possible work is decoding the same stored posts and nothing else.
"""

import json
import os
import subprocess
import sys
import tempfile
from statistics import quantiles
from time import perf_counter, process_time
from typing import Any

from firsthand.cli.benchmarks import Row, at_most
from firsthand.cli.benchmarks.pages import fill

POSTS = 100_000
ROUNDS = 40
LIMIT = 150  # milliseconds
DEAR = 150  # microseconds a post
PAGES = {
    "take stock": "/{slug}/take-stock",
    "a question": "/{slug}/take-stock/question/listening",
    "the verdict": "/{slug}/take-stock/verdict/{number}",
    "the strategy": "/{slug}/strategy",
    "its topics": "/{slug}/strategy/ask/topics",
    "the two plans": "/{slug}/strategy/harmony",
}


def run() -> list[Row]:
    """Give the cost of reading a post, and the 95th percentile of each page."""
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as home:
        env = {**os.environ, "FIRSTHAND_HOME": home}
        env.pop("DATABASE_URL", None)
        script = "from firsthand.cli.benchmarks.take_stock import measure; measure()"
        told = subprocess.run(
            [sys.executable, "-c", script], env=env, check=True, stdout=subprocess.PIPE
        )
    taken: dict[str, float] = json.loads(told.stdout)
    least, read = taken.pop("least"), taken.pop("read")
    return [
        at_most("reading what a post says, processor time", read / POSTS * 1e6, "µs", DEAR),
        Row("reading / decoding the same posts", read / least, "×"),
        *[at_most(f"{name}, p95", value, "ms", LIMIT) for name, value in taken.items()],
    ]


def measure() -> None:
    """Fill a desk, read it, and print the times as JSON."""
    from firsthand.config.desk import open_desk

    open_desk()
    from django.test import Client

    from firsthand.people.founding import found, person_here
    from firsthand.plan import archive_reading, readiness
    from firsthand.records.clock import SystemClock
    from firsthand.standing.evidence import gather
    from firsthand.standing.readiness.questions import questionnaire

    person = person_here()
    leader = found("Claire Martin", "Ateliers Martin", by=person)
    fill(leader, POSTS)
    for question in questionnaire():
        readiness.answer(leader, question.id, question.answers[0].id)
    kept = readiness.take_stock(leader, SystemClock(), person)
    addresses = {
        name: address.format(slug=leader.slug, number=kept.pk) for name, address in PAGES.items()
    }
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    report = {f"{name}, before": taken for name, taken in _pages(client, addresses).items()}
    stored = leader.posts.order_by("pk")
    begun = process_time()
    for each in stored.iterator(archive_reading.CHUNK):
        _ = each.post
    report["least"] = process_time() - begun
    now = SystemClock().now()
    begun = process_time()
    gather((each.post for each in stored.iterator(archive_reading.CHUNK)), now)
    report["read"] = process_time() - begun
    archive_reading.step()
    kept = readiness.take_stock(leader, SystemClock(), person)
    addresses["the verdict"] = PAGES["the verdict"].format(slug=leader.slug, number=kept.pk)
    sys.stdout.write(json.dumps(report | _pages(client, addresses)))


def _pages(client: Any, addresses: dict[str, str]) -> dict[str, float]:
    """Give the 95th percentile of each page in milliseconds, after it was asked for once."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for round_ in range(ROUNDS + 1):
        for name, address in addresses.items():
            begun = perf_counter()
            status = client.get(address).status_code
            taken = perf_counter() - begun
            if status != 200:
                raise AssertionError(f"{address}: {status}")
            if round_:
                times[name].append(taken * 1000)
    return {name: quantiles(taken, n=20)[-1] for name, taken in times.items()}
