"""The way of a heard post: match, language, tone, cues, story, counts, detectors, signals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any

import msgspec

from firsthand.listen.bounded import shorten
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.clock import Minutes, StreamClock
from firsthand.listen.pipeline.communities import Communities
from firsthand.listen.pipeline.counts import STEP, Counts, Surge
from firsthand.listen.pipeline.decoding import Line, moment, to_post
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.languages import languages
from firsthand.listen.pipeline.matching import matched
from firsthand.listen.pipeline.recent import Recent
from firsthand.listen.pipeline.rising import Rising
from firsthand.listen.pipeline.signals import Heard, names_watched, of_post, quick_heard
from firsthand.listen.pipeline.spoken import Spoken
from firsthand.listen.pipeline.surging import of_surge
from firsthand.listen.rumour import Rumours, without_opening
from firsthand.listen.rumour.phrases import said_in
from firsthand.listen.stories import Stories
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.message import Message
from firsthand.records.post import Kind
from firsthand.records.query import About, Query
from firsthand.records.signal import Signal
from firsthand.text.cues import cues_in
from firsthand.text.lines import Lines
from firsthand.text.tone import tone_many

CONCERNED = 20_000
"""Stories for which it is remembered whom they concern."""
PASSING = 3
"""A leader named so many times less often in a story than another is named in passing."""
PENDING = 2_000
"""Stories full of questions that may yet become rumours."""
_HOUSE = (About.LEADER, About.ORGANISATION, About.PRODUCT)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one batch gave: the posts that some query wants, and the signals they made."""

    heard: list[Heard]
    signals: list[Signal]


