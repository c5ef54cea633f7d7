"""The median of whole numbers seen one by one, in bounded memory."""

from collections import Counter

from firsthand.records.post import Post
from firsthand.standing.measure import Samples


class Median:
    """Count values from 0 to a highest one; those beyond count as the highest."""

    def __init__(self, highest: int) -> None:
        self._highest = highest
        self._counts: Counter[int] = Counter()
        self._samples = Samples()
        self.n = 0

    def count(self, post: Post, value: float) -> None:
        """Take in one value, and the post that it is of."""
        self.n += 1
        self._counts[min(max(round(value), 0), self._highest)] += 1
        self._samples.add(post)

    @property
    def value(self) -> int:
        """Give the lower median; there must be at least one value."""
        half = (self.n + 1) // 2
        for value in sorted(self._counts):
            half -= self._counts[value]
            if half <= 0:
                break
        return value

    @property
    def samples(self) -> tuple[str, ...]:
        """Give the ids of the latest posts that were counted."""
        return self._samples.ids
