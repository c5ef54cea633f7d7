"""Counts of a story over time, in bounded room."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firsthand.listen.forecast import Growth
from firsthand.listen.forecast.growth import STEPS

START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def grown(seconds: list[int]) -> Growth:
    growth = Growth()
    for each in seconds:
        growth.add(START + timedelta(seconds=each))
    return growth


@given(st.lists(st.integers(0, 10_000_000), min_size=1, max_size=80))
def test_no_post_is_lost_and_room_is_bounded(seconds: list[int]) -> None:
    growth = grown([0, *seconds])
    assert growth.posts == sum(growth.counts) == len(seconds) + 1
    assert len(growth.counts) <= STEPS
    assert growth.between(0, 20_000_000) == len(seconds) + 1


@given(st.lists(st.integers(0, 100_000), max_size=60), st.integers(0, 100_000))
def test_counting_between_agrees_with_counting_one_by_one(seconds: list[int], until: int) -> None:
    growth = grown([0, *seconds])
    whole = int(until / growth.step) * growth.step
    assert growth.between(0, whole) == sum(each < whole for each in [0, *seconds])


def test_time_that_goes_back_counts_as_the_start() -> None:
    growth = grown([0, -500, 30])
    assert growth.counts == [2, 0, 1]


def test_two_stories_that_become_one() -> None:
    a, b = grown([0, 10, 50]), grown([100, 4000])
    whole = a.merged(b)
    assert whole.posts == 5
    assert whole.start == START
    assert b.merged(a) == whole
    assert Growth().merged(a).posts == 3


def test_the_busiest_span() -> None:
    growth = grown([0, *range(3600, 4200, 10), 9000])
    held, at = growth.highest(600, 9000)
    assert held >= 55
    assert abs(at - 3900) < 200


def test_how_long_it_has_been_silent() -> None:
    growth = Growth()
    for minutes in (0, 1, 10):
        growth.add(START + timedelta(minutes=minutes))
    assert growth.silent(600.0) == 0.0
    assert growth.silent(1_215.0) == 600.0
    assert Growth().silent(60.0) == 60.0
