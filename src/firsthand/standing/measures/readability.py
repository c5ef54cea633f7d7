"""Readability: the median ease of reading of the leader's own posts, 0 hard to 100 easy.

Flesch's formula in English, Kandel and Moles' in French; posts of fewer than
`WORDS` words are left aside, as both were made for running text.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from firsthand.records.message import Message
from firsthand.records.post import Post
from firsthand.standing.drawn import Drawn, latest, median
from firsthand.standing.measure import Counting, Measured, figure, too_few
from firsthand.standing.messages import (
    DEMANDING,
    EASY,
    HARD,
    PLAIN,
    READABILITY,
    READABILITY_TITLE,
)
from firsthand.standing.reading import Reading
from firsthand.text.language import detect_many
from firsthand.text.readability import readability
from firsthand.text.tokens import words

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
        self._drawn = Drawn()

    def see(self, reading: Reading) -> None:
        if reading.own:
            self._drawn.see(reading.post)

    def tell(self, now: datetime) -> Measured:
        long = [post for post in self._drawn.posts if len(words(post.text)) >= WORDS]
        read = zip(long, map(readability, (post.text for post in long), _langs(long)), strict=True)
        eases = [(post, ease) for post, ease in read if ease is not None]
        n, samples = len(eases), latest([post for post, _ in eases])
        if n < NEEDS:
            return too_few("readability", n, NEEDS, samples=samples)
        value = min(max(median([ease for _, ease in eases]), 0), 100)
        level = next(word for least, word in _LEVELS if value >= least)
        return Measured(
            measure="readability",
            value=value,
            n=n,
            needs=NEEDS,
            said=self._drawn.telling(READABILITY(value=figure(value), level=level), n),
            samples=samples,
        )


def _langs(posts: Sequence[Post]) -> Iterator[str | None]:
    """Give the language of each post, as it says or as it reads."""
    untold = iter(detect_many([post.text for post in posts if post.lang is None]))
    return (post.lang or next(untold).lang for post in posts)


measure = Readability()
