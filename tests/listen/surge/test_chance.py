"""How rare a level would be by plain chance."""

from collections import deque
from datetime import UTC, datetime, timedelta
from math import exp, factorial, inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.listen.surge.chance import once_in
from firsthand.listen.surge.detector import DAYS, SurgeDetector

DAY, HOUR, STEP = timedelta(days=1), timedelta(hours=1), timedelta(minutes=5)
START = datetime(2026, 3, 2, tzinfo=UTC)


@given(st.integers(2, 25), st.floats(0.05, 10))
def test_of_one_step_it_is_what_the_slow_sum_says(total: int, usual: float) -> None:
    below = sum(exp(-usual) * usual**count / factorial(count) for count in range(total))
    if total > usual and 1 - below > 1e-6:
        says = once_in(total, usual, STEP, known=1e7, every=STEP)
        assert says >= STEP / DAY / (1 - below) * (1 - 1e-3)


@pytest.mark.parametrize(("total", "usual"), [(5, 1.0), (8, 2.5), (12, 5.0)])
def test_a_span_that_slides_meets_chance_as_often_as_it_says(total: int, usual: float) -> None:
    random, hours, found = Random(total), 40_000, 0
    recent: deque[float] = deque()
    at, high = 0.0, False
    while at < hours:
        at += random.expovariate(usual)
        recent.append(at)
        while recent[0] <= at - 1:
            recent.popleft()
        if len(recent) >= total and not high:
            found += 1
        # What goes on for a while is one event; the spans that overlap it are not new.
        high = len(recent) >= total or (high and len(recent) > usual)
    says = once_in(total, usual, HOUR, known=1e7, every=STEP)
    assert found / 1.5 <= hours / (says * 24) <= found * 1.5


def test_a_usual_known_from_few_posts_makes_it_likelier() -> None:
    sure = once_in(5, 1.6, DAY / 2, known=1e9, every=STEP)
    assert once_in(5, 1.6, DAY / 2, known=9, every=STEP) < sure


def test_five_where_three_are_usual_is_no_rare_day() -> None:
    assert 1 < once_in(5, 3.2, DAY, known=100, every=STEP) < 7


def test_what_is_not_above_the_usual_is_nothing() -> None:
    assert once_in(3, 3.2, DAY, known=10, every=STEP) == 0


def test_what_chance_cannot_do_is_left_to_the_past() -> None:
    assert once_in(400, 3.2, DAY, known=100, every=STEP) == inf


def test_sparse_counts_of_plain_chance_raise_next_to_nothing() -> None:
    random, raised = Random(5), 0
    for _ in range(4):
        detector = SurgeDetector(STEP)
        for number in range(60 * 288):
            verdict = detector.judge(START + STEP * number, float(random.random() < 0.011))
            raised += verdict.surge
    assert raised <= 4 * 60 / (12 * DAYS) + 1
