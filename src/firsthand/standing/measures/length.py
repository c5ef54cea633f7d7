"""Usual length: the median number of words of the leader's own posts, articles left aside."""

from datetime import datetime

from firsthand.records.message import Message
from firsthand.records.post import Kind
from firsthand.standing.measure import Counting, Measured, figure, too_few
from firsthand.standing.median import Median
from firsthand.standing.messages import LENGTH, LENGTH_TITLE
from firsthand.standing.reading import Reading

NEEDS = 20
HIGHEST = 5_000


class UsualLength:
    """Words in the middle post."""

    name = "length"
    title: Message = LENGTH_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Words()


class _Words:
    def __init__(self) -> None:
        self._median = Median(HIGHEST)

    def see(self, reading: Reading) -> None:
        if reading.own and reading.post.kind is not Kind.ARTICLE:
            self._median.count(reading.post, len(reading.words))

    def tell(self, now: datetime) -> Measured:
        median = self._median
        if median.n < NEEDS:
            return too_few("length", median.n, NEEDS, samples=median.samples)
        return Measured(
            measure="length",
            value=median.value,
            n=median.n,
            needs=NEEDS,
            said=LENGTH(value=figure(median.value)),
            samples=median.samples,
        )


measure = UsualLength()
