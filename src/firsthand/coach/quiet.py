"""Quiet periods: whether one is in force at a moment, with its recurrence and its hours."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from firsthand.records.strategy import QuietPeriod, Recurrence, Strategy

_MONTHS = {Recurrence.QUARTERLY: 3, Recurrence.YEARLY: 12}


def in_force(strategy: Strategy, now: datetime) -> Iterator[QuietPeriod]:
    """Give the quiet periods in force at a moment, told in the leader's time zone."""
    for period in strategy.all_quiet_periods():
        if holds(period, now):
            yield period


def holds(period: QuietPeriod, now: datetime) -> bool:
    """Tell whether a quiet period holds; both its days are part of it.

    Hours that end before they start run over midnight, and belong to the day they start on.
    """
    start, end = period.from_time, period.to_time
    at, day = now.time(), now.date()
    if start is None and end is None:
        return _on(period, day)
    if start is None or end is None or start <= end:
        inside = (start is None or at >= start) and (end is None or at < end)
        return inside and _on(period, day)
    return (at >= start and _on(period, day)) or (at < end and _on(period, day - timedelta(days=1)))


def _on(period: QuietPeriod, day: date) -> bool:
    if day < period.start:
        return False
    if period.repeats is Recurrence.ONCE:
        return day <= period.end
    if period.repeats is Recurrence.WEEKLY:
        return (day - period.start).days % 7 <= (period.end - period.start).days
    return any(start <= day <= end for start, end in _returns(period, day))


def _returns(period: QuietPeriod, day: date) -> Iterator[tuple[date, date]]:
    """Give the returns of a period that may hold a day: the latest to start, and the one before."""
    step = _MONTHS[period.repeats]
    months = (day.year - period.start.year) * 12 + day.month - period.start.month
    for turn in (months // step, months // step - 1):
        if turn >= 0:
            start = _later(period.start, turn * step)
            yield start, start + (period.end - period.start)


def _later(day: date, months: int) -> date:
    """Move a day by some months; the 31st becomes the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_after = date(year + month // 11, month % 11 + 1 if month == 11 else month + 2, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), first_after - timedelta(1))
