"""Where a story goes."""

from datetime import UTC, datetime, timedelta
from math import comb

import numpy as np
import pytest

from firsthand.listen.calmed import _at_most, calmed
from firsthand.listen.forecast import Growth, forecast
from firsthand.listen.forecast.model import regime, shipped

START = datetime(2026, 5, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def grown(minutes: list[float]) -> Growth:
    growth = Growth()
    for each in minutes:
        growth.add(START + timedelta(minutes=each))
    return growth


def fading(posts: int, half_life: float) -> list[float]:
    """Give the minutes of posts whose rate halves every so often."""
    return [-half_life * float(np.log2(1 - at / posts)) for at in range(posts)]


def test_too_early_to_tell() -> None:
    assert forecast(Growth(), START) is None
    assert forecast(grown([0, 1, 2]), START + HOUR) is None
    assert forecast(grown([0, 0.5, 1, 2, 3]), START + timedelta(minutes=4)) is None


def test_a_faster_story_is_expected_to_be_larger() -> None:
    slow = forecast(grown([float(each) for each in range(0, 60, 6)]), START + HOUR)
    fast = forecast(grown([float(each) for each in range(60)]), START + HOUR)
    assert slow is not None
    assert fast is not None
    assert slow.low <= slow.expected <= slow.high < fast.high
    assert slow.expected < fast.expected


def test_a_story_that_fell_silent_is_not_expected_to_double() -> None:
    growth = grown(fading(40, 10))
    early, late = (
        forecast(growth, START + timedelta(minutes=15)),
        forecast(growth, START + 12 * HOUR),
    )
    assert early is not None
    assert late is not None
    assert late.doubles < 0.05 < early.doubles
    assert late.peaked
    assert late.peak_at < START + 3 * HOUR
    assert late.expected < 44


def test_a_rising_story_has_its_peak_ahead() -> None:
    growth = grown([60 * (each / 80) ** 0.5 for each in range(80)])
    answer = forecast(growth, START + HOUR)
    assert answer is not None
    assert not answer.peaked
    assert answer.peak_at > START + HOUR


def test_what_came_later_is_not_looked_at() -> None:
    first = fading(30, 20)
    alone, more = grown(first), grown([*first, *(600.0 + each for each in range(100))])
    now = START + 3 * HOUR
    one, other = forecast(alone, now), forecast(more, now)
    assert one is not None
    assert other is not None
    assert other.expected == pytest.approx(one.expected, abs=2)


def test_an_answer_after_which_all_fell_silent_calmed_it() -> None:
    growth = grown([float(each) for each in range(120)])
    answer = calmed(growth, START + 2 * HOUR, START + 8 * HOUR)
    assert answer is not None
    assert answer.came < 2
    assert answer.calmed is True
    assert answer.chance < 0.1
    assert answer.pace_before == pytest.approx(60, abs=2)
    assert answer.pace_now == 0
    assert answer.pace_chance < 1e-6


def test_an_answer_after_which_it_went_on_did_not() -> None:
    growth = grown([float(each) for each in range(480)])
    answer = calmed(growth, START + 2 * HOUR, START + 8 * HOUR)
    assert answer is not None
    assert answer.calmed is False
    assert answer.pace_now == pytest.approx(60, abs=2)
    assert answer.pace_chance > 0.3


def test_a_story_that_fell_silent_late_is_left_open() -> None:
    growth = grown([float(each) for each in range(200)])
    answer = calmed(growth, START + HOUR, START + 12 * HOUR)
    assert answer is not None
    assert answer.came > answer.low
    assert answer.calmed is None
    assert answer.pace_chance < 0.1


def test_too_soon_or_too_little_to_say() -> None:
    growth = grown([float(each) for each in range(120)])
    assert calmed(growth, START + 2 * HOUR, START + 2 * HOUR + timedelta(minutes=5)) is None
    assert calmed(grown([0, 1]), START + HOUR, START + 5 * HOUR) is None


def test_kinds_of_stories_part_by_age_pace_and_whether_they_rise() -> None:
    steady, rising = (
        grown([float(each) for each in range(60)]),
        grown([0, *(50 + at / 6 for at in range(59))]),
    )
    assert regime(steady, 3_600.0) != regime(rising, 3_600.0)
    assert regime(steady, 3_600.0) != regime(steady, 40_000.0)
    found = {
        regime(growth, age) for growth in (steady, rising) for age in (60.0, 3_600.0, 40_000.0)
    }
    assert found <= set(range(len(shipped().shifts)))


def test_a_thread_that_fell_silent_is_not_expected_to_grow_on() -> None:
    answer = forecast(grown([0, 1, 2, 4, 7]), START + 6 * HOUR)
    assert answer is not None
    assert answer.doubles < 0.1
    assert answer.high < 10


@pytest.mark.parametrize(("of", "share"), [(5, 0.25), (12, 0.5), (30, 0.9)])
def test_the_chance_of_so_few_is_that_of_the_textbook(of: int, share: float) -> None:
    for count in range(of + 1):
        exact = sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count + 1))
        assert _at_most(count, of, share) == pytest.approx(exact)
