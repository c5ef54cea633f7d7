"""What is murmured about a leader, each time in other words, before it is a rumour.

Posts that come one at a time and are worded differently make no story by their texts. Those
that pass on hearsay, doubt or accuse are of one story when they share words that are rare
in what is otherwise said of the leader.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from firsthand.listen.bounded import shorten

LEADERS, EACH = 2_000, 100
"""Leaders, and posts about each, that are remembered."""
WITHIN = timedelta(hours=6)
"""Posts further apart than this are of no one murmur."""
SHARED = 2
"""Rare words that two posts share when they speak of the same."""


class Murmur(msgspec.Struct):
    """One post: when, by whom, of which story, and its rare words."""

    at: datetime
    author: str
    story: int
    words: frozenset[str]


class Murmurs:
    """The latest posts that speak for a rumour, about each leader."""

    def __init__(self, saved: bytes | None = None) -> None:
        self._said: dict[str, list[Murmur]] = {}
        if saved is not None:
            self._said = msgspec.msgpack.decode(saved, type=dict[str, list[Murmur]])

    def hear(self, leader: str, at: datetime, author: str, story: int, words: Iterable[str]) -> int:
        """Take in a post by its rare words; give the story of the first that speaks of the same."""
        new = Murmur(at, author, story, frozenset(words))
        said = self._said.setdefault(leader, [])
        while said and (at - said[0].at >= WITHIN or len(said) >= EACH):
            del said[0]
        same = next((each for each in said if _speak_of_the_same(each, new)), None)
        if same is not None:
            new.story = same.story
        said.append(new)
        shorten(self._said, LEADERS)
        return new.story

    def state(self) -> bytes:
        """Give all that is remembered."""
        return msgspec.msgpack.encode(self._said)


def _speak_of_the_same(one: Murmur, other: Murmur) -> bool:
    if one.words.isdisjoint(other.words) or one.author == other.author:
        return False
    return len(one.words & other.words) >= SHARED
