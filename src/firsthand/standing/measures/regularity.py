"""Regularity: in how many months, from the first post to the last, something was written (0 to 1).

Months and not weeks: the frequency matters little, a stable presence does.
"""

from datetime import datetime

from firsthand.records.message import Message
from firsthand.standing.measure import Counting, Measured, Samples, figure, too_few
from firsthand.standing.messages import REGULARITY, REGULARITY_TITLE, TOO_SHORT
from firsthand.standing.reading import Reading

NEEDS_POSTS = 10
NEEDS_MONTHS = 6


class Regularity:
    """Months with a post of one's own, among the months that the archive covers."""

    name = "regularity"
    title: Message = REGULARITY_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Months()


class _Months:
    def __init__(self) -> None:
        self._months: set[int] = set()
        self._n = 0
        self._samples = Samples()

    def see(self, reading: Reading) -> None:
        at = reading.post.at
        if reading.own and at is not None:
            self._n += 1
            self._months.add(at.year * 12 + at.month)
            self._samples.add(reading.post)

    def tell(self, now: datetime) -> Measured:
        if self._n < NEEDS_POSTS:
            return too_few("regularity", self._n, NEEDS_POSTS, samples=self._samples.ids)
        span = max(self._months) - min(self._months) + 1
        if span < NEEDS_MONTHS:
            return too_few("regularity", span, NEEDS_MONTHS, TOO_SHORT, self._samples.ids)
        return Measured(
            measure="regularity",
            value=len(self._months) / span,
            n=self._n,
            needs=NEEDS_POSTS,
            said=REGULARITY(yes=figure(len(self._months)), n=figure(span)),
            samples=self._samples.ids,
        )


measure = Regularity()
