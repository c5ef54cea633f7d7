"""How moments and spans of time are said."""

from datetime import UTC, datetime, timedelta

from firsthand.records.message import Message, Said

MINUTES = Message("{n} {n:minute|minutes}", "{n} {n:minute|minutes}")
HOURS = Message("{n} {n:hour|hours}", "{n} {n:heure|heures}")
DAYS = Message("{n} {n:day|days}", "{n} {n:jour|jours}")


def span(length: timedelta) -> Said:
    """Say a span in whole minutes, hours or days, whichever reads best."""
    minutes = max(0, round(length.total_seconds() / 60))
    if minutes < 120:
        return MINUTES(n=minutes)
    if minutes < 48 * 60:
        return HOURS(n=round(minutes / 60))
    return DAYS(n=round(minutes / 1440))


def moment(at: datetime) -> str:
    """Say a moment.

    >>> moment(datetime(2026, 5, 4, 9, 12, tzinfo=UTC))
    '2026-05-04 09:12 UTC'
    """
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
