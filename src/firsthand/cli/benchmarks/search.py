"""Searching a library of a million posts: words common and rare, phrases, filters, dates.

The least possible work is reading twenty rows by their key, by plain sqlite3, in
the same database.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from firsthand.cli.benchmarks import Row, at_most
from firsthand.cli.benchmarks.imports import made_up

POSTS = 1_000_000
BATCH = 20_000
ROUNDS = 25
LIMIT = 50  # milliseconds


def run() -> list[Row]:
    """Give the 95th percentile of a search, all kinds together and each alone."""
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as home:
        env = {**os.environ, "FIRSTHAND_HOME": home}
        env.pop("DATABASE_URL", None)
        script = "from firsthand.cli.benchmarks.search import measure; measure()"
        told = subprocess.run(
            [sys.executable, "-c", script], env=env, check=True, stdout=subprocess.PIPE
        )
    taken: dict[str, list[float]] = json.loads(told.stdout)
    least = median(taken.pop("least"))
    others = {name: taken.pop(name) for name in ("facets", "a year of days")}
    everything = [each for times in taken.values() for each in times]
    return [
        at_most("search, p95", _p95(everything), "ms", LIMIT),
        *[Row(f"{name}, p95", _p95(times), "ms") for name, times in taken.items()],
        *[Row(f"{name}, p95", _p95(times), "ms") for name, times in others.items()],
        Row("search / twenty rows by key, median", median(everything) / least, "×"),
    ]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def measure() -> None:
    """Fill a desk, search it, and print the times of each kind of search in milliseconds."""
    from firsthand.config.desk import open_desk

    open_desk()
    from firsthand.library import tallies
    from firsthand.library.search import facets, search
    from firsthand.library.shelf import shelve
    from firsthand.people.founding import found

    leader = found("Claire Martin", "Ateliers Martin")
    made = made_up(POSTS)
    while batch := [post for _, post in zip(range(BATCH), made, strict=False)]:
        shelve(leader, batch)
    random = Random(2)  # noqa: S311 (made-up searches need no secrecy)
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, asked in _questions(leader, random).items():
            times.setdefault(name, []).append(_took(search, leader, asked))
        words = _questions(leader, random)["two words"]
        times.setdefault("facets", []).append(_took(facets, leader, words))
        year = random.choice(tallies.years(leader))
        times.setdefault("a year of days", []).append(_took(tallies.days, leader, year))
        times.setdefault("least", []).append(_took(_least, _places(leader, random)))
    sys.stdout.write(json.dumps(times))


def _questions(leader: Any, random: Random) -> dict[str, Any]:
    """Give one search of each kind, with the words of a post taken at random."""
    from firsthand.library.query import Question, terms

    post = leader.posts.get(pk=_places(leader, random, 1)[0]).post
    words = sorted(set(post.text.split()), key=len)
    at = random.randrange(len(post.text.split()) - 3)
    row = post.text.split()[at : at + 3]
    day = post.at.date()
    common, rare = words[0], words[-1]
    one = Question(terms=terms(random.choice(words)))
    return {
        "no words": Question(),
        "any word": one,
        "short word": Question(terms=terms(common)),
        "long word": Question(terms=terms(rare)),
        "two words": Question(terms=terms(f"{common} {rare}")),
        "words in a row": Question(terms=terms(f'"{" ".join(row)}"')),
        "a word left out": Question(terms=terms(f"{rare} -{common}")),
        "beginning of a word": Question(terms=terms(f"{rare[:5]}*")),
        "one network": replace(one, network="linkedin"),
        "replies of a year": replace(one, kind="reply", start=day - timedelta(days=365), end=day),
        "oldest first": replace(one, oldest_first=True),
    }


def _places(leader: Any, random: Random, count: int = 20) -> list[int]:
    first, last = (leader.posts.order_by(order)[0].pk for order in ("pk", "-pk"))
    near = (random.randint(first, last) for _ in range(count))
    return [
        leader.posts.filter(pk__gte=place).order_by("pk").values_list("pk", flat=True)[0]
        for place in near
    ]


def _least(places: list[int]) -> None:
    path = Path(os.environ["FIRSTHAND_HOME"]) / "firsthand.sqlite3"
    connection = sqlite3.connect(path)
    for place in places:
        connection.execute("SELECT * FROM library_storedpost WHERE id = ?", [place]).fetchone()
    connection.close()


def _took(work: Callable[..., object], *given: object) -> float:
    start = perf_counter()
    work(*given)
    return (perf_counter() - start) * 1000
