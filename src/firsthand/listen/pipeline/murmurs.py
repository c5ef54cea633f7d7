"""What is murmured about a leader, each time in other words, before it is a rumour.

Posts that come one at a time and are worded differently make no story by their texts. Those
that pass on hearsay, doubt or accuse are of one story when they share words that are rare
in what is otherwise said of the leader.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from firsthand.listen.bounded import shorten

LEADERS, EACH = 2_000, 100
"""Leaders, and posts about each, that are remembered."""
WITHIN = timedelta(hours=6)
"""Posts further apart than this are of no one murmur."""
SHARED = 2
"""Rare words that two posts share when they speak of the same."""
TOGETHER = 3
"""Other accounts that must share it where one rare word is all."""


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

    def hear(
        self, leader: str, at: datetime, author: str, story: int, words: Iterable[str]
    ) -> list[tuple[int, int]]:
        """Take in a post by its rare words; give the stories that it makes parts of another one.

        As pairs of a story and the whole that it is a part of.
        """
        new = Murmur(at, author, story, frozenset(words))
        said = self._said.setdefault(leader, [])
        while said and (at - said[0].at >= WITHIN or len(said) >= EACH):
            del said[0]
        same = _alike(new, said) or _of_one_word(new, said)
        said.append(new)
        shorten(self._said, LEADERS)
        if not same:
            return []
        whole, parts = same[0].story, [*same[1:], new]
        pairs = {(each.story, whole) for each in parts if each.story != whole}
        for each in parts:
            each.story = whole
        return sorted(pairs)

    def state(self) -> bytes:
        """Give all that is remembered."""
        return msgspec.msgpack.encode(self._said)


def _alike(new: Murmur, said: Sequence[Murmur]) -> list[Murmur]:
    """Give the first post of somebody else that shares words enough."""
    others = (each for each in said if each.author != new.author)
    same = next((each for each in others if len(each.words & new.words) >= SHARED), None)
    return [] if same is None else [same]


def _of_one_word(new: Murmur, said: Sequence[Murmur]) -> list[Murmur]:
    """Give the posts of others that share one and the same word, if so many do (« faillite »)."""
    for word in sorted(new.words):
        same = [each for each in said if word in each.words and each.author != new.author]
        if len({each.author for each in same}) >= TOGETHER:
            return same
    return []
