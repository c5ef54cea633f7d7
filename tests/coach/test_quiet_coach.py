"""A coach that cries wolf gets muted: how often it speaks on posts of real persons."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from firsthand.coach.context import Context, Target
from firsthand.coach.reviewing import review
from firsthand.records.clock import FixedClock

CONTEXT = Context(
    clock=FixedClock(datetime(2026, 5, 4, 12, tzinfo=UTC)), targets=(Target("x", 280),)
)
EVERY = 5


@pytest.mark.parametrize("name", ["BarackObama", "realDonaldTrump"])
def test_few_findings_and_hardly_a_stop(shared: Callable[[str], Path], name: str) -> None:
    with shared(f"data/voice/{name}.csv").open(encoding="mac_roman", newline="") as file:
        texts = [line["text"] for line in csv.DictReader(file)][::EVERY]
    reviews = [review(text, CONTEXT) for text in texts]
    assert median(len(found.findings) for found in reviews) <= 2
    assert sum(bool(found.stops) for found in reviews) <= len(texts) / 200
