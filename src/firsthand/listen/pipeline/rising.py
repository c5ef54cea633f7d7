"""What rises in the leaders' communities, told once each, beside what the leader speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from firsthand.listen.match.matcher import Batch, Matcher
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.signals import name_of, usual
from firsthand.listen.pipeline.spoken import Spoken, said_before
from firsthand.listen.trends import Subject, Trends
from firsthand.listen.trends.everyday import Everyday
from firsthand.listen.trends.trends import CORE, SIGNS, TOGETHER
from firsthand.records.message import Said
from firsthand.records.post import Post
from firsthand.records.query import About, Query
from firsthand.records.signal import Proof, Signal, SignalKind, State
from firsthand.records.spans import moment

QUARTER = timedelta(minutes=15)
SAMPLED = 32
"""Posts of a leader's communities that are read in a quarter; of more, the first ones."""
MOST_SIGNS = 200_000
"""Signs remembered for all leaders together."""
SAME = timedelta(hours=24)
"""A subject that rises again within such a time is the same."""
RARE, TERMS = 0.3, 60
"""Usual count up to which more signs of a subject are learnt; signs known of one."""
SHOWN, OWN = 4, 500
"""Terms of a subject that are shown; posts of a leader's own that are remembered."""


class Told(msgspec.Struct):
    """A subject that was told of. `terms`: those first told, then `learnt` ones."""

    id: str
    terms: list[str]
    at: datetime
    since: datetime
    posts: float
    number: int = 0
    learnt: list[str] = []

    def take(self, subject: Subject) -> None:
        """Learn the signs of more of the same; an everyday word tells no subject apart."""
        if subject.usual <= RARE:
            self.learnt = list(dict.fromkeys([*self.learnt, *subject.terms]))[:TERMS]

    def holds(self, subject: Subject) -> float:
        """Give the share of a subject's posts that have a term of this one, or two learnt later."""
        first, learnt = set(self.terms), set(self.learnt)
        return sum(
            not first.isdisjoint(said) or len(learnt & said) > 1 for said in subject.said
        ) / max(1, len(subject.said))


class Leader(msgspec.Struct):
    """What is remembered for one leader, beside the trends themselves."""

    read: int = 0
    told: list[Told] = []
    said: list[Proof] = []


