"""The detector said slowly and plainly, as a model beside the compiled one."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from firsthand.listen.surge import kernels
from firsthand.listen.surge.looks import LOOKS, Look
from firsthand.listen.surge.memory import HALF_LIFE, SOFTENING

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class Baseline:
    """The count expected: a level, times the slot's habit, times the day's."""

    def __init__(self, half_life: float) -> None:
        self.rate = 1 - 0.5 ** (1 / half_life)
        self.level: float | None = None
        self.seen = 0
        self.slots = [1.0] * kernels.SLOTS
        self.days = [1.0] * 7

    def expected(self, slot: int, day: int) -> float:
        if self.level is None:
            return kernels.LEAST
        return max(kernels.LEAST, self.level * self.slots[slot] * self.days[day])

    def learn(self, slot: int, day: int, count: float) -> None:
        level = max(count, 0.5) if self.level is None else self.level
        habit = self.slots[slot] * self.days[day]
        kept = min(count, level * habit * kernels.CAP_TIMES + kernels.CAP_MORE)
        self.seen += 1
        rate = max(self.rate, 1 / (self.seen + 1))
        self.level = level = max(kernels.LEAST, level + rate * (kept / habit - level))
        of_slot = (kept + 1) / (level * self.days[day] + 1)
        for near in range(-kernels.SPREAD, kernels.SPREAD + 1):
            at = (slot + near) % kernels.SLOTS
            self.slots[at] += kernels.SLOT_RATE * (of_slot - self.slots[at])
        of_day = (kept + 1) / (level * self.slots[slot] + 1)
        self.days[day] += kernels.DAY_RATE * (of_day - self.days[day])


class Tail:
    """The peaks of one measure, and from them how rare a height is."""

    def __init__(self) -> None:
        self.peaks: list[tuple[float, float]] = []
        self.last: tuple[float, float] | None = None
        self.fitted: tuple[float, float, float, float] | None = None

    def days(self, height: float) -> float:
        if self.fitted is None or height <= self.fitted[0]:
            return 0.0
        threshold, scale, shape, a_day = self.fitted
        return float((1 + shape * ((height - threshold) / scale)) ** (1 / shape)) / a_day

    def learn(self, now: float, height: float) -> None:
        if height <= 0:
            return
        if self.last and now - self.last[0] <= kernels.GAP_DAYS:
            if height > self.last[1]:
                self.last = (now, height)
            return
        if self.last:
            self.peaks.append(self.last)
        self.last = (now, height)

    def fit(self, now: float) -> None:
        self.peaks = [peak for peak in self.peaks if peak[0] >= now - kernels.DAYS_KEPT]
        heights = sorted(height for _, height in self.peaks)
        age = min(now, kernels.DAYS_KEPT)
        kept = min(len(heights) - 1, max(kernels.LEAST_KEPT, int(kernels.PEAKS_A_DAY * age)))
        if kept < kernels.FEWEST:
            return
        threshold = heights[-kept - 1]
        excesses = [height - threshold for height in heights[-kept:]]
        mean = sum(excesses) / kept
        if mean <= 0:
            return
        weighted = sum(each * (1 - rank / (kept - 1)) for rank, each in enumerate(excesses)) / kept
        spare = mean - 2 * weighted
        shape = 2 - mean / spare if spare > 1e-12 else kernels.SHAPE_USUAL
        weight = kernels.SHAPE_WEIGHT
        shape = (kept * shape + weight * kernels.SHAPE_USUAL) / (kept + weight)
        shape = min(max(shape, kernels.SHAPE_LOW), kernels.SHAPE_HIGH)
        self.fitted = (threshold, mean * (1 - shape), shape, kept / age)


class Asked:
    """One question, asked of all its spans."""

    def __init__(self, look: Look, step: timedelta) -> None:
        self.look, self.step = look, step
        self.unit = max(1, round(look.every / step))
        self.weights: dict[int, float] = {}
        for span, weight in zip(look.spans, look.weights, strict=True):
            units = max(1, round(span / step / self.unit))
            self.weights[units] = self.weights.get(units, 0.0) + weight / sum(look.weights)
        self.spans = {units: deque[list[float]](maxlen=units) for units in sorted(self.weights)}
        self.tails = {units: Tail() for units in self.spans}
        self.pending = [0.0, 0.0, 0.0]
        self.steps = 0

    def days(self, now: float, count: float, expected: float) -> tuple[float, int, float, float]:
        """Give once in how many days, and the span that says so: steps, count, expectation."""
        self.steps += 1
        cut = min(count, expected + self.look.cut * (expected + 1) ** 0.5)
        self.pending = [a + b for a, b in zip(self.pending, (cut, count, expected), strict=True)]
        if self.steps % self.unit:
            return 0.0, 0, 0.0, 0.0
        most, days, speaks = 0.0, 1.0, (0, 0.0, 0.0)
        for units, recent in self.spans.items():
            recent.append(self.pending)
            cuts, counts, usual = (sum(column) for column in zip(*recent, strict=True))
            softening = SOFTENING * (units * self.unit) ** 0.5
            height = (cuts - usual) / (max(usual, 0.0) + softening) ** 0.5
            of_span = self.tails[units].days(height)
            if of_span > most:
                most, speaks = of_span, (self.unit * len(recent), counts, usual)
            days *= max(of_span, kernels.NOTHING) ** self.weights[units]
            self.tails[units].learn(now, height)
        self.pending = [0.0, 0.0, 0.0]
        warm = now >= self.look.warm_up / DAY
        return days / self.look.rarer if most and warm else 0.0, *speaks


class PlainDetector:
    """How rare each question says that counts are, before chance and what was raised."""

    def __init__(self, step: timedelta, day: Callable[[datetime], int]) -> None:
        self.step, self.day = step, day
        self.baseline = Baseline(HALF_LIFE / step)
        self.asked = [Asked(look, step) for look in LOOKS]
        self.start: datetime | None = None
        self.fitted: datetime | None = None

    def judge(self, at: datetime, count: float) -> tuple[float, list[tuple[float, ...]]]:
        """Give what was expected, and the answers."""
        self.start = self.start or at
        now = (at - self.start) / DAY
        slot, day = (at.hour * 60 + at.minute) // kernels.SLOT_MINUTES, self.day(at)
        expected = self.baseline.expected(slot, day)
        answers = [asked.days(now, count, expected) for asked in self.asked]
        self.baseline.learn(slot, day, count)
        if now > 0 and (self.fitted is None or at - self.fitted >= HOUR):
            self.fitted = at
            for asked in self.asked:
                for tail in asked.tails.values():
                    tail.fit(now)
        return expected, answers
