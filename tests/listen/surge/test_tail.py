"""How rare a height is, from the peaks before it."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from firsthand.listen.surge import kernels
from firsthand.listen.surge.kernels import Numbers


def fresh() -> tuple[Numbers, Numbers]:
    return np.array(kernels.UNKNOWN), np.zeros((512, 3))


def learnt(days: int, random: Random) -> tuple[Numbers, Numbers]:
    """A tail that has seen four peaks a day, exponential with mean 1."""
    tail, peaks = fresh()
    for number in range(days * 4):
        kernels.learn_height(tail, peaks, number * 0.26, random.expovariate(1))
    kernels.fit(tail, peaks, days * 1.04)
    return tail, peaks


def test_a_higher_height_is_rarer() -> None:
    tail, _ = learnt(30, Random(1))
    found = [kernels.return_period(tail, height) for height in (0.5, 1, 2, 4, 8, 16)]
    assert all(lower <= higher for lower, higher in pairwise(found))


@pytest.mark.parametrize("height", [3.0, 4.0, 5.0])
def test_the_return_period_is_about_right(height: float) -> None:
    true = 2.718281828**height * 0.26
    found = sorted(
        kernels.return_period(learnt(60, Random(seed))[0], height) for seed in range(31)
    )[15]
    assert true / 2 <= found <= true * 2


def test_what_lies_close_in_time_is_one_peak() -> None:
    tail, peaks = fresh()
    for step in range(12):
        kernels.learn_height(tail, peaks, 1 + step / 288, 5.0 + step)
    kernels.learn_height(tail, peaks, 2.0, 1.0)
    assert tail[kernels.FILLED] == 1
    assert peaks[0, : kernels.RISING].tolist() == [1 + 11 / 288, 16.0]


def test_nothing_is_said_of_too_few_peaks() -> None:
    tail, peaks = fresh()
    for day in range(4):
        kernels.learn_height(tail, peaks, day, 1.0 + day)
    kernels.fit(tail, peaks, 4)
    assert kernels.return_period(tail, 100) == 0


def test_old_peaks_are_forgotten() -> None:
    tail, peaks = learnt(90, Random(2))
    filled = int(tail[kernels.FILLED])
    assert peaks[:filled, kernels.AT].min() >= 90 * 1.04 - kernels.DAYS_KEPT
    heights = peaks[:filled, kernels.HEIGHT].tolist()
    assert peaks[:filled, kernels.RISING].tolist() == sorted(heights)
