"""Days and periods as people say them, in both languages."""

from datetime import date

from firsthand.plan import strategy_messages as say
from firsthand.records.message import Message, Said

_EN = "January February March April May June July August September October November December"
_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def spoken(day: date) -> Message:
    """Give a day in words.

    >>> spoken(date(2026, 5, 1)).fr
    '1er mai 2026'
    """
    month = day.month - 1
    first = "1er" if day.day == 1 else str(day.day)
    return Message(
        f"{day.day} {_EN.split()[month]} {day.year}", f"{first} {_FR.split()[month]} {day.year}"
    )


def period(start: date | None, end: date | None) -> Said:
    """Give a period in words; `None` is open."""
    if start and end:
        return say.BETWEEN(start=spoken(start), end=spoken(end))
    if end:
        return say.UNTIL(end=spoken(end))
    return say.SINCE(start=spoken(start)) if start else say.ALWAYS()


def overlap(
    start: date | None, end: date | None, other_start: date | None, other_end: date | None
) -> bool:
    """Say whether two periods have a day in common; `None` is open."""
    return (start or date.min) <= (other_end or date.max) and (other_start or date.min) <= (
        end or date.max
    )
