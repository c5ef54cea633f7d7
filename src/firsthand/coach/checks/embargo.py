"""A subject under embargo in the strategy, whatever its plural, elision or hashtag."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from firsthand.coach.phrases import Phrases
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.strategy import Embargo


def look(view: View) -> Iterator[Finding]:
    """Mark the phrases of the embargoes that hold today."""
    strategy = view.context.strategy
    if strategy is None:
        return
    today = view.now.astimezone(view.context.zone).date()
    for embargo in strategy.all_embargoes():
        if not _holds(embargo, today):
            continue
        if places := list(_phrases(embargo).places(view.reading)):
            says = "until" if embargo.end else "it"
            yield view.mark_all(
                [(place.start, place.end) for place in places],
                says,
                name=embargo.name,
                end=embargo.end,
            )


def _holds(embargo: Embargo, today: date) -> bool:
    return (embargo.start is None or embargo.start <= today) and (
        embargo.end is None or today <= embargo.end
    )


@lru_cache(maxsize=512)
def _phrases(embargo: Embargo) -> Phrases:
    return Phrases(embargo.phrases or (embargo.name,))
