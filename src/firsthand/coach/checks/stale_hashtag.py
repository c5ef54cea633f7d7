"""A hashtag that the communities have left."""

from collections.abc import Iterator

from firsthand.coach.context import TrendState
from firsthand.coach.trending import places
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark hashtags that the watch has seen fade."""
    for trend, (start, end) in places(view.reading, view.context, TrendState.STALE):
        if view.text[start] == "#":
            yield view.mark(start, end, term=trend.term)
