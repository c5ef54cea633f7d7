"""Readability: the median ease of reading of the leader's own posts, 0 hard to 100 easy.

Flesch's formula in English, Kandel and Moles' in French; posts of fewer than
`WORDS` words are left aside, as both were made for running text.
"""

from datetime import datetime

from firsthand.records.message import Message
from firsthand.standing.measure import Counting, Measured, figure, too_few
from firsthand.standing.median import Median
from firsthand.standing.messages import (
    DEMANDING,
    EASY,
    HARD,
    PLAIN,
    READABILITY,
    READABILITY_TITLE,
)
from firsthand.standing.reading import Reading
from firsthand.text.readability import readability

NEEDS = 20
WORDS = 12
_LEVELS = ((70, EASY), (50, PLAIN), (30, DEMANDING), (0, HARD))


class Readability:
    """Ease of reading of the middle post."""

    name = "readability"
    title: Message = READABILITY_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Ease()


class _Ease:
    def __init__(self) -> None:
        self._median = Median(100)

    def see(self, reading: Reading) -> None:
        if not reading.own or len(reading.words) < WORDS:
            return
        ease = readability(reading.post.text, reading.lang)
        if ease is not None:
            self._median.count(reading.post, ease)

    def tell(self, now: datetime) -> Measured:
        median = self._median
        if median.n < NEEDS:
            return too_few("readability", median.n, NEEDS, samples=median.samples)
        level = next(word for least, word in _LEVELS if median.value >= least)
        return Measured(
            measure="readability",
            value=median.value,
            n=median.n,
            needs=NEEDS,
            said=READABILITY(value=figure(median.value), level=level),
            samples=median.samples,
        )


measure = Readability()
