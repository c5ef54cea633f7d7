"""Conversations of a leader's communities that are worth joining, with bounded memory.

talks = Conversations()
talks.hear(remark)        # True: what it belongs to is worth joining from now on
talks.joined(names)       # the leader spoke in it: it is nobody's news any more
talks.due(now)            # [Conversation, …], each once
saved = talks.state()     # bytes; Conversations.load(saved) goes on from there

A conversation is a thread (what answers or quotes the same post) or several posts of one
story, begun by somebody who speaks of one of the leader's topics.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from firsthand.listen.bounded import put_last
from firsthand.records.post import Post
from firsthand.records.signal import Proof
from firsthand.text.similarity import similarity

YOUNG = timedelta(hours=6)
"""A conversation begun longer ago than this has been had without the leader."""
VOICES, ANSWERS = 3, 1
"""Distinct accounts that speak in it, and posts that answer others, before it is one."""
QUARREL, THEIRS = 0.25, 1 / 3
"""Share of harsh posts from which it is a quarrel; of posts about the house, from which it is a
question or a rumour, told of as such."""
ALIKE = 0.3
"""Likeness of texts from which posts of one story are of one conversation."""
A_DAY = 5
"""Lone questions told of a day: of a busy hashtag there would be hundreds."""
TALKS, NAMES = 1_000, 20_000
"""Conversations, and names of posts that lead to them, remembered."""
PROOFS, LONGEST = 4, 500
DAY = timedelta(days=1)
_STORY = "\x1f"


class Remark(NamedTuple):
    """One post of somebody of the communities, as far as conversations go.

    `under`: the posts it answers or quotes. `topics`: topics of the leader's it speaks
    of, `own`: what the leader has said of them. `opens`: an honest question to everybody on a subject that the leader knows well.
    `harsh`: it insults or accuses. `house`: it speaks of the leader or the organisation.
    """

    proof: Proof
    at: datetime
    under: tuple[str, ...] = ()
    story: int | None = None
    place: str = ""
    topics: tuple[str, ...] = ()
    own: tuple[Proof, ...] = ()
    opens: bool = False
    harsh: bool = False
    house: bool = False


class Conversation(msgspec.Struct):
    """What is remembered of one; times in UTC. `matches`: its posts that speak of a topic.

    `closed`: it was told of, or the leader is in it. `lone`: it is a question that nobody
    has answered. `first_house`: it began with the leader or the organisation. `own`:
    what the leader has said of its topic before.
    """

    since: datetime
    last: datetime
    first: Proof
    first_house: bool
    posts: int = 0
    answers: int = 0
    harsh: int = 0
    house: int = 0
    matches: int = 0
    closed: bool = False
    lone: bool = False
    voices: dict[str, int] = {}
    places: dict[str, int] = {}
    topics: dict[str, int] = {}
    latest: list[Proof] = []
    own: list[Proof] = []

    def add(self, remark: Remark) -> None:
        """Count a post."""
        self.posts += 1
        self.last = max(self.last, remark.at)
        self.answers += bool(remark.under)
        self.harsh += remark.harsh
        self.house += remark.house
        self.matches += bool(remark.topics)
        self.own = self.own or list(remark.own)
        for table, names in (
            (self.voices, (remark.proof.author or remark.proof.id,)),
            (self.places, (remark.place,)),
            (self.topics, remark.topics),
        ):
            for name in names:
                table[name] = table.get(name, 0) + 1
        if self.posts > 1:
            self.latest = [*self.latest, remark.proof][1 - PROOFS :]

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The first post and the latest ones."""
        return (self.first, *self.latest)

    @property
    def topic(self) -> str:
        """The topic most spoken of."""
        return max(self.topics, key=self.topics.__getitem__)

    @property
    def place(self) -> str:
        """The community most of it comes from."""
        return max(self.places, key=self.places.__getitem__)

    def peaceful(self) -> bool:
        """Say whether it is neither a quarrel nor about the leader or the organisation."""
        return (
            self.harsh < QUARREL * self.posts
            and not self.first_house
            and self.house < THEIRS * self.posts
        )

    def worth(self, now: datetime) -> bool:
        """Say whether to join it: an exchange of several, still young, and in peace."""
        exchange = len(self.voices) >= VOICES and self.answers >= ANSWERS
        return (self.lone or exchange) and now - self.since <= YOUNG and self.peaceful()


