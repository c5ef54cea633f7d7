"""The way of a heard post: match, language, tone, cues, story, counts, detectors, signals."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.clock import StreamClock
from firsthand.listen.pipeline.counts import STEP, Counts
from firsthand.listen.pipeline.decoding import Line, moment, to_post
from firsthand.listen.pipeline.matching import matched
from firsthand.listen.pipeline.recent import Recent
from firsthand.listen.pipeline.signals import Heard, of_post, of_rumour, of_surge
from firsthand.listen.rumour import Rumours, said_many
from firsthand.listen.stories import Stories
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.message import Message
from firsthand.records.query import About, Query
from firsthand.records.signal import Signal
from firsthand.text.cues import cues_many
from firsthand.text.language import detect_many
from firsthand.text.tone import tone_many

CONCERNED = 20_000
"""Stories for which it is remembered whom they concern."""
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

    `own`: for each leader the handles of the accounts whose posts are theirs.
    """

    matcher: Matcher
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    present: Clock = field(default_factory=SystemClock)
    left_out: Counter[Message] = field(default_factory=Counter)
    total: int = 0
    matched: int = 0
    _clock: StreamClock = field(default_factory=StreamClock)
    _recent: Recent = field(default_factory=Recent)
    _stories: Stories = field(default_factory=Stories)
    _rumours: Rumours = field(default_factory=Rumours)
    _counts: Counts = field(default_factory=Counts)
    _concerned: dict[int, dict[str, None]] = field(default_factory=dict)
    _pending: dict[int, None] = field(default_factory=dict)

    def take(self, lines: Sequence[Line]) -> Taken:
        """Take in a batch of decoded lines."""
        self.total += len(lines)
        wanted = matched(self.matcher, lines)
        return self.follow([lines[at] for at, _ in wanted], [queries for _, queries in wanted])

    def follow(self, lines: Sequence[Line], queries: Sequence[Sequence[int]]) -> Taken:
        """Take in posts that queries want, with the numbers of these queries (see `matched`)."""
        kept = [at for at, line in enumerate(lines) if self._is_new(line)]
        wanted = [tuple(self.matcher.queries[n] for n in queries[at]) for at in kept]
        heard = self._understood([lines[at] for at in kept], wanted)
        self.matched += len(heard)
        return Taken(heard, [*self._signals(heard)])

    def finish(self) -> list[Signal]:
        """Judge the step that is running, at the end of a stream that will not go on."""
        if self._clock.now is None:
            return []
        return [of_surge(surge) for surge in self._counts.advance(self._clock.now + STEP)]

    def _is_new(self, line: Line) -> bool:
        if line.id == "" or self._recent.add(f"{line.network or ''}\x1f{line.id}"):
            return True
        self.left_out[say.TWICE] += 1
        return False

    def _understood(self, lines: list[Line], wanted: list[tuple[Query, ...]]) -> list[Heard]:
        if not lines:
            return []
        texts = [line.text or "" for line in lines]
        langs = _languages(lines, texts)
        present = self.present.now()
        times = [self._clock.read(moment(line), present) for line in lines]
        posts = [to_post(*each) for each in zip(lines, times, langs, strict=True)]
        tones = tone_many(texts, langs).tolist()
        stories = self._stories.add(posts)
        cued = cues_many(texts, langs)
        return [
            Heard(post, queries, tuple(tone), found, story)
            for post, queries, tone, found, story in zip(
                posts, wanted, tones, cued, stories, strict=True
            )
        ]

    def _signals(self, heard: list[Heard]) -> Iterator[Signal]:
        self._rumours.joined(self._stories.joined)
        self._join_concerned(self._stories.joined)
        texts, langs = [h.post.text for h in heard], [h.post.lang for h in heard]
        said = said_many(texts, langs, [h.cues for h in heard])
        for each, found in zip(heard, said, strict=True):
            # One at a time, so that a report knows of nothing later than its alert.
            story, alert = self._rumours.follow(each.post, each.story, found)
            self._note_concerned(story, each)
            if self._is_own(each):
                continue
            yield from self._counted(each)
            yield from of_post(each)
            if alert or story in self._pending:
                yield from self._rumour(each, story)

    def _counted(self, heard: Heard) -> Iterator[Signal]:
        at = heard.post.at
        if at is None:
            return
        if self._counts.is_over(at):
            for surge in self._counts.advance(at):
                yield of_surge(surge)
        for query in heard.watches:
            author = heard.post.author or heard.post.id
            self._counts.add((query.leader, query.name), at, author, heard.proof)

    def _rumour(self, heard: Heard, story: int) -> Iterator[Signal]:
        report = self._rumours.report(story)
        if not report.evidence:
            # Only questions so far: it is told as soon as somebody doubts, accuses or passes on.
            self._pending[story] = None
            if len(self._pending) > PENDING:
                del self._pending[next(iter(self._pending))]
            return
        self._pending.pop(story, None)
        if report.first and account(report.first.author) in self._own_accounts():
            return
        for leader in self._concerned.get(story, {}):
            watches = [query.name for query in heard.watches if query.leader == leader]
            yield of_rumour(heard, report, leader, watches)

    def _note_concerned(self, story: int, heard: Heard) -> None:
        known = self._concerned.get(story)
        for query in heard.watches:
            if query.about in _HOUSE and (known is None or query.leader not in known):
                known = self._concerned.setdefault(story, {})
                known[query.leader] = None
        if len(self._concerned) > CONCERNED:
            del self._concerned[next(iter(self._concerned))]

    def _join_concerned(self, pairs: Sequence[tuple[int, int]]) -> None:
        for part, whole in pairs:
            if (leaders := self._concerned.pop(part, None)) is not None:
                self._concerned[whole] = self._concerned.get(whole, {}) | leaders

    def _own_accounts(self) -> frozenset[str]:
        return frozenset().union(*self.own.values())

    def _is_own(self, heard: Heard) -> bool:
        if not self.own or not heard.post.author:
            return False
        author = account(heard.post.author)
        return any(author in self.own.get(query.leader, ()) for query in heard.watches)

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
            "concerned": [[story, list(leaders)] for story, leaders in self._concerned.items()],
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
        self._concerned = {story: dict.fromkeys(leaders) for story, leaders in state["concerned"]}


def _languages(lines: Sequence[Line], texts: Sequence[str]) -> list[str | None]:
    """Give the network's own tag where there is one, else what the words tell."""
    langs: list[str | None] = [
        line.lang.lower().replace("_", "-").split("-")[0] if line.lang else None for line in lines
    ]
    unknown = [at for at, lang in enumerate(langs) if lang is None]
    for at, told in zip(unknown, detect_many([texts[at] for at in unknown]), strict=True):
        langs[at] = told.lang
    return langs
