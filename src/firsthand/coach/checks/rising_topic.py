"""Joins a topic that rises among the people the leader listens to."""

from collections.abc import Iterator

from firsthand.coach.context import TrendState
from firsthand.coach.trending import places
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Praise the first rising term that the draft takes up."""
    for trend, (start, end) in places(view.reading, view.context, TrendState.RISING):
        yield view.mark(start, end, shown=trend.posts[:3], term=trend.term)
        return
