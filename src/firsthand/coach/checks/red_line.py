"""A red line of the strategy."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.phrases import Phrases
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.strategy import RedLine


def look(view: View) -> Iterator[Finding]:
    """Mark what the leader decided never to say."""
    strategy = view.context.strategy
    for line in strategy.red_lines if strategy else ():
        if places := list(_phrases(line).places(view.reading)):
            yield view.mark_all(
                [(place.start, place.end) for place in places],
                "because" if line.why else "it",
                name=line.name,
                reason=line.why,
            )


@lru_cache(maxsize=512)
def _phrases(line: RedLine) -> Phrases:
    return Phrases(line.phrases or (line.name,))