@dataclass(slots=True)
class Pipeline:
    """Takes in posts in batches and gives signals; all that it remembers is bounded.

    `own`: for each leader the handles of the accounts whose posts are theirs. `answers`:
    when a rumour was answered elsewhere. `spoken`: what each leader has said before.
    """

    matcher: Matcher
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    answers: Sequence[datetime] = ()
    spoken: Mapping[str, Spoken] = field(default_factory=dict)
    present: Clock = field(default_factory=SystemClock)
    left_out: Counter[Message] = field(default_factory=Counter)
    total: int = 0
    matched: int = 0
    _clock: StreamClock = field(default_factory=StreamClock)
    _recent: Recent = field(default_factory=Recent)
    _stories: Stories = field(default_factory=Stories)
    _rumours: Rumours = field(default_factory=Rumours)
    _counts: Counts = field(default_factory=Counts)
    _concerned: dict[int, dict[str, int]] = field(default_factory=dict)
    _pending: dict[int, None] = field(default_factory=dict)
    _minutes: Minutes = field(default_factory=Minutes)
    _following: Following = field(init=False)
    _communities: Communities = field(init=False)

    def __post_init__(self) -> None:
        leaders = {query.leader for query in self.matcher.queries}
        rising = Rising(self.matcher, self.spoken, len(leaders))
        self._following = Following(names_watched(self.matcher.queries), self.answers)
        self._communities = Communities(self.own, rising)

    def take(self, lines: Sequence[Line]) -> Taken:
        """Take in a batch of decoded lines."""
        self.total += len(lines)
        wanted = matched(self.matcher, lines)
        return self.follow([lines[at] for at, _ in wanted], [queries for _, queries in wanted])

    def follow(self, lines: Sequence[Line], queries: Sequence[Sequence[int]]) -> Taken:
        """Take in posts that queries want, with the numbers of these queries (see `matched`)."""
        kept = [at for at, line in enumerate(lines) if self._is_new(line)]
        wanted = self._wanted(tuple(queries[at]) for at in kept)
        heard = self._understood([lines[at] for at in kept], wanted)
        self.matched += len(heard)
        return Taken(heard, [*self._signals(heard)])

    def _wanted(self, queries: Iterable[tuple[int, ...]]) -> list[tuple[Query, ...]]:
        """Give queries by their numbers; posts that the same ones want share one tuple."""
        known: dict[tuple[int, ...], tuple[Query, ...]] = {}
        found: list[tuple[Query, ...]] = []
        for numbers in queries:
            some = known.get(numbers)
            if some is None:
                some = known[numbers] = tuple(self.matcher.queries[n] for n in numbers)
            found.append(some)
        return found

    def finish(self) -> list[Signal]:
        """Judge the step that is running, at the end of a stream that will not go on."""
        now = self._clock.now
        if now is None:
            return []
        surges = [self._surged(surge) for surge in self._counts.advance(now + STEP)]
        return [*chain.from_iterable(surges), *self._following.pass_time(now)]

    def _is_new(self, line: Line) -> bool:
        if line.id == "" or self._recent.add(f"{line.network or ''}\x1f{line.id}"):
            return True
        self.left_out[say.TWICE] += 1
        return False

    def _understood(self, lines: list[Line], wanted: list[tuple[Query, ...]]) -> list[Heard]:
        if not lines:
            return []
        texts = [line.text or "" for line in lines]
        langs = languages(lines, texts)
        present = self.present.now()
        times = self._clock.read_many([moment(line) for line in lines], present)
        posts = [to_post(*each) for each in zip(lines, times, langs, strict=True)]
        tones = tone_many(texts, langs).tolist()
        stories = self._stories.add(posts)
        folded = Lines.of(texts)
        cued = cues_in(folded, langs)
        said = said_in(folded, texts, cued)
        return [
            quick_heard(post, queries, tuple(tone), found, story, phrases)
            for post, queries, tone, found, story, phrases in zip(
                posts, wanted, tones, cued, stories, said, strict=True
            )
        ]

    def _signals(self, heard: list[Heard]) -> Iterator[Signal]:
        self._rumours.joined(self._stories.joined)
        self._join_concerned(self._stories.joined)
        self._following.joined(self._stories.joined)
        for each in heard:
            # One at a time, so that a report knows of nothing later than its alert.
            story, alert = self._rumours.follow(each.post, each.story, each.said)
            self._note_concerned(story, each)
            leaders = self._whose(each)
            for leader in leaders:
                yield from self._following.answer(each, story, leader)
                yield from self._communities.own(each, leader)
            # After the answer: what was answered does not wait.
            yield from self._passed(each.post.at)
            if leaders:
                continue
            yield from self._counted(each)
            by_itself = [*of_post(each)]
            yield from by_itself
            self._communities.hear(each, by_itself)
            yield from self._followed(each, story, alert=alert)

    def _passed(self, at: datetime | None) -> Iterator[Signal]:
        if at is not None and self._minutes.begins(at):
            yield from self._following.pass_time(at)
            yield from self._communities.pass_time(at, self._following)

    def _counted(self, heard: Heard) -> Iterator[Signal]:
        at = heard.post.at
        if at is None:
            return
        if self._counts.is_over(at):
            for surge in self._counts.advance(at):
                yield from self._surged(surge)
        for query in heard.watches:
            author = heard.post.author or heard.post.id
            self._counts.add((query.leader, query.name), at, author, heard.proof)

    def _surged(self, surge: Surge) -> Iterator[Signal]:
        texts = [proof.text for proof in surge.proofs]
        return of_surge(surge, self._following.claim_in(surge.key[0], texts))

    def _followed(self, heard: Heard, story: int, *, alert: bool) -> Iterator[Signal]:
        """Put a post to the rumours that are followed; a new one is one that fits none of them."""
        whose = self._spoken_of(heard, story)
        heard_in = {who for who in whose if self._following.hear(heard, story, who)}
        if len(heard_in) < len(whose) and not alert and self._speaks_apart(heard, story):
            story, alert = self._rumours.follow_apart(heard.post, story, heard.said)
            self._note_concerned(story, heard)
        if not alert and story not in self._pending:
            return
        report = self._rumours.report(story)
        if not report.evidence:
            # Only questions so far: it is told as soon as somebody doubts, accuses or passes on.
            self._pending[story] = None
            shorten(self._pending, PENDING)
            return
        self._pending.pop(story, None)
        if report.first and account(report.first.author) in self._own_accounts():
            if heard.post.kind is Kind.REPLY:
                return  # What people say under the leader's own post is a conversation.
            report = without_opening(report)
        for leader in self._mostly_of(story):
            if leader not in heard_in and not self._following.follows(story, leader):
                watches = [query.name for query in heard.watches if query.leader == leader]
                yield from self._following.raised(heard, report, leader, watches)

    def _spoken_of(self, heard: Heard, story: int) -> list[str]:
        """Give the leaders of whom a post speaks; an answer speaks of those of its story."""
        if heard.post.kind in (Kind.REPLY, Kind.REPOST):
            return list(self._concerned.get(story, ()))
        named = (query.leader for query in heard.watches if query.about in _HOUSE)
        return list(dict.fromkeys(named))

    def _mostly_of(self, story: int) -> list[str]:
        """Give the leaders whom a story concerns, not those whom some post of it names in passing."""
        counts = self._concerned.get(story, {})
        most = max(counts.values(), default=0)
        return [leader for leader, count in counts.items() if PASSING * count >= most]

    def _speaks_apart(self, heard: Heard, story: int) -> bool:
        """Say whether a post speaks of something else than the rumour that its story raised."""
        return heard.post.kind not in (Kind.REPLY, Kind.REPOST) and self._rumours.was_raised(story)

    def _note_concerned(self, story: int, heard: Heard) -> None:
        known = self._concerned.get(story)
        for query in heard.watches:
            if query.about in _HOUSE:
                if known is None:
                    known = self._concerned[story] = {}
                known[query.leader] = known.get(query.leader, 0) + 1
        shorten(self._concerned, CONCERNED)

    def _join_concerned(self, pairs: Sequence[tuple[int, int]]) -> None:
        for part, whole in pairs:
            if (leaders := self._concerned.pop(part, None)) is not None:
                known = self._concerned.setdefault(whole, {})
                for leader, count in leaders.items():
                    known[leader] = known.get(leader, 0) + count

    def _own_accounts(self) -> frozenset[str]:
        return frozenset().union(*self.own.values())

    def _whose(self, heard: Heard) -> list[str]:
        """Give the leaders whose own post it is, or their organisation's."""
        told = [query.leader for query in heard.watches if query.about is About.OWN]
        if not told and self.own and heard.post.author:
            author = account(heard.post.author)
            told = [q.leader for q in heard.watches if author in self.own.get(q.leader, ())]
        return list(dict.fromkeys(told))

    def skipped(self) -> Counter[Message]:
        """Give what was left out or corrected on the way, by reason."""
        found = Counter({reason: count for reason, count in self.left_out.items() if count})
        if self._clock.wrong:
            found[say.NO_TIME] = self._clock.wrong
        return found

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "total": self.total,
            "matched": self.matched,
            "left_out": [[reason.en, reason.fr, count] for reason, count in self.left_out.items()],
            "clock": msgspec.to_builtins(self._clock, builtin_types=(datetime,)),
            "recent": self._recent.state(),
            "stories": self._stories.state(),
            "rumours": self._rumours.state(),
            "counts": self._counts.state(),
            "pending": list(self._pending),
            "minutes": msgspec.to_builtins(self._minutes, builtin_types=(datetime,)),
            "following": self._following.state(),
            "communities": self._communities.state(),
            "concerned": list(self._concerned.items()),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave, with the same queries."""
        self.total, self.matched = state["total"], state["matched"]
        self.left_out = Counter({Message(en, fr): n for en, fr, n in state["left_out"]})
        self._clock = msgspec.convert(state["clock"], StreamClock)
        self._recent = Recent(state["recent"])
        self._stories = Stories.load(state["stories"])
        self._rumours = Rumours.load(state["rumours"])
        self._counts.restore(state["counts"])
        self._pending = dict.fromkeys(state["pending"])
        self._minutes = msgspec.convert(state["minutes"], Minutes)
        self._following.restore(state["following"])
        self._communities.restore(state["communities"])
        self._concerned = {story: dict(counts) for story, counts in state["concerned"]}
