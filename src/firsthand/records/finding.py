"""A finding: one mark that one check makes on a draft."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.records.message import Message, Said
from firsthand.records.post import Post


class Quality(StrEnum):
    """The eight qualities of a leader who speaks in public, and the strategy beside them."""

    JUDGEMENT = "judgement"
    COMPOSURE = "composure"
    TRENDS = "trends"
    IDEAS = "ideas"
    SELF = "self"
    SIMPLE = "simple"
    MEDIUM = "medium"
    LISTENING = "listening"
    STRATEGY = "strategy"


class Level(StrEnum):
    """How much a finding weighs; a stop needs a person's explicit yes."""

    STOP = "stop"
    WARN = "warn"
    ADVISE = "advise"
    PRAISE = "praise"


QUALITY_NAMES = {
    Quality.JUDGEMENT: Message("Judgement", "Jugement"),
    Quality.COMPOSURE: Message("Composure and diplomacy", "Flegme et diplomatie"),
    Quality.TRENDS: Message("Awareness of trends", "Connaissance des tendances"),
    Quality.IDEAS: Message("Stimulating ideas", "Idées stimulantes"),
    Quality.SELF: Message("True to self", "Fidèle à soi-même"),
    Quality.SIMPLE: Message("Simple and direct", "Simple et direct"),
    Quality.MEDIUM: Message("Command of the medium", "Maîtrise du réseau"),
    Quality.LISTENING: Message("Listening", "Écoute"),
    Quality.STRATEGY: Message("Strategy", "Stratégie"),
}
LEVEL_NAMES = {
    Level.STOP: Message("Stop", "Stop"),
    Level.WARN: Message("Warning", "Attention"),
    Level.ADVISE: Message("Advice", "Conseil"),
    Level.PRAISE: Message("Well done", "Bravo"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mark: the words it is about, what it is, why it matters, what one could do.

    `start` and `end` count characters of the draft; `also` gives further spans of
    the same remark, and `shown` the posts that it rests on.
    """

    check: str
    quality: Quality
    level: Level
    start: int
    end: int
    what: Said
    why: Said
    could: Said
    also: tuple[tuple[int, int], ...] = ()
    shown: tuple[Post, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """Give the span of the main words."""
        return self.start, self.end

    @property
    def spans(self) -> Iterator[tuple[int, int]]:
        """Give the span of the main words, then the others."""
        yield self.start, self.end
        yield from self.also
