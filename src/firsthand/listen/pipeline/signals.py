"""The signals that one post gives by itself: what it asks of whom, and in which words."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.meaning import meanings
from firsthand.listen.pipeline.watched import HOUSE, Watched
from firsthand.listen.rumour import phrases
from firsthand.listen.rumour.claims import stems
from firsthand.records.message import Message, Said
from firsthand.records.post import Kind, Post
from firsthand.records.query import Query, Words, sought
from firsthand.records.quick import quickly
from firsthand.records.signal import Proof, Signal, SignalKind, quick_proof, quick_signal
from firsthand.text.cues import Cue
from firsthand.text.tone import NEGATIVE, NEUTRAL, POSITIVE

_TELLING = frozenset({"question", "thanks", "praise"})

SURE = 0.5
"""A tone at least so probable is what a post is counted for."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A post that some query wants, with what was understood of it."""

    post: Post
    watched: Watched
    tone: tuple[float, float, float]
    cues: tuple[Cue, ...]
    story: int
    said: tuple[phrases.Said, ...] = ()

    def sounds(self) -> int:
        """Give 0 where the post sounds negative, 2 where positive, 1 where neither is sure."""
        negative, _, positive = self.tone
        return NEGATIVE if negative >= SURE else POSITIVE if positive >= SURE else NEUTRAL

    @property
    def watches(self) -> tuple[Query, ...]:
        """The queries that want the post."""
        return self.watched.queries

    def words(self, *kinds: str) -> tuple[str, ...]:
        """Give the words that speak for some kinds of cue."""
        text = self.post.text
        return tuple(dict.fromkeys(text[c.start : c.end] for c in self.cues if c.kind in kinds))

    def proof(self, *kinds: str) -> Proof:
        """Give the post as a proof, with the words of some kinds of cue."""
        post = self.post
        return quick_proof(
            id=post.id, text=post.text, author=post.author, network=post.network, at=post.at,
            url=post.url, words=self.words(*kinds),
        )  # fmt: skip


quick_heard = quickly(Heard)
"""Gives what was heard as `Heard` does, several times as fast."""


def name_of(*parts: object) -> str:
    """Give the id of a signal: the same for the same parts."""
    told = "\x1f".join(map(str, parts))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def names_watched(queries: Iterable[Query]) -> dict[str, frozenset[str]]:
    """Give for each leader the beginnings of the words of their names, which tell no rumour apart."""
    found: dict[str, frozenset[str]] = {}
    for query in queries:
        if query.about in HOUSE:
            text = " ".join(part.text for part in sought(query.wants) if isinstance(part, Words))
            found[query.leader] = found.get(query.leader, frozenset[str]()) | stems(text)
    return found


def identity(post: Post) -> tuple[str, ...]:
    """Give what tells a post from all others, also when its network gives it no id."""
    if post.id:
        return post.network, post.id
    return post.network, post.author, post.at.isoformat() if post.at else "", post.text


def of_post(heard: Heard) -> Iterator[Signal]:
    """Give the signals of one post for each leader whom it concerns; a repost gives none."""
    kinds = {cue.kind for cue in heard.cues}
    if _TELLING.isdisjoint(kinds) or heard.post.kind is Kind.REPOST:
        return
    for leader in heard.watched.leaders():
        watches = [query for query in heard.watches if query.leader == leader]
        for kind, message, cue in meanings(heard.post, heard.cues, heard.tone, watches):
            says = message(author=author_of(heard.post.author))
            yield made(kind, heard, leader, says, cue)


def made(kind: SignalKind, heard: Heard, leader: str, says: Said, *cues: str) -> Signal:
    """Give the signal of one kind that a post makes, shown by the words of some cues."""
    post = heard.post
    return quick_signal(
        id=name_of(kind, leader, *identity(post)),
        kind=kind,
        leader=leader,
        at=post.at,
        says=says,
        watches=heard.watched.names(leader),
        proofs=(heard.proof(*cues),),
        figures={"tone": round(heard.tone[2] - heard.tone[0], 3)},
    )


def usual(posts: float) -> float | Said:
    """Give how many posts are usual, as it is said."""
    rounded = round(posts, 1)
    return rounded or say.HARDLY_ANY()


def author_of(author: str) -> str | Message:
    """Give an author's handle, or what stands for one who is unknown."""
    return author or say.SOMEBODY
