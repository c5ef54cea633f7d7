"""Serves no part of the strategy, like the posts before it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from firsthand.coach.reading import Reading
from firsthand.coach.serving import served
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.post import Kind
from firsthand.records.strategy import Strategy

_NAMED = 4


def look(view: View) -> Iterator[Finding]:
    """Mark a draft that serves none of the topics, when the latest posts did not either."""
    strategy = view.context.strategy
    if strategy is None or not strategy.topics or view.context.answering is not None:
        return
    if view.reading.words < view.number("words") or view.hits("free"):
        return
    if not served(view.reading, strategy, int(view.number("shared"))) and _strays(view, strategy):
        topics = ", ".join(topic.name for topic in strategy.topics[:_NAMED])
        yield view.mark(0, len(view.text), topics=topics)


def _strays(view: View, strategy: Strategy) -> bool:
    """Tell whether the leader's latest posts strayed too; one alone is what makes a person.

    While too few are known, the draft speaks for itself.
    """
    own = view.context.own
    latest = own.last(view.number("days"), view.now) if own is not None else []
    texts = dict.fromkeys(post.text for post in reversed(latest) if post.kind is Kind.POST)
    if len(texts) < view.number("posts"):
        return own is None
    shared, many = int(view.number("shared")), int(view.number("posts"))
    return not any(_serves(text, strategy, shared) for text in islice(texts, many))


@lru_cache(maxsize=512)
def _serves(text: str, strategy: Strategy, shared: int) -> bool:
    return bool(served(Reading(text, None), strategy, shared))
