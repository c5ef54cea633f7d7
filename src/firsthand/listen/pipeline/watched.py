"""What a set of queries means for the posts that they want, worked out once for all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from firsthand.listen.bounded import shorten
from firsthand.records.query import About, Query

HOUSE = frozenset({About.LEADER, About.ORGANISATION, About.PRODUCT})
"""What a rumour can be about, and thanks or praise be for."""
SETS = 20_000
"""Sets of queries whose meaning is remembered."""
TONES = ("tone: negative", "", "tone: positive")
"""Watches of what is said of a leader's house in one tone; the neutral one is none."""
Key = tuple[str, str]
"""A leader and the name of a watch, or of a community."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Queries that want the same post.

    `keys`: their leaders and names; `counted`: the watches for which such a post counts, when
    it sounds negative, neutral, or positive, and `toned` those of them that depend on it; `named`: leaders whose house it speaks of, and by
    how many queries; `own`: leaders whose own posts they look for; `places`: leaders and the
    communities of theirs; `written`: the keys as JSON.
    """

    queries: tuple[Query, ...]
    keys: tuple[Key, ...]
    counted: tuple[tuple[Key, ...], ...]
    toned: tuple[Key, ...]
    named: Mapping[str, int]
    own: tuple[str, ...]
    places: tuple[Key, ...]
    written: str

    @classmethod
    def by(cls, queries: Sequence[Query]) -> "Watched":
        """Work out what queries mean."""
        keys = tuple((query.leader, query.name) for query in queries)
        named = Counter(query.leader for query in queries if query.about in HOUSE)
        return cls(
            queries=tuple(queries),
            keys=keys,
            counted=tuple((*keys, *((leader, tone) for leader in named if tone)) for tone in TONES),
            toned=tuple((leader, tone) for leader in named for tone in TONES if tone),
            named=named,
            own=tuple(dict.fromkeys(q.leader for q in queries if q.about is About.OWN)),
            places=tuple(
                (query.leader, query.name.partition(": ")[2])
                for query in queries
                if query.about is About.COMMUNITY
            ),
            written=orjson.dumps(keys).decode(),
        )

    def leaders(self) -> list[str]:
        """Give the leaders whose queries they are, each once."""
        return list(dict.fromkeys(leader for leader, _ in self.keys))

    def names(self, leader: str) -> tuple[str, ...]:
        """Give the names of a leader's queries."""
        return tuple(name for whose, name in self.keys if whose == leader)

    def about(self, leader: str) -> set[About]:
        """Give what of a leader's they look for."""
        return {query.about for query in self.queries if query.leader == leader}


class WatchedSets:
    """The meaning of each set of queries of a list, by their numbers."""

    def __init__(self, queries: Sequence[Query]) -> None:
        self._queries = queries  # queries that are added later are found there too
        self._known: dict[tuple[int, ...], Watched] = {}

    def of(self, numbers: Sequence[int]) -> Watched:
        """Give what some queries mean."""
        key = tuple(numbers)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Watched.by([self._queries[number] for number in key])
            shorten(self._known, SETS)
        return known