class Rising:
    """Trends for each leader. `spoken`: what each has said before, from their archive."""

    def __init__(self, matcher: Matcher, spoken: Mapping[str, Spoken], leaders: int) -> None:
        self._matcher = matcher
        self._spoken = dict(spoken)
        self._room = max(500, min(SIGNS, MOST_SIGNS // max(1, leaders)))
        self._everyday = Everyday()
        self._trends: dict[str, Trends] = {}
        self._known: dict[str, Leader] = {}
        self._judged: datetime | None = None

    def hear(self, post: Post, leader: str) -> None:
        """Take in a post of a leader's communities."""
        known = self._knows(leader)
        known.read += 1
        if known.read <= SAMPLED:
            self._trends[leader].add([post])

    def own(self, proof: Proof, leader: str) -> None:
        """Remember a post of the leader's own."""
        known = self._knows(leader)
        known.said = [*known.said, proof][-OWN:]

    def said_of(self, terms: Sequence[str], leader: str) -> list[Proof]:
        """Give what a leader has said that holds one of some words, the latest first."""
        archive, known = self._spoken.get(leader), self._known.get(leader)
        lately = Spoken(known.said).about(terms) if known else []
        found = [*lately, *(archive.about(terms) if archive else ())]
        return list({proof.id or proof.text: proof for proof in found}.values())

    def _knows(self, leader: str) -> Leader:
        known = self._known.get(leader)
        if known is None:
            known = self._known[leader] = Leader()
            self._trends[leader] = Trends(room=self._room, everyday=self._everyday)
        return known

    def pass_time(self, now: datetime, following: Following) -> Iterator[Signal]:
        """Let time pass; gives each quarter what rises and has not been told of."""
        if self._judged is None:
            self._judged = now
        if now - self._judged < QUARTER:
            return
        self._judged = now
        for leader, known in self._known.items():
            if known.read:
                known.read = 0
                for subject in self._trends[leader].rising(now):
                    yield from self._told(subject, leader, now, following)

    def _told(
        self, subject: Subject, leader: str, now: datetime, following: Following
    ) -> Iterator[Signal]:
        known = self._known[leader]
        known.told = [each for each in known.told if now - each.at < SAME]
        same = _same(subject, known.told)
        if same is not None:
            same.at = now
            same.take(subject)
            if subject.posts < 2 * same.posts:
                return
            same.number += 1
            same.posts = subject.posts
        else:
            same = self._new(subject, leader, now)
            known.told.append(same)
        yield self._signal(subject, same, leader, now, following)

    def _new(self, subject: Subject, leader: str, now: datetime) -> Told:
        started = subject.started
        name = name_of(SignalKind.TREND, leader, subject.terms[0], started.id if started else "")
        since = started.at if started and started.at else now
        return Told(name, list(subject.terms[:CORE]), now, since, subject.posts)

    def _signal(
        self, subject: Subject, told: Told, leader: str, now: datetime, following: Following
    ) -> Signal:
        texts = [sample.text for sample in subject.samples]
        queries = self._about(subject.samples, leader)
        own = self.said_of(subject.terms, leader)
        part = following.claim_in(leader, texts)
        return Signal(
            id=told.id,
            kind=SignalKind.TREND,
            leader=leader,
            at=now,
            says=say.TREND(
                terms=", ".join(subject.terms[:SHOWN]),
                # Posts fade with age: of as many accounts there are as many posts at least.
                posts=max(round(subject.posts), subject.voices),
                voices=subject.voices, usual=usual(subject.usual),
            ),
            watches=tuple(query.name for query in queries),
            proofs=subject.samples,
            p=round(1 - subject.p, 6),
            figures={"posts": subject.posts, "usual": subject.usual, "voices": subject.voices},
            state=State.GROWING if told.number else State.OPEN,
            number=told.number,
            details=tuple(_details(subject, queries, own)),
            since=told.since,
            starter=subject.started,
            own=tuple(own),
            part_of=part.id if part else None,
        )  # fmt: skip

    def _about(self, samples: Sequence[Proof], leader: str) -> list[Query]:
        """Give the topics and communities of a leader that some posts are of."""
        count = len(samples)
        batch = Batch(
            [each.text for each in samples], [each.author for each in samples],
            [each.network for each in samples], [None] * count, [()] * count,
        )  # fmt: skip
        found = [self._matcher.queries[n] for n in self._matcher.match(batch).queries.tolist()]
        wanted = (About.TOPIC, About.COMMUNITY)
        return list(
            dict.fromkeys(each for each in found if each.leader == leader and each.about in wanted)
        )

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "trends": {leader: trends.state() for leader, trends in self._trends.items()},
            "everyday": self._everyday.state(),
            "known": msgspec.msgpack.encode(self._known),
            "judged": self._judged,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._everyday = Everyday.load(state["everyday"])
        self._trends = {
            leader: Trends.load(saved, room=self._room, everyday=self._everyday)
            for leader, saved in state["trends"].items()
        }
        self._known = msgspec.msgpack.decode(state["known"], type=dict[str, Leader])
        self._judged = state["judged"]


def _same(subject: Subject, told: Sequence[Told]) -> Told | None:
    """Give the subject already told of which most of these posts are, whatever their signs."""
    best = max(told, key=lambda each: each.holds(subject), default=None)
    return best if best and best.holds(subject) >= TOGETHER else None


def _details(subject: Subject, queries: Sequence[Query], own: Sequence[Proof]) -> Iterator[Said]:
    started = subject.started
    if started and started.at:
        author = f"@{started.author}" if started.author else say.SOMEBODY_LOW
        yield say.STARTED(author=author, time=moment(started.at))
    places = [_bare(query) for query in queries if query.about is About.COMMUNITY]
    if places:
        yield say.AMONG(names=", ".join(places))
    topics = [_bare(query) for query in queries if query.about is About.TOPIC]
    yield say.YOUR_TOPICS(names=", ".join(topics)) if topics else say.NO_TOPIC()
    yield from said_before(own)


def _bare(query: Query) -> str:
    return query.name.partition(": ")[2]
