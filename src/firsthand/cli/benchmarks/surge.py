"""Judging counts for surges, in a busy watch and in a silent one, and saving what it remembers.

The least possible work is reading the same counts from their lines of JSON.
Times are the processor's, so that a busy machine shows the same figures.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from time import process_time

import msgspec
import orjson

from firsthand.cli.benchmarks import Row, at_most
from firsthand.listen.surge.detector import SurgeDetector

DAYS = 30
STEP = timedelta(minutes=5)
START = datetime(2026, 3, 2, tzinfo=UTC)


def run() -> list[Row]:
    """Give the time of a judgement, alone and against reading, and the size of a saved state."""
    chance = Random(0)  # noqa: S311 - made-up counts need no secrecy
    moments = [START + STEP * number for number in range(DAYS * 288)]
    counts = [chance.gammavariate(2, 5) // 1 for _ in moments]
    lines = [
        orjson.dumps({"at": at, "count": count}) for at, count in zip(moments, counts, strict=True)
    ]
    detector, silent = SurgeDetector(STEP), SurgeDetector(STEP)
    # The first use may compile; that is not what a count costs.
    detector.judge(START - STEP, 0.0)
    silent.rest(START - STEP, 1)

    def judge() -> None:
        for at, count in zip(moments, counts, strict=True):
            detector.judge(at, count)

    judged = _taken(judge) / len(lines)
    rested = _taken(lambda: silent.rest(START, len(lines))) / len(lines)
    least = _taken(lambda: [orjson.loads(line) for line in lines]) / len(lines)
    saved = msgspec.msgpack.encode(detector.state())
    return [
        at_most("surges, one count", judged * 1e6, "µs", 10),
        Row("surges, one count / reading its line", judged / least, "×"),
        at_most("surges, one count of a silence", rested * 1e6, "µs", 3),
        Row("surges, saved state of a watch after a month", len(saved) / 1e3, "kB"),
    ]


def _taken(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
