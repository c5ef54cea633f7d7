"""Surges in a series of counts: strictly causal, with one threshold for all series.

A count is compared with its baseline over several spans of time, from one step to
four hours. Each span asks its own past how rare such an excess is, in days; the
answer is their geometric mean, so that a surge must stand out both at once and for
a while. It is a surge when that is rarer than once in `DAYS`.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from firsthand.listen.surge.baseline import Baseline
from firsthand.listen.surge.tail import Tail

SPANS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
DAYS = 6.0
#: A span that sees nothing special counts as this often, so that others may outweigh it.
NOTHING = 0.05
QUIET = timedelta(hours=12)
ESCALATION = 6.0
GAP_DAYS = 0.25
WARM_UP = timedelta(days=1)
HALF_LIFE = timedelta(days=2)
FIT_EVERY = timedelta(hours=1)
SOFTENING = 4.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one count says.

    `days`: once in how many days such a level is expected. `score`: 0–1, one half
    where it is worth raising, after what has been raised already. `surge`: raise it.
    """

    score: float
    surge: bool
    days: float
    count: float
    expected: float


@dataclass(slots=True)
class _Span:
    steps: int
    tail: Tail
    recent: deque[tuple[float, float]] = field(default_factory=deque)
    count: float = 0.0
    expected: float = 0.0

    def excess(self, count: float, expected: float) -> float:
        """Take in one step and give the excess over the span, in rough standard deviations."""
        self.recent.append((count, expected))
        self.count += count
        self.expected += expected
        if len(self.recent) > self.steps:
            old_count, old_expected = self.recent.popleft()
            self.count -= old_count
            self.expected -= old_expected
        spread = max(self.expected, 0.0) + SOFTENING * self.steps**0.5
        return (self.count - self.expected) / float(spread**0.5)


def weekday(at: datetime) -> int:
    """Give the weekday, 0 for Monday, without knowing of holidays."""
    return at.weekday()


def _values(held: Baseline | Tail | _Span) -> dict[str, Any]:
    """Give the values of a record; its lists are copied, not what they hold."""
    found = ((name, getattr(held, name)) for name in held.__slots__)
    return {name: list(each) if isinstance(each, list) else each for name, each in found}


class SurgeDetector:
    """Judge counts one by one, in the order of time, each from those before it only."""

    def __init__(
        self, step: timedelta, *, day: Callable[[datetime], int] = weekday, days: float = DAYS
    ) -> None:
        self.step = step
        self.threshold = days
        self._day = day
        self._baseline = Baseline(half_life=HALF_LIFE / step)
        lengths = sorted({max(1, round(span / step)) for span in SPANS})
        self._spans = [_Span(steps, Tail(GAP_DAYS)) for steps in lengths]
        self._start: datetime | None = None
        self._fitted: datetime | None = None
        self._alarm: tuple[datetime, float] | None = None

    def judge(self, at: datetime, count: float) -> Verdict:
        """Judge one count, then learn from it."""
        if self._start is None:
            self._start = at
        now = (at - self._start) / timedelta(days=1)
        day = self._day(at)
        expected = self._baseline.expected(at, day)
        warm = at - self._start >= WARM_UP
        days = 1.0
        for span in self._spans:
            height = span.excess(count, expected)
            days *= max(span.tail.days(height) if warm else 0.0, NOTHING)
            span.tail.learn(now, height)
        days **= 1 / len(self._spans)
        self._baseline.learn(at, day, count)
        self._fit(at, now)
        score = days / (days + self._bar(at))
        surge = score >= 0.5
        if surge:
            self._alarm = (at, days)
        return Verdict(score, surge, days, count, expected)

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        spans = [
            {**_values(span), "tail": _values(span.tail), "recent": list(span.recent)}
            for span in self._spans
        ]
        times = {"start": self._start, "fitted": self._fitted, "alarm": self._alarm}
        return {"baseline": _values(self._baseline), "spans": spans, **times}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._baseline = Baseline(**state["baseline"])
        self._spans = [
            _Span(
                steps=span["steps"],
                tail=Tail(
                    **{**span["tail"], "peaks": [(at, h) for at, h in span["tail"]["peaks"]]}
                ),
                recent=deque((count, expected) for count, expected in span["recent"]),
                count=span["count"],
                expected=span["expected"],
            )
            for span in state["spans"]
        ]
        self._start, self._fitted = state["start"], state["fitted"]
        alarm = state["alarm"]
        self._alarm = None if alarm is None else (alarm[0], alarm[1])

    def _fit(self, at: datetime, now: float) -> None:
        if now > 0 and (self._fitted is None or at - self._fitted >= FIT_EVERY):
            self._fitted = at
            for span in self._spans:
                span.tail.fit(now)

    def _bar(self, at: datetime) -> float:
        """Give the rarity to reach: higher for a while after an alarm, so that news is new."""
        if self._alarm is None or at - self._alarm[0] >= QUIET:
            return self.threshold
        return max(self.threshold, ESCALATION * self._alarm[1])
