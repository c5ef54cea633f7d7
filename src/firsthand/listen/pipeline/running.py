"""The way of a heard post: match, language, tone, cues, story, counts, detectors, signals."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msgspec

from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.clock import JUMP, Minutes
from firsthand.listen.pipeline.communities import Communities
from firsthand.listen.pipeline.counts import STEP, Counts, Surge
from firsthand.listen.pipeline.decoding import Line, moment
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.matching import matched
from firsthand.listen.pipeline.raising import Raising
from firsthand.listen.pipeline.recent import Recent
from firsthand.listen.pipeline.rising import Rising
from firsthand.listen.pipeline.signals import Heard, names_watched, of_post
from firsthand.listen.pipeline.spoken import Spoken
from firsthand.listen.pipeline.surging import of_surge
from firsthand.listen.pipeline.understanding import Understanding
from firsthand.listen.pipeline.watched import HOUSE, TONES, Key, WatchedSets
from firsthand.listen.surge.detector import weekday
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.message import Message
from firsthand.records.query import Query
from firsthand.records.signal import Signal

LIVE = timedelta(hours=1)
"""A stream whose latest post is no older than this is one of the present."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one batch gave: the posts that some query wants, and the signals they made."""

    heard: list[Heard]
    signals: list[Signal]


_Wanted = tuple[Line, Sequence[int]]
"""A post, and the numbers of the queries that want it."""


