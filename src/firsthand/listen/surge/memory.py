"""What is remembered of a series: rows of numbers that compiled code reads and writes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple, Self

import numpy as np

from firsthand.listen.surge import kernels
from firsthand.listen.surge.kernels import Numbers
from firsthand.listen.surge.looks import LOOKS, Look

HALF_LIFE = timedelta(days=4)
SOFTENING = 4.0
_ROOM = 16
QUIET = 1.5
"""A level of so many times the least is a quiet one: some four posts a day in steps of five minutes."""
_DAY = timedelta(days=1)
_LEARNT, _TOPS = slice(0, kernels.UNIT), slice(0, kernels.UNITS)


class Memory(NamedTuple):
    """One row of habits; one row for each question, each span, and its peaks.

    `ring`: for each question what came between askings, as cut, as it came and as expected.
    """

    habit: Numbers
    looks: Numbers
    spans: Numbers
    ring: Numbers
    peaks: Numbers

    @classmethod
    def empty(cls, step: timedelta) -> Self:
        """Give that of a series in such steps that was not yet seen."""
        spans: list[list[float]] = []
        looks = [_look(look, step, spans) for look in LOOKS]
        longest = int(max(span[kernels.UNITS] for span in spans))
        return cls(
            _habits(HALF_LIFE / step),
            np.array(looks),
            np.array(spans),
            np.zeros((len(looks), longest, 3)),
            np.zeros((len(spans), _ROOM, 3)),
        )

    def with_room(self) -> Self:
        """Give the same with room for at least one more peak of each span."""
        if int(self.spans[:, kernels.FILLED].max()) < self.peaks.shape[1]:
            return self
        return self._replace(peaks=np.concatenate([self.peaks, np.zeros_like(self.peaks)], 1))

    def rests(self) -> bool:
        """Say whether no span holds a post."""
        held = self.spans[-1, kernels.COUNT_SUM] + self.looks[-1, kernels.COUNT]
        return bool(held == 0)

    def is_quiet(self) -> bool:
        """Say whether posts are so few that their peaks are hardly more than one post."""
        return bool(self.habit[kernels.LEVEL] <= QUIET * kernels.LEAST)

    def levels(self) -> list[tuple[int, float, float]]:
        """Give for each span of a surge at once its steps, its count and what was expected."""
        columns = [kernels.UNITS, kernels.COUNT_SUM, kernels.EXPECTED_SUM]
        rows = self.spans[: len(LOOKS[0].spans), columns].tolist()
        return [(int(steps), total, usual) for steps, total, usual in rows]

    def known(self) -> float:
        """Say from about how many posts it is known what is usual, one at least."""
        level, seen, rate = self.habit[[kernels.LEVEL, kernels.SEEN, kernels.RATE]].tolist()
        return float(1 + max(level, 0.0) * min(seen, 1 / rate))

    def packed(self) -> dict[str, bytes]:
        """Give what was learnt, as it is to be stored."""
        return {
            "habit": self.habit.tobytes(),
            "looks": self.looks[:, _LEARNT].tobytes(),
            "spans": self.spans[:, _TOPS].tobytes(),
            "ring": self.ring.tobytes(),
            "peaks": self.peaks.tobytes(),
        }

    def restore(self, saved: Mapping[str, bytes]) -> Self:
        """Give one that goes on from what `packed` gave."""
        found = {name: np.frombuffer(each).copy() for name, each in saved.items()}
        self.looks[:, _LEARNT] = found["looks"].reshape(len(self.looks), -1)
        self.spans[:, _TOPS] = found["spans"].reshape(len(self.spans), -1)
        return self._replace(
            habit=found["habit"],
            ring=found["ring"].reshape(self.ring.shape),
            peaks=found["peaks"].reshape(len(self.spans), -1, 3),
        )


def _habits(half_life: float) -> Numbers:
    """Give the row of a series not yet seen; its level forgets half in so many steps."""
    row = np.ones(kernels.HABITS)
    row[[kernels.LEVEL, kernels.SEEN]] = -1.0, 0.0
    row[[kernels.RATE, kernels.FITTED]] = 1 - 0.5 ** (1 / half_life), -1.0
    return row


def _look(look: Look, step: timedelta, spans: list[list[float]]) -> list[float]:
    """Give the row of a question, and add those of its spans."""
    unit = max(1, round(look.every / step))
    shares: dict[int, float] = {}
    for length, weight in zip(look.spans, look.weights, strict=True):
        units = max(1, round(length / step / unit))
        shares[units] = shares.get(units, 0.0) + weight / sum(look.weights)
    first = len(spans)
    for units, share in sorted(shares.items()):
        softening = SOFTENING * (units * unit) ** 0.5
        spans.append([*kernels.UNKNOWN, 0.0, 0.0, 0.0, units, softening, share])
    warm_up = look.warm_up / _DAY
    kind = [unit, first, len(spans), look.cut, look.rarer, warm_up]
    return [0.0, 0.0, 0.0, 0.0, 0.0, *kind]
