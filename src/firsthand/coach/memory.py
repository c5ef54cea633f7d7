"""Posts prepared once, so that a review finds those nearest to a draft at once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, sqrt

from firsthand.coach.stems import quick
from firsthand.records.post import Kind, Post

_RAREST = 8
_CANDIDATES = 400
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Near:
    """A post near a draft, and how near: 0 nothing in common, 1 the same words."""

    post: Post
    similarity: float


class Memory:
    """Posts with an inverted index of their content words (cosine on inverse frequencies)."""

    def __init__(self, posts: Iterable[Post]) -> None:
        kept = [post for post in posts if post.text.strip() and post.kind is not Kind.REPOST]
        self.posts = tuple(sorted(kept, key=_when))
        self._stems = [frozenset(quick(post.text)) for post in self.posts]
        self._postings: dict[str, list[int]] = {}
        for index, stems in enumerate(self._stems):
            for stem in stems:
                self._postings.setdefault(stem, []).append(index)
        self._norms = [self._norm(stems) for stems in self._stems]

    def __len__(self) -> int:
        """Count the posts."""
        return len(self.posts)

    def weight(self, stem: str) -> float:
        """Give how telling a word is here: the logarithm of its inverse frequency."""
        return 1.0 + log((1 + len(self.posts)) / (1 + len(self._postings.get(stem, ()))))

    def nearest(self, stems: Iterable[str], n: int = 1) -> list[Near]:
        """Give the posts nearest to some content words, nearest and latest first."""
        wanted = frozenset(stems)
        if len(wanted) < _LEAST_WORDS:
            return []
        norm = self._norm(wanted)
        scored = [
            (self._shared(wanted, index) / (norm * self._norms[index]), index)
            for index in self._candidates(wanted)
            if self._norms[index]
        ]
        scored.sort(reverse=True)
        return [Near(self.posts[index], min(score, 1.0)) for score, index in scored[:n]]

    def between(self, start: datetime, end: datetime) -> list[Post]:
        """Give the posts of a span of time, oldest first."""
        return [post for post in self.posts if post.at is not None and start <= post.at <= end]

    def last(self, days: float, now: datetime) -> list[Post]:
        """Give the posts of the last days."""
        return self.between(now - timedelta(days=days), now)

    def _candidates(self, wanted: frozenset[str]) -> list[int]:
        """Take the latest posts that share one of the most telling words."""
        known = sorted(wanted & self._postings.keys(), key=self.weight, reverse=True)
        counted: Counter[int] = Counter()
        for stem in known[:_RAREST]:
            counted.update(self._postings[stem][-_CANDIDATES:])
        return list(counted)

    def _shared(self, wanted: frozenset[str], index: int) -> float:
        return sum(self.weight(stem) ** 2 for stem in wanted & self._stems[index])

    def _norm(self, stems: frozenset[str]) -> float:
        return sqrt(sum(self.weight(stem) ** 2 for stem in stems))


def _when(post: Post) -> tuple[bool, float]:
    return (post.at is not None, post.at.timestamp() if post.at else 0.0)
