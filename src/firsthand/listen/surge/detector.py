"""Surges in a series of counts: strictly causal, with one threshold for all series.

A count is held against its baseline at once, for hours and for a day (`looks`); the
rarest answer counts, but none is rarer than chance would make it (`chance`). It is a
surge when that is rarer than once in `DAYS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from firsthand.listen.surge.baseline import Baseline
from firsthand.listen.surge.chance import once_in
from firsthand.listen.surge.looks import LOOKS, QUIET, Asked
from firsthand.listen.surge.plain import plain

DAYS = 7.0
#: News again, for all that was raised: so many times rarer than the last alarm.
ESCALATION = 10.0
#: What is hardly rarer than what scored within `QUIET` scores so much less.
RARER, ECHO = 2.0, 0.1
HALF_LIFE = timedelta(days=2)
FIT_EVERY = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one count says.

    `days`: once in how many days such a level is expected. `score`: 0–1, one half
    where it is worth raising, after what has been raised already. `surge`: raise it.
    `count`, `expected`: of this step; `total`, `usual`: of the time `over` that stands
    out most, which may be this step, or minutes, hours or a day up to it.
    """

    score: float
    surge: bool
    days: float
    count: float
    expected: float
    over: timedelta
    total: float
    usual: float


def weekday(at: datetime) -> int:
    """Give the weekday, 0 for Monday, without knowing of holidays."""
    return at.weekday()


class SurgeDetector:
    """Judge counts one by one, in the order of time, each from those before it only.

    A level of less than `fewest` is never raised, however rare.
    """

    def __init__(
        self,
        step: timedelta,
        *,
        day: Callable[[datetime], int] = weekday,
        days: float = DAYS,
        fewest: float = 0.0,
    ) -> None:
        self.step = step
        self.threshold = days
        self._fewest = fewest
        self._day = day
        self._baseline = Baseline(half_life=HALF_LIFE / step)
        self._asked = [Asked(look, step) for look in LOOKS]
        self._start: datetime | None = None
        self._fitted: datetime | None = None
        self._alarm: tuple[datetime, float] | None = None
        self._scored: tuple[datetime, float] | None = None

    def judge(self, at: datetime, count: float) -> Verdict:
        """Judge one count, then learn from it."""
        if self._start is None:
            self._start = at
        now = (at - self._start) / _DAY
        day = self._day(at)
        expected = self._baseline.expected(at, day)
        days = new = 0.0
        speaks = self._asked[0]
        for asked in self._asked:
            rare = asked.days(now, count, expected)
            if rare > days:
                days, speaks = rare, asked
            if rare > new and self._is_news(at, rare, asked.look.quiet):
                new = rare
        over, total, usual = speaks.level()
        if days >= self.threshold:
            by_chance = once_in(total, usual, over)
            days, new = min(days, by_chance), min(new, by_chance)
        if total < self._fewest:
            new = 0.0
        self._baseline.learn(at, day, count)
        self._fit(at, now)
        return Verdict(
            self._score(at, new), new >= self.threshold, days, count, expected, over, total, usual
        )

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "baseline": plain(self._baseline),
            "asked": [asked.state() for asked in self._asked],
            "start": self._start,
            "fitted": self._fitted,
            "alarm": self._alarm,
            "scored": self._scored,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._baseline = Baseline(**state["baseline"])
        for asked, saved in zip(self._asked, state["asked"], strict=True):
            asked.restore(saved)
        self._start, self._fitted = state["start"], state["fitted"]
        self._alarm, self._scored = _pair(state["alarm"]), _pair(state["scored"])

    def _fit(self, at: datetime, now: float) -> None:
        if now > 0 and (self._fitted is None or at - self._fitted >= FIT_EVERY):
            self._fitted = at
            for asked in self._asked:
                asked.fit(now)

    def _is_news(self, at: datetime, days: float, quiet: timedelta) -> bool:
        if self._alarm is None or at - self._alarm[0] >= quiet:
            return True
        return days >= ESCALATION * self._alarm[1]

    def _score(self, at: datetime, new: float) -> float:
        """Give the score; below an alarm too, one event scores once rather than all along."""
        score = new / (new + self.threshold)
        if new >= self.threshold:
            self._alarm = self._scored = (at, new)
        elif self._scored and at - self._scored[0] < QUIET and new < RARER * self._scored[1]:
            score *= ECHO
        else:
            self._scored = (at, new)
        return score


def _pair(saved: Any) -> tuple[datetime, float] | None:
    return None if saved is None else (saved[0], saved[1])
