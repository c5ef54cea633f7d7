"""The draft contradicts a key message, or the stance that the strategy takes."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.phrases import Phrases, Place
from firsthand.coach.stance import opposed, read_sides, side
from firsthand.coach.stems import content, subject
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.strategy import CompanyTopic, KeyMessage, Stance, Strategy, Topic

_SIGNS = {Stance.FOR: 1, Stance.AGAINST: -1}


def look(view: View) -> Iterator[Finding]:
    """Mark the first subject on which the draft takes the other side."""
    strategy = view.context.strategy
    if strategy is None:
        return
    yield from _topics(view, strategy)
    for message in strategy.all_key_messages():
        if place := _against(view, message):
            yield view.mark(*place, "message", name=message.name, line=message.says or message.name)


def _topics(view: View, strategy: Strategy) -> Iterator[Finding]:
    topics: tuple[Topic | CompanyTopic, ...] = (*strategy.topics, *strategy.company.topics)
    for topic in topics:
        wanted = _SIGNS.get(topic.stance)
        if wanted is None:
            continue
        places = list(_topic_phrases(topic).places(view.reading))
        if places and side(view.reading, _around(view, places)) == -wanted:
            stance = "for" if wanted > 0 else "against"
            yield view.mark(places[0].start, places[0].end, stance, name=topic.name)


def _around(view: View, places: list[Place]) -> set[int]:
    """Give the sentences of a subject, and the ones right after."""
    sentences = {view.reading.sentence_of[place.first] for place in places}
    return sentences | {sentence + 1 for sentence in sentences}


def _against(view: View, message: KeyMessage) -> tuple[int, int] | None:
    """Give the span of the subject of a key message that the draft takes the other way."""
    says = message.says or message.name
    here = [(stem, index) for stem, index in content(view.reading)]
    shared = frozenset(stem for stem, _ in here) & frozenset(subject(says))
    if len(shared) < view.number("shared_words"):
        return None
    alike = len(shared) / max(1, len(frozenset(subject(says))))
    if not opposed(view.reading, read_sides(says, view.reading.lang), shared, alike):
        return None
    index = next(index for stem, index in here if stem in shared)
    return view.reading.sentences[view.reading.sentence_of[index]]


@lru_cache(maxsize=512)
def _topic_phrases(topic: Topic | CompanyTopic) -> Phrases:
    return Phrases((topic.name, *topic.phrases))
