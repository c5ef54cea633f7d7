"""Places grow with time, whatever the times are."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.library import places

TIMES = st.datetimes(datetime(1700, 1, 1), datetime(2240, 1, 1), timezones=st.just(UTC))
NUMBERS = st.integers(0, 2**40)


@given(TIMES, TIMES, NUMBERS, NUMBERS)
def test_a_later_second_is_a_later_place(a: datetime, b: datetime, n: int, m: int) -> None:
    a, b = a.replace(microsecond=0), b.replace(microsecond=0)
    if a != b:
        assert (a < b) == (places.place(a, n) < places.place(b, m))
        assert (a < b) == (places.place(a, n) < places.from_time(b))


@given(st.none() | st.datetimes(timezones=st.just(UTC)), NUMBERS)
def test_every_time_has_a_place_within_64_bits(at: datetime | None, number: int) -> None:
    assert places.FIRST <= places.place(at, number) <= places.LAST
    assert places.FIRST >= -(2**63)
    assert places.LAST < 2**63


@given(TIMES, NUMBERS)
def test_unknown_times_stand_before_all_others(at: datetime, number: int) -> None:
    assert places.place(None, number) < places.from_time(datetime(1, 1, 2, tzinfo=UTC))
    assert places.place(None, number) < places.place(at, 0)


@pytest.mark.django_db
def test_no_number_is_given_twice() -> None:
    first, second = places.next_numbers(3), places.next_numbers(2)
    assert list(first) + list(second) == list(range(first.start, first.start + 5))