@dataclass(slots=True)
class Pipeline:
    """Takes in posts in batches and gives signals; all that it remembers is bounded.

    `own`: for each leader the handles of the accounts whose posts are theirs. `answers`:
    when a rumour was answered elsewhere. `spoken`: what each leader has said before.
    `day`: which weekday a day is like, 0 for Monday; a public holiday is like a Sunday.
    """

    matcher: Matcher
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    answers: Sequence[datetime] = ()
    spoken: Mapping[str, Spoken] = field(default_factory=dict)
    day: Callable[[datetime], int] = weekday
    present: Clock = field(default_factory=SystemClock)
    left_out: Counter[Message] = field(default_factory=Counter)
    total: int = 0
    matched: int = 0
    _sets: WatchedSets = field(init=False)
    _recent: Recent = field(default_factory=Recent)
    _held: _Wanted | None = None
    _understanding: Understanding = field(default_factory=Understanding)
    _counts: Counts = field(init=False)
    _minutes: Minutes = field(default_factory=Minutes)
    _houses: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    _accounts: frozenset[str] = field(init=False)
    _following: Following = field(init=False)
    _raising: Raising = field(init=False)
    _communities: Communities = field(init=False)

    def __post_init__(self) -> None:
        queries = self.matcher.queries
        rising = Rising(self.matcher, self.spoken, len({query.leader for query in queries}))
        self._sets = WatchedSets(queries)
        self._counts = Counts(self.day)
        self._accounts = frozenset().union(*self.own.values())
        self._following = Following(self.answers)
        self._raising = Raising(self._following, self._accounts)
        self._communities = Communities(self.own, rising)
        self._know(queries)

    def add(self, queries: Sequence[Query]) -> None:
        """Listen for more queries, from the next batch on."""
        self.matcher.add(queries)
        self._know(queries)

    def _know(self, queries: Sequence[Query]) -> None:
        self._following.watch(names_watched(queries))
        for query in queries:
            if query.about in HOUSE:
                self._houses[query.leader].append((query.leader, query.name))

    def take(self, lines: Sequence[Line]) -> Taken:
        """Take in a batch of decoded lines."""
        self.total += len(lines)
        wanted = matched(self.matcher, lines)
        return self.follow([lines[at] for at, _ in wanted], [queries for _, queries in wanted])

    def follow(self, lines: Sequence[Line], queries: Sequence[Sequence[int]]) -> Taken:
        """Take in posts that queries want, with the numbers of these queries (see `matched`).

        A last one of a time that nobody confirms yet waits for the next (see `finish`).
        """
        kept = [self._held] if self._held else []
        kept += [each for each in zip(lines, queries, strict=True) if self._is_new(each[0])]
        self._held = kept.pop() if kept and self._is_doubted(kept) else None
        return self._understood(kept)

    def _is_doubted(self, kept: Sequence[_Wanted]) -> bool:
        """Say whether the last of some posts is so much later than all before that it may be wrong."""
        clock, at = self._understanding.clock, moment(kept[-1][0])
        if at is None or (clock.now and at - clock.now <= JUMP):
            return False
        return clock.doubts(at, [moment(line) for line, _ in kept[:-1]], self.present.now())

    def _understood(self, kept: Sequence[_Wanted]) -> Taken:
        watched = [self._sets.of(queries) for _, queries in kept]
        later = moment(self._held[0]) if self._held else None
        now = self.present.now()
        heard = self._understanding.read([line for line, _ in kept], watched, now, later)
        self.matched += len(heard)
        return Taken(heard, [*self._signals(heard)])

    def wait(self) -> list[Signal]:
        """Let time pass until the present; gives what falls due though nobody writes.

        Only in a stream of the present: in the records of another day, a pause says nothing.
        """
        now, clock = self.present.now(), self._understanding.clock
        if clock.now is None or not clock.now < now <= clock.now + LIVE:
            return []
        clock.now = now
        return [*self._steps(now), *(self._passed(now) if self._minutes.begins(now) else ())]

    def finish(self) -> Taken:
        """Take in the post that waits, if any, and judge the step that is running.

        At the end of a stream that will not go on.
        """
        kept, self._held = [self._held] if self._held else [], None
        last, now = self._understood(kept), self._understanding.clock.now
        if now is None:
            return last
        due = [*self._steps(now + STEP), *self._following.pass_time(now)]
        return Taken(last.heard, last.signals + due)

    def _steps(self, now: datetime) -> Iterator[Signal]:
        for surge in self._counts.advance(now):
            yield from self._surged(surge)

    def _is_new(self, line: Line) -> bool:
        if line.id == "" or self._recent.add(f"{line.network or ''}\x1f{line.id}"):
            return True
        self.left_out[say.TWICE] += 1
        return False

    def _signals(self, heard: list[Heard]) -> Iterator[Signal]:
        self._raising.joined(self._understanding.joined)
        for each in heard:
            # One at a time, so that a report knows of nothing later than its alert.
            story, alert = self._raising.place(each)
            if leaders := self._whose(each):
                yield from self._owned(each, story, leaders)
                if alert:
                    self._raising.put_off(story)
            at = each.post.at
            if at is not None:
                # After the answer: what was answered does not wait.
                if self._minutes.begins(at):
                    yield from self._passed(at)
                if not leaders:
                    yield from self._counted(each, at)
            if not leaders:
                yield from self._spoke(each)
                yield from self._raising.hear(each, story, alert=alert)

    def _owned(self, heard: Heard, story: int, leaders: Sequence[str]) -> Iterator[Signal]:
        for leader in leaders:
            yield from self._following.answer(heard, story, leader)
            yield from self._communities.own(heard, leader)

    def _passed(self, at: datetime) -> Iterator[Signal]:
        yield from self._following.pass_time(at)
        yield from self._communities.pass_time(at, self._following)

    def _counted(self, heard: Heard, at: datetime) -> Iterator[Signal]:
        if self._counts.is_over(at):
            yield from self._steps(at)
        author = heard.post.author or heard.post.id
        watches = heard.watched.counted[heard.sounds()]
        self._counts.add(watches, at, author, heard.proof, heard.watched.toned)

    def _surged(self, surge: Surge) -> Iterator[Signal]:
        leader, watch = surge.key
        rumour = self._following.claim_in(leader, [proof.text for proof in surge.proofs])
        whole = self._counts.under_way(self._houses[leader]) if watch in TONES else None
        return of_surge(surge, rumour, whole)

    def _spoke(self, heard: Heard) -> list[Signal]:
        """Take in what somebody else says; gives the signals that the post makes by itself."""
        by_itself = [*of_post(heard)] if heard.cues else []
        if by_itself or heard.watched.places:
            self._communities.hear(heard, by_itself)
        return by_itself

    def _whose(self, heard: Heard) -> Sequence[str]:
        """Give the leaders whose own post it is, or their organisation's."""
        if heard.watched.own or not (self._accounts and heard.post.author):
            return heard.watched.own
        author = account(heard.post.author)
        if author not in self._accounts:
            return ()
        return [leader for leader in heard.watched.leaders() if author in self.own.get(leader, ())]

    def skipped(self) -> Counter[Message]:
        """Give what was left out or corrected on the way, by reason."""
        found = Counter({reason: count for reason, count in self.left_out.items() if count})
        if self._understanding.clock.wrong:
            found[say.NO_TIME] = self._understanding.clock.wrong
        return found

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "total": self.total,
            "matched": self.matched,
            "left_out": [[reason.en, reason.fr, count] for reason, count in self.left_out.items()],
            "recent": self._recent.state(),
            "held": msgspec.to_builtins(self._held),
            "understanding": self._understanding.state(),
            "counts": self._counts.state(),
            "minutes": msgspec.to_builtins(self._minutes, builtin_types=(datetime,)),
            "following": self._following.state(),
            "raising": self._raising.state(),
            "communities": self._communities.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave, with the same queries."""
        self.total, self.matched = state["total"], state["matched"]
        self.left_out = Counter({Message(en, fr): n for en, fr, n in state["left_out"]})
        self._recent = Recent(state["recent"])
        self._held = msgspec.convert(state["held"], tuple[Line, list[int]] | None)
        self._understanding.restore(state["understanding"])
        self._counts.restore(state["counts"])
        self._minutes = msgspec.convert(state["minutes"], Minutes)
        self._following.restore(state["following"])
        self._raising.restore(state["raising"])
        self._communities.restore(state["communities"])
