"""Who asks, who speaks, and whom the leader has already answered; with bounded memory."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from firsthand.records.post import Post
from firsthand.text.cues import cues
from firsthand.text.entities import entities

QUESTIONS, AUTHORS, TIES = 5_000, 20_000, 50_000
PATIENCE = timedelta(days=14)
"""A question older than this waits for nobody any more."""
FEWEST = 3
"""Posts from which somebody is a voice."""
SAMPLES = 3


class Waiting(msgspec.Struct, frozen=True):
    """A question to the leader that has no answer of theirs yet."""

    id: str
    author: str
    text: str
    at: datetime
    age: timedelta


class Voice(msgspec.Struct, frozen=True):
    """Somebody of the communities whom the leader never answered, named or passed on."""

    author: str
    posts: int
    last: datetime | None
    samples: tuple[str, ...]


class Asked(msgspec.Struct, frozen=True):
    """A question as it is remembered."""

    author: str
    text: str
    at: datetime


class Speaker(msgspec.Struct):
    """An account heard: how often, when last, and the ids of some posts."""

    posts: int = 0
    last: datetime | None = None
    samples: list[str] = []


class State(msgspec.Struct):
    """All that is remembered; in each table the one longest untouched is first."""

    own: tuple[str, ...]
    asked: dict[str, Asked] = {}
    speakers: dict[str, Speaker] = {}
    ties: dict[str, bool] = {}


class People:
    """The people around one leader."""

    def __init__(self, handles: Iterable[str] = (), *, state: State | None = None) -> None:
        own = tuple(sorted(_handle(name) for name in handles))
        self._state = state or State(own=own)

    def add(self, posts: Sequence[Post]) -> None:
        """Take in posts in the order of time."""
        for post in posts:
            if _handle(post.author) in self._state.own:
                self._own(post)
            elif post.author:
                self._other(post)

    def _own(self, post: Post) -> None:
        for name in (post.reply_to, post.quote_of):
            if name and (asked := self._state.asked.pop(name, None)):
                self._tie(asked.author)
        known = (post.reply_to_author, post.repost_of_author)
        for author in (*_mentions(post.text), *(name for name in known if name)):
            self._tie(author)

    def _other(self, post: Post) -> None:
        speaker = self._state.speakers.pop(post.author, None) or Speaker()
        speaker.posts += 1
        speaker.last = post.at or speaker.last
        speaker.samples = [*speaker.samples, post.id][-SAMPLES:]
        self._state.speakers[post.author] = speaker
        _cut(self._state.speakers, AUTHORS)
        if post.at and post.id and self._addressed(post) and _asks(post):
            asked = Asked(post.author, post.text, post.at.astimezone(UTC))
            self._state.asked[post.id] = asked
            _cut(self._state.asked, QUESTIONS)

    def _addressed(self, post: Post) -> bool:
        named = {_handle(name) for name in _mentions(post.text)}
        named.add(_handle(post.reply_to_author or ""))
        return not named.isdisjoint(self._state.own)

    def _tie(self, author: str) -> None:
        self._state.ties[_handle(author)] = True
        _cut(self._state.ties, TIES)

    def waiting(self, now: datetime) -> list[Waiting]:
        """Give the questions without an answer, the oldest first."""
        found = [
            Waiting(name, asked.author, asked.text, asked.at, now - asked.at)
            for name, asked in self._state.asked.items()
            if timedelta(0) <= now - asked.at <= PATIENCE
        ]
        return sorted(found, key=lambda each: (each.at, each.id))

    def voices(self, most: int = 20) -> list[Voice]:
        """Give who speaks most without any tie to the leader."""
        found = [
            Voice(author, speaker.posts, speaker.last, tuple(speaker.samples))
            for author, speaker in self._state.speakers.items()
            if speaker.posts >= FEWEST and _handle(author) not in self._state.ties
        ]
        return sorted(found, key=lambda voice: (-voice.posts, voice.author))[:most]

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes) -> "People":
        """Go on from a saved state."""
        return cls(state=msgspec.msgpack.decode(saved, type=State))


def _handle(name: str) -> str:
    return name.lstrip("@＠").lower()


def _mentions(text: str) -> list[str]:
    return [entity.text for entity in entities(text) if entity.kind == "mention"]


def _asks(post: Post) -> bool:
    return any(cue.kind == "question" for cue in cues(post.text, post.lang))


def _cut(table: dict[str, Asked] | dict[str, Speaker] | dict[str, bool], most: int) -> None:
    if len(table) > most:
        del table[next(iter(table))]
