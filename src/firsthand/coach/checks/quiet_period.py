"""A quiet period of the strategy, in force now, on everything or on some phrases."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.phrases import Phrases
from firsthand.coach.quiet import in_force
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark the phrases to keep silent on, or the whole draft when silence is complete."""
    if view.context.strategy is None:
        return
    for period in in_force(view.context.strategy, view.now.astimezone(view.context.zone)):
        if not period.phrases:
            yield view.mark(0, len(view.text), "all", level=Level.WARN, name=period.name)
        elif places := list(_phrases(period.phrases).places(view.reading)):
            spans = [(place.start, place.end) for place in places]
            yield view.mark_all(spans, name=period.name)


@lru_cache(maxsize=256)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    return Phrases(phrases)
