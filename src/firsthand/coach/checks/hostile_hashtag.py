"""A hashtag whose present use is hostile or tragic."""

from collections.abc import Iterator

from firsthand.coach.context import TrendState
from firsthand.coach.trending import places
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark hashtags and terms that now serve an attack or a mourning."""
    for state in (TrendState.HOSTILE, TrendState.TRAGIC):
        for trend, (start, end) in places(view.reading, view.context, state):
            says = f"{state}_told" if trend.says else str(state)
            yield view.mark(start, end, says, shown=trend.posts[:3], use=trend.says)
