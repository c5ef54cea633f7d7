"""Clocks: the machine's own, and one that stands still."""

from datetime import UTC, datetime, timedelta

from firsthand.records.clock import FixedClock, SystemClock


def test_the_machine_tells_the_time_in_utc() -> None:
    before = datetime.now(UTC)
    told = SystemClock().now()
    assert before <= told <= datetime.now(UTC)
    assert told.utcoffset() == timedelta(0)


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock(datetime(2026, 5, 4, tzinfo=UTC))
    assert clock.now() == clock.now() == datetime(2026, 5, 4, tzinfo=UTC)
