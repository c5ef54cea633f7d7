"""How many posts a story had, when: counts in steps that grow coarser with its age."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

STEPS = 256
FIRST_STEP = 15.0
"""Seconds a step lasts at first; it doubles when there are more than `STEPS`."""


@dataclass(slots=True)
class Growth:
    """The counts of one story. Times before the first post count as that moment."""

    start: datetime | None = None
    step: float = FIRST_STEP
    counts: list[int] = field(default_factory=list)
    posts: int = 0

    def add(self, at: datetime, count: int = 1) -> None:
        """Count posts of a moment."""
        if self.start is None:
            self.start = at
        self.posts += count
        which = int(max(0.0, (at - self.start).total_seconds()) / self.step)
        while which >= STEPS:
            self._coarsen()
            which //= 2
        self.counts += [0] * (which + 1 - len(self.counts))
        self.counts[which] += count

    def _coarsen(self) -> None:
        self.step *= 2
        if len(self.counts) % 2:
            self.counts.append(0)
        self.counts = [a + b for a, b in zip(self.counts[::2], self.counts[1::2], strict=True)]

    def age(self, now: datetime) -> float:
        """Give the seconds since the first post."""
        return 0.0 if self.start is None else max(0.0, (now - self.start).total_seconds())

    def between(self, since: float, until: float) -> float:
        """Give the posts between two ages in seconds; a step cut in two counts by its part."""
        total = 0.0
        first = max(0, int(since / self.step))
        for which in range(first, min(len(self.counts), int(until / self.step) + 1)):
            begin, end = which * self.step, (which + 1) * self.step
            part = (min(end, until) - max(begin, since)) / self.step
            total += self.counts[which] * max(0.0, min(1.0, part))
        return total

    def silent(self, until: float) -> float:
        """Give the seconds since the last post before an age, as exactly as the steps are."""
        which = min(len(self.counts) - 1, int(until / self.step))
        while which > 0 and not self.counts[which]:
            which -= 1
        return max(0.0, until - (which + 1) * self.step)

    def highest(self, span: float, until: float) -> tuple[float, float]:
        """Give the highest count of a span of seconds before an age, and the age at its middle."""
        best, at = 0.0, 0.0
        pace = max(self.step, span / 4)
        begin = 0.0
        while begin + span <= until + pace / 2:
            held = self.between(begin, begin + span)
            if held > best:
                best, at = held, begin + span / 2
            begin += pace
        return best, at

    def merged(self, other: "Growth") -> "Growth":
        """Give the counts of two stories as one."""
        whole = Growth()
        for moment, count in sorted([*self.moments(), *other.moments()]):
            whole.add(moment, count)
        return whole

    def moments(self) -> list[tuple[datetime, int]]:
        """Give the beginnings of the steps that had posts, and how many."""
        if self.start is None:
            return []
        return [
            (self.start + timedelta(seconds=which * self.step), count)
            for which, count in enumerate(self.counts)
            if count
        ]
