"""A question's days and page as the first and last place to look at."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from firsthand.library import places
from firsthand.library.query import Question


def span(question: Question) -> tuple[int, int]:
    """Give the first and last place that a question may find, both included."""
    first, last = places.FIRST, places.LAST
    if question.start is not None:
        first = places.from_time(_midnight(question.start))
    if question.end is not None:
        # A span of days never holds the posts whose time is unknown.
        first = max(first, places.FIRST_SECOND + 1 << places.COUNT_BITS)
        last = _before(question.end)
    if question.after is not None:
        if question.oldest_first:
            first = max(first, question.after + 1)
        else:
            last = min(last, question.after - 1)
    return first, last


def _before(day: date) -> int:
    try:
        return places.from_time(_midnight(day + timedelta(days=1))) - 1
    except OverflowError:
        return places.LAST


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_default_timezone())
