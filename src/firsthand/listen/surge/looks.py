"""Three questions to each count: is it high at once, for hours, for a day?

Each question compares counts with their baseline over spans of time. Each span asks
its own past how rare such an excess is, in days; the answer to the question is their
geometric mean, so that a surge at once must stand out for a while too. What lasts is
read with single steps cut, so that one burst does not pass for a long day.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from firsthand.listen.surge.plain import plain
from firsthand.listen.surge.tail import Tail

QUIET = timedelta(hours=12)
GAP_DAYS = 0.25
SOFTENING = 4.0
#: A span that sees nothing special counts as this often, so that others may outweigh it.
NOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Look:
    """One question.

    `every`: how often it is asked, at least once a step. `cut`: a step counts for at
    most this many standard deviations above what was expected. `rarer`: its days are
    divided by this, because errors of the baseline last too. `quiet`: for so long after
    an alarm it says nothing new, as its spans still hold what was raised and how that
    faded. `warm_up`: a day is known to be long only once each weekday was seen twice.
    """

    spans: tuple[timedelta, ...]
    every: timedelta
    cut: float
    rarer: float
    warm_up: timedelta
    quiet: timedelta


AT_ONCE = Look(
    spans=(
        timedelta(minutes=5),
        timedelta(minutes=15),
        timedelta(hours=1),
        timedelta(hours=3),
    ),
    every=timedelta(minutes=5),
    cut=float("inf"),
    rarer=1.0,
    warm_up=timedelta(days=1),
    quiet=QUIET,
)
FOR_HOURS = Look(
    spans=(timedelta(hours=4), timedelta(hours=12)),
    every=timedelta(minutes=30),
    cut=5.0,
    rarer=2.0,
    warm_up=timedelta(days=7),
    quiet=QUIET + 2 * timedelta(hours=12),
)
FOR_A_DAY = Look(
    spans=(timedelta(days=1),),
    every=timedelta(minutes=30),
    cut=5.0,
    rarer=2.0,
    warm_up=timedelta(days=14),
    quiet=QUIET + 2 * timedelta(days=1),
)
LOOKS = (AT_ONCE, FOR_HOURS, FOR_A_DAY)


@dataclass(slots=True)
class Span:
    """Counts, as cut and as they came, and expectations of the last `units`."""

    units: int
    softening: float
    tail: Tail = field(default_factory=lambda: Tail(GAP_DAYS))
    recent: deque[tuple[float, float, float]] = field(default_factory=deque)
    cut: float = 0.0
    count: float = 0.0
    expected: float = 0.0

    def excess(self, cut: float, count: float, expected: float) -> float:
        """Take in one unit and give the excess over the span, in rough standard deviations."""
        self.recent.append((cut, count, expected))
        self.cut += cut
        self.count += count
        self.expected += expected
        if len(self.recent) > self.units:
            old_cut, old_count, old_expected = self.recent.popleft()
            self.cut -= old_cut
            self.count -= old_count
            self.expected -= old_expected
        spread = max(self.expected, 0.0) + self.softening
        return (self.cut - self.expected) / float(spread**0.5)

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from the values of another."""
        tail = state["tail"]
        self.tail = Tail(**{**tail, "peaks": [(at, height) for at, height in tail["peaks"]]})
        self.recent = deque((cut, count, usual) for cut, count, usual in state["recent"])
        self.cut, self.count, self.expected = state["cut"], state["count"], state["expected"]


class Asked:
    """One question, asked of a series of counts in steps of equal length."""

    def __init__(self, look: Look, step: timedelta) -> None:
        self.look = look
        self._step = step
        self._unit = max(1, round(look.every / step))
        self._warm_up = look.warm_up / timedelta(days=1)
        lengths = sorted({max(1, round(span / step / self._unit)) for span in look.spans})
        self._spans = [
            Span(units, SOFTENING * float((units * self._unit) ** 0.5)) for units in lengths
        ]
        self._share = 1 / len(lengths)
        self._rarest = self._spans[0]
        self._steps, self._cut, self._count, self._expected = 0, 0.0, 0.0, 0.0

    def days(self, now: float, count: float, expected: float) -> float:
        """Take in one step; say once in how many days its like is expected, 0 when not asked.

        `now` is the age of the series, in days.
        """
        self._steps += 1
        self._cut += min(count, expected + self.look.cut * float((expected + 1) ** 0.5))
        self._count += count
        self._expected += expected
        self._rarest = self._spans[0]
        if self._steps < self._unit:
            return 0.0
        days, most = 1.0, 0.0
        for span in self._spans:
            height = span.excess(self._cut, self._count, self._expected)
            of_span = span.tail.days(height)
            if of_span > most:
                most, self._rarest = of_span, span
            days *= max(of_span, NOTHING)
            span.tail.learn(now, height)
        self._steps, self._cut, self._count, self._expected = 0, 0.0, 0.0, 0.0
        return days**self._share / self.look.rarer if now >= self._warm_up else 0.0

    def level(self) -> tuple[timedelta, float, float]:
        """Give the span that was rarest when last asked, with its count and expectation."""
        span = self._rarest
        return self._step * self._unit * len(span.recent), span.count, span.expected

    def fit(self, now: float) -> None:
        """Learn from the peaks so far."""
        for span in self._spans:
            span.tail.fit(now)

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        spans = [
            {
                "tail": plain(span.tail),
                "recent": list(span.recent),
                "cut": span.cut,
                "count": span.count,
                "expected": span.expected,
            }
            for span in self._spans
        ]
        pending = [self._steps, self._cut, self._count, self._expected]
        return {"pending": pending, "spans": spans}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._steps, self._cut, self._count, self._expected = state["pending"]
        for span, saved in zip(self._spans, state["spans"], strict=True):
            span.restore(saved)
