"""The draft contradicts a key message, or the stance that the strategy takes."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.phrases import Phrases, Place
from firsthand.coach.stance import opposed, read_sides, side_of
from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.strategy import CompanyTopic, KeyMessage, Stance, Strategy, Topic

_SIGNS = {Stance.FOR: 1, Stance.AGAINST: -1}
_PRONOUNS = frozenset(
    {"c'", "cela", "ca", "il", "elle", "ils", "elles", "it", "this", "that", "they"}
)


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
        if places and side_of(view.reading, _around(view, places)) == -wanted:
            stance = "for" if wanted > 0 else "against"
            yield view.mark(places[0].start, places[0].end, stance, name=topic.name)


def _around(view: View, places: list[Place]) -> set[int]:
    """Give the tokens that may judge a subject: just before it, or after a verb that links it.

    Also those of the next sentence, when it begins with a pronoun. What others said, in
    quotation marks, is not the leader's.
    """
    reading, near = view.reading, int(view.number("near"))
    tokens: set[int] = set()
    for place in places:
        stop = reading.stops[place.first]
        here = reading.sentence_of[place.first]
        low = max(0, place.first - int(view.number("before")))
        tokens.update(i for i in range(low, place.first) if reading.sentence_of[i] == here)
        if (link := _link(view, place.last, min(stop, place.last + near))) is not None:
            tokens.update(range(link, min(stop, link + near)))
        if stop < len(reading.forms) and reading.forms[stop] in _PRONOUNS:
            tokens.update(range(stop, min(reading.stops[stop], stop + near)))
    return {i for i in tokens if not reading.in_quotes(reading.starts[i], reading.ends[i])}


def _link(view: View, start: int, stop: int) -> int | None:
    """Give the first verb that says what something is or does."""
    reading = view.reading
    links = view.rules.words["links"]
    known = {form for forms in links.values() for form in forms}
    return next((i for i in range(start, stop) if reading.forms[i] in known), None)


def _against(view: View, message: KeyMessage) -> tuple[int, int] | None:
    """Give the span of the subject of a key message that the draft takes the other way.

    A name alone, shared by every post of a leader, makes no subject.
    """
    says = read_sides(message.says or message.name, view.reading.lang)
    about = {stem for stem, _ in content(says)}
    told = {stem for stem, index in content(says) if not says.original(index)[0].isupper()}
    here = content(view.reading)
    held = {stem for stem, _ in here}
    shared = frozenset(about & held)
    if not told & held or len(shared) < view.number("shared_words"):
        return None
    if not opposed(view.reading, says, shared, len(told & held) / len(told)):
        return None
    index = next(index for stem, index in here if stem in shared)
    return view.reading.sentences[view.reading.sentence_of[index]]


@lru_cache(maxsize=512)
def _topic_phrases(topic: Topic | CompanyTopic) -> Phrases:
    return Phrases((topic.name, *topic.phrases))
