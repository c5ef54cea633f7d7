"""How rare a height is, from the peaks before it."""

from itertools import pairwise
from random import Random

import pytest

from firsthand.listen.surge.tail import Tail


def learnt(days: int, random: Random) -> Tail:
    """A tail that has seen four peaks a day, exponential with mean 1."""
    tail = Tail(gap_days=0.1)
    for number in range(days * 4):
        tail.learn(number / 4, random.expovariate(1))
    tail.fit(days)
    return tail


def test_a_higher_height_is_rarer() -> None:
    tail = learnt(30, Random(1))
    found = [tail.days(height) for height in (0.5, 1, 2, 4, 8, 16)]
    assert all(lower <= higher for lower, higher in pairwise(found))


@pytest.mark.parametrize("height", [3.0, 4.0, 5.0])
def test_the_return_period_is_about_right(height: float) -> None:
    true = 2.718281828**height / 4
    found = sorted(learnt(60, Random(seed)).days(height) for seed in range(31))[15]
    assert true / 2 <= found <= true * 2


def test_what_lies_close_in_time_is_one_peak() -> None:
    tail = Tail(gap_days=0.25)
    for step in range(12):
        tail.learn(1 + step / 288, 5.0 + step)
    tail.learn(2.0, 1.0)
    assert tail.peaks == [(1 + 11 / 288, 16.0)]


def test_nothing_is_said_of_too_few_peaks() -> None:
    tail = Tail(gap_days=0.1)
    for day in range(4):
        tail.learn(day, 1.0 + day)
    tail.fit(4)
    assert tail.days(100) == 0


def test_old_peaks_are_forgotten() -> None:
    tail = learnt(90, Random(2))
    assert min(at for at, _ in tail.peaks) >= 30
