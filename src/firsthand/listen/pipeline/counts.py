"""Posts counted by watch in steps of five minutes, each step judged for surges when it is over."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import msgspec

from firsthand.listen.bounded import put_last
from firsthand.listen.forecast import Growth
from firsthand.listen.pipeline.watched import TONES, Key
from firsthand.listen.surge.detector import SurgeDetector, Verdict, weekday
from firsthand.records.signal import Proof

STEP = timedelta(minutes=5)
WATCHES = 5_000
"""Watches counted; the one longest without a post goes first."""
PROOFS = 5
"""Posts kept of a watch: the latest."""
FEWEST, FEWEST_AUTHORS = 5, 3
"""Posts and accounts in the time that a level speaks of, below which no leader should see it."""
LATE = STEP
"""A post so much older than the step that is running is no longer counted: it would swell that step."""
GOES_ON = timedelta(hours=3)
"""A surge of the same watch within such a time is the same one."""
_PARTS = 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Surge:
    """A surge: of which watch, from when on, how it was judged, and posts that made it."""

    key: Key
    start: datetime
    verdict: Verdict
    proofs: tuple[Proof, ...]
    run: "Run"


class Run(msgspec.Struct):
    """A surge that goes on: its first and its last step, and the posts above the usual.

    `told`: the largest level that somebody was told of, and `number` of that telling.
    """

    start: datetime
    last: datetime
    growth: Growth
    told: float = 0.0
    number: int = -1

    def add(self, start: datetime, verdict: Verdict) -> None:
        """Count what a step had above the usual, spread over it."""
        extra = max(0, round(verdict.count - verdict.expected))
        for part in range(_PARTS):
            more = extra * (part + 1) // _PARTS - extra * part // _PARTS
            if more:
                self.growth.add(start + STEP * part / _PARTS, more)


@dataclass(slots=True)
class _Watch:
    """`judged`: the step up to which it was judged; `proofs`: what gives its latest posts.

    `authors`: the last few, each with its step.
    """

    detector: SurgeDetector
    judged: int
    count: int = 0
    proofs: deque[Callable[[], Proof]] = field(default_factory=lambda: deque(maxlen=PROOFS))
    authors: dict[str, int] = field(default_factory=dict)

    def note(self, author: str, step: int) -> None:
        """Remember that an account spoke in a step."""
        known = self.authors.get(author)
        if known == step:
            return
        if known is not None:
            del self.authors[author]
        elif len(self.authors) >= FEWEST_AUTHORS:
            del self.authors[next(iter(self.authors))]
        self.authors[author] = step

    def judge(self, step: int) -> Verdict:
        """Judge a step; those since the last one were silent."""
        if self.judged < step:
            self.detector.rest(_start(self.judged), step - self.judged)
        self.judged = step + 1
        return self.detector.judge(_start(step), self.count)

    def proven(self, since: datetime) -> tuple[Proof, ...]:
        """Give the latest posts since a moment, the first one first."""
        proofs = [proof() for proof in self.proofs]
        return tuple(proof for proof in proofs if proof.at is None or proof.at >= since)

    def is_heard(self, step: int, verdict: Verdict) -> bool:
        """Say whether enough accounts made a level."""
        since = step - verdict.over // STEP
        return sum(last > since for last in self.authors.values()) >= FEWEST_AUTHORS


class Counts:
    """Counts by watch, fed in any order within a step, judged in the order of time."""

    def __init__(self, day: Callable[[datetime], int] = weekday) -> None:
        self.late = 0
        self._day = day
        self._watches: dict[Key, _Watch] = {}
        self._awake: dict[Key, None] = {}  # the others have been silent for long
        self._runs: dict[Key, Run] = {}
        self._step: int | None = None
        self._end: datetime | None = None
        self._late: datetime | None = None

    def advance(self, now: datetime) -> Iterator[Surge]:
        """Let time pass until `now`; gives the surges of the steps that are over."""
        step = (now - _EPOCH) // STEP
        if self._step is None:
            self._step = step
        for each in range(self._step, step):
            if not self._awake:
                break
            yield from self._judge(each)
        self._go_to(max(self._step, step))

    def _go_to(self, step: int | None) -> None:
        self._step = step
        self._end = None if step is None else _start(step + 1)
        self._late = self._end and self._end - STEP - LATE

    def is_over(self, now: datetime) -> bool:
        """Say whether the step that is running is over at a moment."""
        return self._end is None or now >= self._end

    def add(
        self,
        keys: Iterable[Key],
        at: datetime,
        author: str,
        proof: Callable[[], Proof],
        beside: Iterable[Key] = (),
    ) -> None:
        """Count a post for its watches; one of an earlier step counts in the one that is running.

        `beside`: watches whose past begins with that of these, though it is silent so far.
        """
        if self._late is not None and at < self._late:
            self.late += 1
            return
        step = self._step or 0
        for key in keys:
            watch = self._watches.get(key)
            if watch is None or not watch.count:
                watch = self._begun(key, step, beside)
            watch.count += 1
            watch.note(author, step)
            watch.proofs.append(proof)

    def _begun(self, key: Key, step: int, beside: Iterable[Key]) -> _Watch:
        """Put a watch that has its first post of a step behind all others."""
        watch = self._watches.get(key)
        if watch is None:
            watch = self._new(step)
            for other in beside:
                if other not in self._watches:
                    self._watches[other] = self._new(step)
        put_last(self._watches, key, watch, WATCHES)
        self._awake[key] = None
        return watch

    def _judge(self, step: int) -> Iterator[Surge]:
        found: list[Surge] = []
        for key in list(self._awake):
            watch = self._watches.get(key)
            if watch is None:
                del self._awake[key]
                self._runs.pop(key, None)
                continue
            verdict = watch.judge(step)
            surges = verdict.surge and watch.is_heard(step, verdict)
            if surges or key in self._runs:
                run = self._run(key, _start(step), verdict, surges=surges)
                if surges:
                    proofs = watch.proven(_start(step + 1) - verdict.over)
                    found.append(Surge(key, _start(step), verdict, proofs, run))
            elif not watch.count and watch.detector.rests:
                del self._awake[key]
            watch.count = 0
        # What is said in one tone comes last, so that it is known of what it is a part.
        yield from sorted(found, key=lambda surge: surge.key[1] in TONES)

    def under_way(self, keys: Iterable[Key]) -> tuple[Key, Run] | None:
        """Give the first of some watches that surges, with its surge."""
        return next(((key, self._runs[key]) for key in keys if key in self._runs), None)

    def _new(self, step: int) -> _Watch:
        return _Watch(SurgeDetector(STEP, day=self._day, fewest=FEWEST), step)

    def _run(self, key: Key, start: datetime, verdict: Verdict, *, surges: bool) -> Run:
        run = self._runs.get(key)
        if run is None or start - run.last > GOES_ON:
            run = Run(start, start, Growth())
        run.add(start, verdict)
        if surges:
            run.last = start
            self._runs[key] = run
        elif start - run.last > GOES_ON:
            self._runs.pop(key, None)
        return run

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        watches = [
            [
                *key, watch.judged, watch.count, [proof() for proof in watch.proofs],
                list(watch.authors.items()),
                watch.detector.state(),
            ]
            for key, watch in self._watches.items()
        ]  # fmt: skip
        runs = msgspec.msgpack.encode(list(self._runs.items()))
        awake = list(self._awake)
        return {
            "late": self.late, "step": self._step, "watches": watches, "runs": runs, "awake": awake,
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what `state` gave."""
        self.late = state["late"]
        self._go_to(state["step"])
        self._runs = dict(msgspec.msgpack.decode(state["runs"], type=list[tuple[Key, Run]]))
        self._awake = dict.fromkeys((leader, name) for leader, name in state["awake"])
        for leader, name, judged, count, proofs, authors, detector in state["watches"]:
            watch = self._watches[leader, name] = self._new(judged)
            watch.count = count
            watch.proofs.extend(
                partial(Proof, **{**each, "words": tuple(each["words"])}) for each in proofs
            )
            watch.authors = dict(authors)
            watch.detector.restore(detector)


def _start(step: int) -> datetime:
    return _EPOCH + step * STEP
