"""What one post means for a leader: asks, thanks or praises it, and is it meant for them?"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from firsthand.listen.people import manners
from firsthand.listen.people.manners import House
from firsthand.listen.pipeline import messages as say
from firsthand.records.message import Message
from firsthand.records.post import Post
from firsthand.records.query import (
    About,
    AllOf,
    AnyOf,
    Expression,
    Mention,
    Near,
    Query,
    Sought,
    Words,
)
from firsthand.records.signal import SignalKind
from firsthand.text.cues import Cue
from firsthand.text.tokens import fold

_LEADER = frozenset({About.LEADER})
_HOUSE = frozenset({About.LEADER, About.ORGANISATION, About.PRODUCT})
Meaning = tuple[SignalKind, Message, str]
"""The kind of a signal, what it says, and the cue that speaks for it."""


def meanings(
    post: Post,
    cues: Collection[Cue],
    tone: tuple[float, float, float],
    watches: Iterable[Query],
) -> Iterator[Meaning]:
    """Give what a post means for the leader whose queries want it.

    Thanks and praise in a post of bad tone are taken for mockery.
    """
    queries = [query for query in watches if query.about in _HOUSE]
    about = {query.about for query in queries}
    if not queries:
        return
    kinds, known, said = {cue.kind for cue in cues}, house(queries), list(cues)
    if "question" in kinds and About.LEADER in about and manners.asks(post, said, known):
        yield SignalKind.QUESTION, say.QUESTION, "question"
    meant = tone[0] < max(tone)
    if "thanks" in kinds and meant and manners.thanks(post, said, known):
        theirs = About.LEADER in about and manners.thanks(post, said, house(_leaders(queries)))
        yield SignalKind.THANKS, say.THANKS if theirs else say.THANKS_COMPANY, "thanks"
    elif "praise" in kinds and meant and manners.praises(post, said, known):
        if about == _LEADER or manners.praises_head(post, said, known):
            yield SignalKind.THANKS, say.SPEAKS_WELL, "praise"
            return
        yield SignalKind.RECOGNITION, say.RECOGNITION, "praise"


def _leaders(queries: Iterable[Query]) -> list[Query]:
    return [query for query in queries if query.about is About.LEADER]


def house(queries: Iterable[Query]) -> House:
    """Give by which handles and names some queries look for a leader and what is theirs."""
    parts = [part for query in queries for part in _named(query)]
    return House(
        handles=frozenset(fold(part.handle) for part in parts if isinstance(part, Mention)),
        names=tuple(dict.fromkeys(fold(part.text) for part in parts if isinstance(part, Words))),
    )


@lru_cache(maxsize=2_048)
def _named(query: Query) -> tuple[Sought, ...]:
    return tuple(_names(query.wants))


def _names(wants: Expression) -> Iterator[Sought]:
    """Give what names somebody, without the companions that an ambiguous name needs."""
    match wants:
        case AnyOf(parts):
            for part in parts:
                yield from _names(part)
        case AllOf(parts):
            yield from _names(parts[0])
        case Near(left, _):
            yield from left
        case Words() | Mention():
            yield wants
        case _:
            return
