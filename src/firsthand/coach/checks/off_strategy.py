"""Serves no part of the strategy."""

from collections.abc import Iterator

from firsthand.coach.serving import served
from firsthand.coach.view import View
from firsthand.records.finding import Finding

_NAMED = 4


def look(view: View) -> Iterator[Finding]:
    """Mark a draft that serves none of the topics; answers and thanks are free."""
    strategy = view.context.strategy
    if strategy is None or not strategy.topics or view.context.answering is not None:
        return
    if view.reading.words < view.number("words") or view.hits("free"):
        return
    if not served(view.reading, strategy, int(view.number("shared"))):
        topics = ", ".join(topic.name for topic in strategy.topics[:_NAMED])
        yield view.mark(0, len(view.text), topics=topics)
