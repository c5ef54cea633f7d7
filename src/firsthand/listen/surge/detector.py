"""Surges in a series of counts: strictly causal, with one threshold for all series.

A count is held against its baseline at once, for hours and for a day (`looks`); the
rarest answer counts, but none is rarer than chance would make it (`chance`). It is a
surge when that is rarer than once in `DAYS`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec
import numpy as np

from firsthand.listen.surge.chance import once_in
from firsthand.listen.surge.kernels import SLOT_MINUTES, USUAL, rest, step
from firsthand.listen.surge.looks import LOOKS, QUIET
from firsthand.listen.surge.memory import Memory

DAYS = 8.5
#: News again, for all that was raised: so many times rarer than the last alarm.
ESCALATION = 1000.0
#: What is hardly rarer than what scored within `QUIET` scores so much less.
RARER, ECHO = 2.0, 0.1
#: Chance alone has so many tries: about as many watches as a leader has. All of them together
#: should not call anybody oftener than one would for what does happen.
TRIES = 12
#: A series so old without a habit of peaks is a quiet one, of which chance alone tells.
QUIET_AGE = timedelta(days=14)
_MICROSECOND, _DAY = timedelta(microseconds=1), timedelta(days=1)


class Verdict(msgspec.Struct, frozen=True):
    """What one count says.

    `days`: once in how many days such a level is expected, 0 for nothing special. `score`:
    0–1, one half where it is worth raising, after what has been raised already. `surge`:
    raise it. `count`, `expected`: of this step; `total`, `usual`: of the time `over` that
    stands out most, which may be this step, or minutes, hours or a day up to it.
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
        self._memory = Memory.empty(step)
        self._answers = np.zeros((len(LOOKS), USUAL + 1))
        self._start: datetime | None = None
        self._alarm: tuple[datetime, float] | None = None
        self._scored: tuple[datetime, float] | None = None

    def judge(self, at: datetime, count: float) -> Verdict:
        """Judge one count, then learn from it."""
        age = self._age(at)
        slot = (at.hour * 60 + at.minute) // SLOT_MINUTES
        habit, looks, spans, ring, peaks = self._memory
        expected, rarest, full = step(
            habit, looks, spans, ring, peaks, slot, self._day(at), age, count, self._answers
        )
        if full:
            self._memory = self._memory.with_room()
        if count > 0 and age >= QUIET_AGE / _MICROSECOND and self._memory.is_quiet():
            return self._by_chance(at, count, expected)
        if rarest > 0:
            return self._weigh(at, count, expected)
        return Verdict(0.0, False, 0.0, count, expected, self.step, count, expected)

    @property
    def rests(self) -> bool:
        """Say whether no post was counted for so long that silence cannot be a surge."""
        return self._memory.rests()

    def rest(self, at: datetime, steps: int) -> None:
        """Learn from so many steps without a post, the first at `at`, all at once.

        It is what judging each of them does. Only for a detector that rests; else ValueError.
        """
        if not self.rests:
            raise ValueError("posts are still within the time that is looked at")
        while steps > 0:
            since = at - at.replace(hour=0, minute=0, second=0, microsecond=0)
            today = min(steps, -((since - _DAY) // self.step))
            moment, length = since // _MICROSECOND, self.step // _MICROSECOND
            age = self._age(at)
            rest(*self._memory, moment, self._day(at), age, length, today, self._answers)
            steps -= today
            at += self.step * today

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "memory": self._memory.packed(),
            "start": self._start,
            "alarm": self._alarm,
            "scored": self._scored,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._memory = self._memory.restore(state["memory"])
        self._start = state["start"]
        self._alarm, self._scored = _pair(state["alarm"]), _pair(state["scored"])

    def _age(self, at: datetime) -> int:
        if self._start is None:
            self._start = at
        return (at - self._start) // _MICROSECOND

    def _weigh(self, at: datetime, count: float, expected: float) -> Verdict:
        days = new = total = usual = 0.0
        over = self.step
        for look, answer in zip(LOOKS, self._answers.tolist(), strict=True):
            rare = answer[0]
            if rare > days:
                days, total, usual = rare, answer[2], answer[3]
                over = self.step * int(answer[1])
            if rare > new and self._is_news(at, rare, look.quiet):
                new = rare
        if days >= self.threshold:
            known, every = self._memory.known(), self.step
            by_chance = once_in(total, usual, over, known=known, every=every)
            days, new = min(days, by_chance), min(new, by_chance / TRIES)
        if total < self._fewest:
            new = 0.0
        score = self._score(at, new) if new else 0.0
        return Verdict(score, new >= self.threshold, days, count, expected, over, total, usual)

    def _by_chance(self, at: datetime, count: float, expected: float) -> Verdict:
        """Judge a level in a series that is silent but for a post now and then, by chance alone."""
        rarest, level = 0.0, (self.step, count, expected)
        for steps, total, usual in self._memory.levels():
            over, known = self.step * steps, self._memory.known()
            rare = once_in(total, usual, over, known=known, every=self.step)
            if rare > rarest:
                rarest, level = rare, (over, total, usual)
        # Nobody has seen a year of it: nothing is called rarer than the past is long.
        days = min(rarest / TRIES, (at - (self._start or at)) / _DAY)
        over, total, usual = level
        new = days if total >= self._fewest and self._is_news(at, days, QUIET) else 0.0
        score = self._score(at, new) if new else 0.0
        return Verdict(score, new >= self.threshold, days, count, expected, over, total, usual)

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
