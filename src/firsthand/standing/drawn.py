"""Posts drawn evenly among all, for what is too dear to measure on each.

Those whose hash is lowest are kept (bottom-k sampling; Cohen and Kaplan,
"Summarizing data using bottom-k sketches", 2007): the order of the posts does not
matter, their number need not be known, and the same archive gives the same draw.
"""

from collections.abc import Sequence
from zlib import crc32

from firsthand.records.message import Said
from firsthand.records.post import Post
from firsthand.standing.measure import Samples, figure
from firsthand.standing.messages import SAMPLED

MOST = 1_000
"""Enough that a median of readability is known within a point or two."""


class Drawn:
    """All posts up to `most`, else `most` of them."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: list[tuple[int, Post]] = []
        self._below = 1 << 32
        self._seen = 0

    def see(self, post: Post) -> None:
        """Take in one post."""
        self._seen += 1
        rank = crc32((post.id or post.text).encode())
        if rank < self._below:
            self._kept.append((rank, post))
            if len(self._kept) >= 2 * self._most:
                self._cut()

    def _cut(self) -> None:
        self._kept.sort(key=lambda kept: kept[0])
        del self._kept[self._most :]
        self._below = self._kept[-1][0]

    @property
    def posts(self) -> list[Post]:
        """Give the posts that were drawn."""
        if len(self._kept) > self._most:
            self._cut()
        return [post for _, post in self._kept]

    def telling(self, said: Said, n: int) -> Said:
        """Add to a sentence about `n` of the posts drawn that they were drawn, if they were."""
        if self._seen <= self._most:
            return said
        return SAMPLED(said=said, n=figure(n), of=figure(self._seen))


def median(values: Sequence[float]) -> int:
    """Give the lower median, rounded; there must be at least one value.

    >>> median([31, 12, 7, 40])
    12
    """
    return round(sorted(values)[(len(values) - 1) // 2])


def latest(posts: Sequence[Post]) -> tuple[str, ...]:
    """Give the ids of the latest few of some posts."""
    samples = Samples()
    for post in posts:
        samples.add(post)
    return samples.ids
