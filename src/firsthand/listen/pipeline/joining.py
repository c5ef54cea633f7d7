"""Conversations worth joining, for each leader: which posts make them, and how they are told."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from firsthand.listen.people import manners
from firsthand.listen.people.conversations import Conversation, Conversations, Remark, proof_of
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.rising import Rising
from firsthand.listen.pipeline.signals import Heard, author_of, name_of
from firsthand.listen.pipeline.spoken import said_before
from firsthand.records.message import Said
from firsthand.records.post import Kind, Post
from firsthand.records.query import About, Hashtag, Query, Words, sought
from firsthand.records.signal import Proof, Signal, SignalKind
from firsthand.records.spans import moment, span
from firsthand.records.strategy import Expertise

_HOUSE = frozenset({About.LEADER, About.ORGANISATION, About.PRODUCT})
_HARSH = frozenset({"insult", "accusation"})


class Joining:
    """Follows the conversations around each leader. `room`: the share of the usual room for each.

    Worth joining are those on a topic of which the leader is an expert, or informed, or
    has spoken before; a question that nobody has answered yet is one by itself where the
    leader is an expert or has spoken of it.
    """

    def __init__(self, rising: Rising, room: float) -> None:
        self._rising = rising
        self._room = room
        self._talks: dict[str, Conversations] = {}
        self._said: dict[tuple[str, str], list[Proof]] = {}
        self._due: dict[str, bool] = {}

    def hear(self, heard: Heard, leader: str) -> None:
        """Take in a post of a leader's communities."""
        post = heard.post
        if post.at is None or post.kind is Kind.REPOST:
            return
        queries = [query for query in heard.watches if query.leader == leader]
        topics = [query for query in queries if query.about is About.TOPIC]
        talks = self._talks.get(leader)
        if not topics and (talks is None or not talks.knows(post)):
            return
        if talks is None:
            talks = self._talks[leader] = Conversations(room=self._room)
        if talks.hear(self._remark(heard, leader, topics, queries)):
            self._due[leader] = True

    def _remark(
        self, heard: Heard, leader: str, topics: Sequence[Query], queries: Sequence[Query]
    ) -> Remark:
        post, kinds = heard.post, {cue.kind for cue in heard.cues}
        known = [query for query in topics if self._knows(query, leader)]
        asks = "question" in kinds and any(self._knows_well(query, leader) for query in known)
        return Remark(
            proof=proof_of(post),
            at=_moment(post),
            under=tuple(name for name in (post.reply_to, post.quote_of) if name),
            story=heard.story,
            place=next(_bare(query) for query in queries if query.about is About.COMMUNITY),
            topics=tuple(_bare(query) for query in known),
            own=tuple(proof for query in known for proof in self._own(query, leader)),
            opens=asks and manners.asks_everybody(post, heard.cues),
            harsh=not _HARSH.isdisjoint(kinds),
            house=any(query.about in _HOUSE for query in queries),
        )

    def _knows(self, topic: Query, leader: str) -> bool:
        return topic.expertise is not Expertise.LEARNING or bool(self._own(topic, leader))

    def _knows_well(self, topic: Query, leader: str) -> bool:
        return topic.expertise is Expertise.EXPERT or bool(self._own(topic, leader))

    def _own(self, topic: Query, leader: str) -> list[Proof]:
        """Give what the leader has said of a topic, in its words."""
        key = leader, topic.name
        if key not in self._said:
            parts = sought(topic.wants)
            terms = [
                part.text if isinstance(part, Words) else part.tag
                for part in parts
                if isinstance(part, Words | Hashtag)
            ]
            self._said[key] = self._rising.said_of(terms, leader)
        return self._said[key]

    def own(self, post: Post, leader: str) -> None:
        """Take in a post of the leader's own: in that conversation they are already."""
        for key in [key for key in self._said if key[0] == leader]:
            del self._said[key]
        if leader in self._talks:
            self._talks[leader].joined((post.reply_to, post.quote_of, post.repost_of))

    def pass_time(self, now: datetime) -> Iterator[Signal]:
        """Give the conversations that became worth joining, each once."""
        due, self._due = self._due, {}
        for leader in due:
            for talk in self._talks[leader].due(now):
                yield self._signal(talk, now, leader)

    def _signal(self, talk: Conversation, now: datetime, leader: str) -> Signal:
        own, first = talk.own, talk.first
        age = now.astimezone(UTC) - talk.since
        return Signal(
            id=name_of(SignalKind.INVITATION, leader, first.network, first.id or first.text),
            kind=SignalKind.INVITATION,
            leader=leader,
            at=now,
            says=_says(talk, now),
            watches=(f"topic: {talk.topic}", f"community: {talk.place}"),
            proofs=talk.proofs,
            figures={
                "age": max(0.0, age.total_seconds()),
                "voices": len(talk.voices),
                "posts": talk.posts,
                "on_topic": talk.matches,
                "said": len(own),
            },
            details=tuple(_details(talk, own)),
            since=talk.since,
            starter=first,
            own=tuple(own),
        )

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        talks = {leader: each.state() for leader, each in self._talks.items()}
        return {"talks": talks, "due": list(self._due)}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._talks = {
            leader: Conversations.load(saved, room=self._room)
            for leader, saved in state["talks"].items()
        }
        self._due = dict.fromkeys(state["due"], True)
        self._said = {}


def _says(talk: Conversation, now: datetime) -> Said:
    if talk.lone:
        author = author_of(talk.first.author)
        return say.INVITATION(author=author, community=talk.place, topic=talk.topic)
    return say.CONVERSATION(
        community=talk.place, voices=len(talk.voices), topic=talk.topic, span=span(now - talk.since)
    )


def _details(talk: Conversation, own: Sequence[Proof]) -> Iterator[Said]:
    first = talk.first
    if not talk.lone and first.at:
        author = f"@{first.author}" if first.author else say.SOMEBODY_LOW
        yield say.STARTED(author=author, time=moment(first.at))
    yield from said_before(own)


def _moment(post: Post) -> datetime:
    return post.at.astimezone(UTC) if post.at else datetime.min.replace(tzinfo=UTC)


def _bare(query: Query) -> str:
    return query.name.partition(": ")[2]
