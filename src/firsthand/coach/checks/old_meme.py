"""A meme used past its time."""

from collections.abc import Iterator

from firsthand.coach.context import TrendState
from firsthand.coach.trending import places
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark memes that the watch knows to be over."""
    for trend, (start, end) in places(view.reading, view.context, TrendState.PAST):
        since = trend.since.date() if trend.since else None
        yield view.mark(start, end, "since" if since else "it", since=since)