class State(msgspec.Struct):
    """All that is remembered; in each table the one longest untouched is first."""

    heard: int = 0
    talks: dict[int, Conversation] = {}
    names: dict[str, int] = {}
    due: list[int] = []
    lone: list[datetime] = []


class Conversations:
    """The conversations around one leader. `room`: the share of the usual room that is there."""

    def __init__(self, state: State | None = None, *, room: float = 1.0) -> None:
        self._state = state or State()
        self._talks, self._names = (max(20, round(room * most)) for most in (TALKS, NAMES))

    def knows(self, post: Post) -> bool:
        """Say whether a post answers or quotes one of a known conversation."""
        names = self._state.names
        return post.reply_to in names or post.quote_of in names

    def hear(self, remark: Remark) -> bool:
        """Take in a post; say whether what it belongs to is worth joining from now on."""
        number = self._place(remark)
        if number is None:
            return False
        talk = self._state.talks[number]
        talk.add(remark)
        self._judge_lone(talk, remark)
        if talk.closed or number in self._state.due or not talk.worth(remark.at):
            return False
        self._state.due.append(number)
        return True

    def _place(self, remark: Remark) -> int | None:
        """Give the number of the conversation of a post; None when it begins none."""
        number = self._known(remark)
        if number is None:
            if not remark.topics:
                return None
            number = self._state.heard = self._state.heard + 1
            self._state.talks[number] = Conversation(
                remark.at, remark.at, remark.proof, remark.house
            )
        put_last(self._state.talks, number, self._state.talks[number], self._talks)
        for name in self._ways(remark):
            put_last(self._state.names, name, number, self._names)
        return number

    def _known(self, remark: Remark) -> int | None:
        for name in self._ways(remark):
            number = self._state.names.get(name)
            talk = None if number is None else self._state.talks.get(number)
            if talk and (not name.startswith(_STORY) or _same(talk, remark)):
                return number
        return None

    def _ways(self, remark: Remark) -> list[str]:
        """Give the names that lead to the conversation of a post; a thread goes before a story."""
        names = [*remark.under, remark.proof.id]
        if remark.story is not None and remark.topics and not (remark.under or remark.opens):
            names.append(f"{_STORY}{remark.story}")
        return [name for name in names if name]

    def _judge_lone(self, talk: Conversation, remark: Remark) -> None:
        """Let an open question that begins a conversation be worth an answer by itself."""
        if talk.posts > 1:
            talk.lone = False
        elif remark.opens:
            self._state.lone = [at for at in self._state.lone if remark.at - at < DAY]
            if len(self._state.lone) < A_DAY:
                self._state.lone.append(remark.at)
                talk.lone = True

    def joined(self, names: Iterable[str | None]) -> None:
        """Learn that the leader spoke in the conversations of some posts."""
        for name in names:
            number = self._state.names.get(name or "")
            if number in self._state.talks:
                self._state.talks[number].closed = True

    def due(self, now: datetime) -> list[Conversation]:
        """Give the conversations that became worth joining and still are, each once."""
        found = []
        for number in self._state.due:
            talk = self._state.talks.get(number)
            if talk and not talk.closed and talk.worth(now):
                talk.closed = True
                found.append(talk)
        self._state.due = []
        return found

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes, *, room: float = 1.0) -> "Conversations":
        """Go on from a saved state."""
        return cls(msgspec.msgpack.decode(saved, type=State), room=room)


def _same(talk: Conversation, remark: Remark) -> bool:
    """Say whether a post of the same story goes on with a conversation; stories alone are too wide.

    A thread that is old stays old; what is said of a story again, days later, is new.
    """
    soon = remark.at - talk.last <= YOUNG
    return soon and similarity(talk.first.text, remark.proof.text) >= ALIKE


def proof_of(post: Post) -> Proof:
    """Give a post as it is remembered."""
    return Proof(
        id=post.id, text=post.text[:LONGEST], author=post.author, network=post.network,
        at=post.at.astimezone(UTC) if post.at else None, url=post.url,
    )  # fmt: skip
