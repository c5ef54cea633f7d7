"""Where something that grows goes: the forecast as a signal holds it, and in sentences."""

from collections.abc import Iterator
from datetime import UTC, datetime

from firsthand.listen.forecast import Growth, forecast
from firsthand.listen.pipeline import messages as say
from firsthand.records.message import Said
from firsthand.records.signal import Outlook
from firsthand.records.spans import moment

ENOUGH = 20
"""Posts below which nothing is said of the busiest moment."""


def outlook_of(growth: Growth, now: datetime) -> Outlook | None:
    """Give where it goes; None when it is too early to tell."""
    told = forecast(growth, now)
    if told is None:
        return None
    return Outlook(
        posts=told.posts, expected=told.expected, low=told.low, high=told.high,
        doubles=told.doubles, peak_at=told.peak_at.astimezone(UTC), peaked=told.peaked,
    )  # fmt: skip


def where_it_goes(outlook: Outlook | None) -> Iterator[Said]:
    """Say a forecast."""
    if outlook is None:
        yield say.TOO_EARLY()
        return
    yield say.EXPECTED(
        expected=round(outlook.expected), low=round(outlook.low), high=round(outlook.high),
        doubles=round(100 * outlook.doubles),
    )  # fmt: skip
    if outlook.posts >= ENOUGH:
        yield (say.PEAKED if outlook.peaked else say.PEAK)(time=moment(outlook.peak_at))
