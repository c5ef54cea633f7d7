"""Real events among ordinary posts: each is told, soon, as one subject or hardly more."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import mean, median

import pytest
from tests.listen.trends.news import judge, stream

ENOUGH = 20
"""Posts that make an event."""


@pytest.mark.slow
def test_real_events_are_told_soon_and_as_few_subjects(shared: Callable[[str], Path]) -> None:
    for folder in ("rumours", "stories", "tone", "voice"):
        shared(f"data/{folder}")
    found = judge(stream(shared("data")))
    large = [each for each in found.events if each.posts >= ENOUGH]
    delays = [each.delay for each in large if each.delay is not None]
    assert len(large) == 10
    assert len(delays) >= 9
    assert median(delays) <= timedelta(minutes=45)
    assert mean(each.subjects for each in large) <= 4
    assert found.false <= 0.2
