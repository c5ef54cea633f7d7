"""Who asks, who speaks, and whom the leader has already answered; with bounded memory."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from firsthand.listen.bounded import shorten
from firsthand.listen.people.sameness import Told, alike, gist
from firsthand.records.post import Kind, Post
from firsthand.records.signal import Proof
from firsthand.text.cues import cues
from firsthand.text.entities import entities

QUESTIONS, AUTHORS, TIES = 5_000, 20_000, 50_000
MINE = 500
"""Latest posts of the leader's own by which answers to them are known."""
PATIENCE = timedelta(days=14)
"""A question older than this waits for nobody any more."""
FEWEST = 3
"""Posts from which somebody is a voice."""
SAMPLES, LONGEST = 3, 500


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
    samples: tuple[Proof, ...]
    place: str = ""


class Asked(msgspec.Struct):
    """A question as it is remembered; `reminded`: somebody was told that it waits."""

    post: Proof
    at: datetime
    reminded: bool = False


class Speaker(msgspec.Struct):
    """An account heard: how often, when last, some posts, and whether somebody was told of it."""

    posts: int = 0
    last: datetime | None = None
    samples: list[Proof] = []
    place: str = ""
    told: bool = False


class State(msgspec.Struct):
    """All that is remembered; in each table the one longest untouched is first."""

    own: tuple[str, ...]
    asked: dict[str, Asked] = {}
    speakers: dict[str, Speaker] = {}
    ties: dict[str, bool] = {}
    mine: dict[str, bool] = {}
    praise: Told = msgspec.field(default_factory=Told)


class People:
    """The people around one leader. `room`: the share of the usual room that is there for them."""

    def __init__(
        self, handles: Iterable[str] = (), *, state: State | None = None, room: float = 1.0
    ) -> None:
        own = tuple(sorted(_handle(name) for name in handles))
        self._state = state or State(own=own)
        self._questions, self._authors, self._ties = (
            max(100, round(room * most)) for most in (QUESTIONS, AUTHORS, TIES)
        )

    def add(self, posts: Sequence[Post]) -> None:
        """Take in posts in the order of time."""
        for post in posts:
            if _handle(post.author) in self._state.own:
                self.own(post)
            elif post.author:
                self.speaks(post)
                if self._addressed(post) and _asks(post):
                    self.asks(post)

    def own(self, post: Post) -> list[Asked]:
        """Take in a post of the leader's own; gives the questions that it answers."""
        if post.id:
            self._state.mine[post.id] = True
            shorten(self._state.mine, MINE)
        answered = [
            asked
            for name in (post.reply_to, post.quote_of)
            if name and (asked := self._state.asked.pop(name, None))
        ]
        known = (post.reply_to_author, post.repost_of_author)
        named = [*_mentions(post.text), *(name for name in known if name)]
        if not post.reply_to:
            answered += self._asked_by({_handle(name) for name in named})
        for author in (*named, *(asked.post.author for asked in answered)):
            self._tie(author)
        return answered

    def _asked_by(self, names: set[str]) -> list[Asked]:
        """Give the questions of people whom a post names without saying which one it answers."""
        found = [n for n, asked in self._state.asked.items() if _handle(asked.post.author) in names]
        return [self._state.asked.pop(name) for name in found]

    def speaks(self, post: Post, place: str = "") -> None:
        """Take in a post of somebody else's, of some community.

        What is passed on, or said again in nearly the same words, makes nobody a voice.
        """
        if post.kind is Kind.REPOST:
            return
        speaker = self._state.speakers.pop(post.author, None) or Speaker()
        words = gist(post.text)
        if any(alike(words, gist(sample.text)) for sample in speaker.samples):
            self._state.speakers[post.author] = speaker
            return
        speaker.posts += 1
        speaker.last = post.at or speaker.last
        speaker.samples = [*speaker.samples, _proof(post)][-SAMPLES:]
        speaker.place = place or speaker.place
        self._state.speakers[post.author] = speaker
        shorten(self._state.speakers, self._authors)

    def asks(self, post: Post) -> None:
        """Take in a question to the leader; one without an id or a time cannot wait."""
        if post.at and post.id:
            self._state.asked[post.id] = Asked(_proof(post), post.at.astimezone(UTC))
            shorten(self._state.asked, self._questions)

    def answers_leader(self, post: Post) -> bool:
        """Say whether a post answers one of the leader's latest without naming them."""
        return not post.reply_to_author and post.reply_to in self._state.mine

    def is_old_praise(self, post: Post) -> bool:
        """Take in praise; say whether others said nearly the same lately, and not to the leader."""
        return not self._addressed(post) and self._state.praise.again(post.text, post.at)

    def _addressed(self, post: Post) -> bool:
        named = {_handle(name) for name in _mentions(post.text)}
        named.add(_handle(post.reply_to_author or ""))
        return not named.isdisjoint(self._state.own)

    def _tie(self, author: str) -> None:
        self._state.ties[_handle(author)] = True
        shorten(self._state.ties, self._ties)

    def overdue(self, now: datetime, after: timedelta) -> list[Asked]:
        """Give the questions that wait for longer than `after`, each once."""
        found = [
            asked
            for asked in self._state.asked.values()
            if not asked.reminded and after <= now - asked.at <= PATIENCE
        ]
        for asked in found:
            asked.reminded = True
        return sorted(found, key=lambda asked: (asked.at, asked.post.id))

    def newcomers(self, now: datetime, most: int = 3) -> list[Voice]:
        """Give the loudest voices of the last weeks without a tie that nobody was told of yet."""
        found = [
            each
            for each in self.voices(len(self._state.speakers))
            if not self._state.speakers[each.author].told
            and each.last
            and now - each.last <= PATIENCE
        ][:most]
        for each in found:
            self._state.speakers[each.author].told = True
        return found

    def waiting(self, now: datetime) -> list[Waiting]:
        """Give the questions without an answer, the oldest first."""
        found = [
            Waiting(name, asked.post.author, asked.post.text, asked.at, now - asked.at)
            for name, asked in self._state.asked.items()
            if timedelta(0) <= now - asked.at <= PATIENCE
        ]
        return sorted(found, key=lambda each: (each.at, each.id))

    def voices(self, most: int = 20) -> list[Voice]:
        """Give who speaks most without any tie to the leader."""
        found = [
            Voice(author, speaker.posts, speaker.last, tuple(speaker.samples), speaker.place)
            for author, speaker in self._state.speakers.items()
            if speaker.posts >= FEWEST and _handle(author) not in self._state.ties
        ]
        return sorted(found, key=lambda voice: (-voice.posts, voice.author))[:most]

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes, *, room: float = 1.0) -> "People":
        """Go on from a saved state."""
        return cls(state=msgspec.msgpack.decode(saved, type=State), room=room)


def _proof(post: Post) -> Proof:
    at = post.at.astimezone(UTC) if post.at else None
    return Proof(
        id=post.id, text=post.text[:LONGEST], author=post.author, network=post.network, at=at,
        url=post.url,
    )  # fmt: skip


def _handle(name: str) -> str:
    return name.lstrip("@＠").lower()


def _mentions(text: str) -> list[str]:
    return [entity.text for entity in entities(text) if entity.kind == "mention"]


def _asks(post: Post) -> bool:
    return any(cue.kind == "question" for cue in cues(post.text, post.lang))
