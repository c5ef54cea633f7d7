"""Which part of the strategy the draft serves."""

from collections.abc import Iterator

from firsthand.coach.serving import served
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Name the topics, audiences, objectives and key messages that the draft serves."""
    strategy = view.context.strategy
    if strategy is None:
        return
    found = served(view.reading, strategy, int(view.number("shared")))
    if found:
        names = dict.fromkeys(part.name for part in found)
        yield view.mark(*found[0].span, served=", ".join(names))
