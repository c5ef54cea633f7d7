"""Which parts of a strategy a text serves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from firsthand.coach.phrases import Phrases
from firsthand.coach.reading import Reading
from firsthand.coach.stems import content, subject
from firsthand.records.strategy import Strategy, Topic


@dataclass(frozen=True, slots=True)
class Served:
    """A part of the strategy by its name, and the words that serve it."""

    name: str
    span: tuple[int, int]


def served(reading: Reading, strategy: Strategy, shared: int) -> list[Served]:
    """Give the topics and their audiences, the key messages and the objectives that are served.

    A message or an objective without phrases is served by `shared` of its content words.
    """
    topics = list(_topics(reading, strategy.topics))
    names = {topic.name for topic in topics}
    audiences = [
        Served(audience.name, topics[0].span)
        for audience in strategy.audiences
        if names & set(audience.topics)
    ]
    return [*topics, *audiences, *_messages(reading, strategy, shared)]


def _topics(reading: Reading, topics: tuple[Topic, ...]) -> Iterator[Served]:
    for topic in topics:
        place = next(_phrases(topic.phrases or (topic.name,)).places(reading), None)
        if place:
            yield Served(topic.name, (place.start, place.end))


def _messages(reading: Reading, strategy: Strategy, shared: int) -> Iterator[Served]:
    for message in strategy.all_key_messages():
        place = next(_phrases(message.phrases).places(reading), None) if message.phrases else None
        span = (place.start, place.end) if place else None
        span = span or _shared(reading, message.says or message.name, shared)
        if span:
            yield Served(message.name, span)
    for objective in strategy.objectives:
        if span := _shared(reading, objective.name, shared):
            yield Served(objective.name, span)


def _shared(reading: Reading, line: str, least: int) -> tuple[int, int] | None:
    wanted = _subject(line)
    held = {stem: index for stem, index in reversed(content(reading)) if stem in wanted}
    if len(held) < least:
        return None
    first = min(held.values())
    return reading.starts[first], reading.ends[first]


@lru_cache(maxsize=512)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    return Phrases(phrases)


@lru_cache(maxsize=512)
def _subject(line: str) -> frozenset[str]:
    return frozenset(subject(line))
