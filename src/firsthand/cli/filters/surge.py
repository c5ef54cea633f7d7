"""`firsthand analyse surge`: counts in, surges out, each judged from the past alone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.listen.surge.calendar import like_a_sunday_on_holidays
from firsthand.listen.surge.detector import SurgeDetector, Verdict, weekday
from firsthand.records.clock import SystemClock
from firsthand.records.errors import BadInput
from firsthand.records.message import Message
from firsthand.records.post import BAD_TIME

NO_COUNT = Message(
    "“count” must be a number, 0 or more", "« count » doit être un nombre, 0 ou davantage"
)
OTHER_CLOCK = Message(
    "this time has an offset, or has none, unlike the one before",
    "cette heure a un décalage, ou n'en a pas, contrairement à la précédente",
)
NOT_YET = Message("this time is still to come", "cette heure est encore à venir")
NOT_LATER = Message(
    "this time is not later than the one before", "cette heure ne suit pas la précédente"
)


@click.command(
    epilog="""Example: echo '{"at":"2026-05-04T09:10:00Z","count":3}' | firsthand analyse surge"""
)
@click.option(
    "--country", metavar="CODE", help="Whose public holidays count as Sundays, such as FR."
)
@click.option(
    "--step",
    type=click.IntRange(1, 1440),
    default=5,
    show_default=True,
    help="Minutes between counts.",
)
def command(country: str | None, step: int) -> None:
    """Mark the surges in a series of counts (`at`, `count`), in the order of time.

    Adds `score` (0 to 1) and `surge` (true on the count that raises it); for a level that
    is expected once in a day or more, over how many minutes it stands out, with how many.
    """
    day = like_a_sunday_on_holidays(country) if country else weekday
    detector = SurgeDetector(timedelta(minutes=step), day=day)
    last: datetime | None = None

    def judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
        nonlocal last
        for line in lines:
            try:
                at, count = _read(line, last)
            except BadInput as error:
                yield error
                continue
            last = at
            verdict = detector.judge(at, count)
            yield {
                "at": line["at"],
                "score": round(verdict.score, 6),
                "surge": verdict.surge,
                "expected": round(verdict.expected, 3),
                **_level(verdict),
            }

    filter_lines(judge)


def _level(verdict: Verdict) -> dict[str, Any]:
    if verdict.days < 1:
        return {"once_in_days": None}
    return {
        "once_in_days": round(verdict.days, 2),
        "over_minutes": verdict.over / timedelta(minutes=1),
        "total": round(verdict.total, 3),
        "usual": round(verdict.usual, 3),
    }


def _read(line: dict[str, Any], last: datetime | None) -> tuple[datetime, float]:
    count = line.get("count")
    if isinstance(count, bool) or not isinstance(count, int | float) or not 0 <= count < 1e15:
        raise BadInput(NO_COUNT())
    try:
        at = datetime.fromisoformat(str(line.get("at")))
    except ValueError:
        raise BadInput(BAD_TIME(value=str(line.get("at"))[:40])) from None
    if last is not None and (at.tzinfo is None) != (last.tzinfo is None):
        raise BadInput(OTHER_CLOCK())
    if last is not None and last <= _now(at) < at - timedelta(days=1):
        raise BadInput(NOT_YET())
    if last is not None and at <= last:
        raise BadInput(NOT_LATER())
    return at, float(count)


def _now(at: datetime) -> datetime:
    """Give the present by the clock that a time is of; one without an offset is taken for UTC."""
    now = SystemClock().now()
    return now if at.tzinfo else now.replace(tzinfo=None)
