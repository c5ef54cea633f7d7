"""What count to expect: a slow level, times the hour's habit, times the weekday's."""

from dataclasses import dataclass, field
from datetime import datetime

SLOTS = 96
SLOT_MINUTES = 1440 // SLOTS
#: How quickly an hour's habit learns, and how far it spreads to its neighbours.
SLOT_RATE = 0.03
SPREAD = 2
DAY_RATE = 0.004
#: A count beyond this many times what was expected teaches only so much.
CAP_TIMES, CAP_MORE = 4.0, 4.0
LEAST = 0.01


@dataclass(slots=True)
class Baseline:
    """Expected count per step; learns from each count once it has been judged.

    `half_life` is in steps: the level forgets half of the past in that time.
    """

    half_life: float
    level: float | None = None
    seen: int = 0
    slots: list[float] = field(default_factory=lambda: [1.0] * SLOTS)
    days: list[float] = field(default_factory=lambda: [1.0] * 7)

    def expected(self, at: datetime, day: int) -> float:
        """Give the count expected at a moment; `day` is its weekday, 6 for a holiday."""
        if self.level is None:
            return LEAST
        return max(LEAST, self.level * self.slots[_slot(at)] * self.days[day])

    def learn(self, at: datetime, day: int, count: float) -> None:
        """Learn from one count; one far above expectation is cut first."""
        if self.level is None:
            self.level = max(count, 0.5)
        slot = _slot(at)
        habit = self.slots[slot] * self.days[day]
        kept = min(count, self.level * habit * CAP_TIMES + CAP_MORE)
        self.seen += 1
        rate = max(1 - 0.5 ** (1 / self.half_life), 1 / (self.seen + 1))
        self.level = max(LEAST, self.level + rate * (kept / habit - self.level))
        self._learn_habits(slot, day, kept)

    def _learn_habits(self, slot: int, day: int, kept: float) -> None:
        level = self.level or LEAST
        of_slot = (kept + 1) / (level * self.days[day] + 1)
        for near in range(-SPREAD, SPREAD + 1):
            at = (slot + near) % SLOTS
            self.slots[at] += SLOT_RATE * (of_slot - self.slots[at])
        of_day = (kept + 1) / (level * self.slots[slot] + 1)
        self.days[day] += DAY_RATE * (of_day - self.days[day])


def _slot(at: datetime) -> int:
    return (at.hour * 60 + at.minute) // SLOT_MINUTES
