"""How rare a level would be by plain chance."""

from datetime import UTC, datetime, timedelta
from math import exp, factorial, inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.listen.surge.chance import once_in
from firsthand.listen.surge.detector import SurgeDetector

DAY, STEP = timedelta(days=1), timedelta(minutes=5)
START = datetime(2026, 3, 2, tzinfo=UTC)


@given(st.integers(1, 25), st.floats(0.05, 10))
def test_it_is_what_the_slow_sum_says(total: int, usual: float) -> None:
    below = sum(exp(-usual) * usual**count / factorial(count) for count in range(total))
    if total > usual and 1 - below > 1e-6:
        assert once_in(total, usual, DAY) == pytest.approx(1 / (1 - below), rel=1e-4)


def test_five_where_three_are_usual_is_no_rare_day() -> None:
    assert 4 < once_in(5, 3.2, DAY) < 6


def test_what_is_not_above_the_usual_is_nothing() -> None:
    assert once_in(3, 3.2, DAY) == 0


def test_what_chance_cannot_do_is_left_to_the_past() -> None:
    assert once_in(400, 3.2, DAY) == inf


def test_sparse_counts_are_said_no_rarer_than_chance_makes_them() -> None:
    random, days = Random(5), []
    detector = SurgeDetector(STEP)
    for number in range(60 * 288):
        verdict = detector.judge(START + STEP * number, float(random.random() < 0.011))
        if verdict.days >= detector.threshold:
            days.append((verdict.days, once_in(verdict.total, verdict.usual, verdict.over)))
    assert days
    assert all(said <= chance for said, chance in days)
