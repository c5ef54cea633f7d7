"""What is said every day, by everybody heard: one memory for all leaders.

With many leaders each has room for few signs of their own, and soon forgets that people
say “tomorrow” every day; what all of them hear together remembers it.
"""

from collections.abc import Iterable
from math import exp

import msgspec

from firsthand.listen.bounded import put_last

RECENT, PAST = 3 * 3600.0, 7 * 86_400.0
"""Seconds in which what is counted as recent, and as past, is forgotten to a third."""
SIGNS = 100_000
"""Signs remembered."""
ENOUGH = 200.0
"""Posts before which nothing is known of what is usual."""


class Count(msgspec.Struct):
    """Two fading counts of the same thing; what is recent is past, too."""

    recent: float = 0.0
    past: float = 0.0
    at: float = 0.0

    def add(self, now: float) -> None:
        """Count once."""
        self.recent, self.past = self.lately(now) + 1, self.faded(now) + 1
        self.at = max(self.at, now)

    def lately(self, now: float) -> float:
        """Give the recent count as it is at a moment."""
        return self.recent * exp(-max(0.0, now - self.at) / RECENT)

    def faded(self, now: float) -> float:
        """Give the past count as it is at a moment."""
        return self.past * exp(-max(0.0, now - self.at) / PAST)

    def before(self, now: float) -> float:
        """Give what was counted before lately."""
        return max(0.0, self.faded(now) - self.lately(now))


class State(msgspec.Struct):
    """All that is remembered; the sign longest unheard is first. `last`: the post counted last."""

    posts: Count = msgspec.field(default_factory=Count)
    signs: dict[str, Count] = {}
    last: str = ""


class Everyday:
    """Counts signs over the posts of all communities."""

    def __init__(self, state: State | None = None) -> None:
        self._state = state or State()

    def add(self, name: str, found: Iterable[str], now: float) -> None:
        """Count a post by its signs; one that several leaders hear in turn counts once."""
        state = self._state
        if name and name == state.last:
            return
        state.last = name
        state.posts.add(now)
        for each in found:
            count = state.signs.get(each) or Count(at=now)
            count.add(now)
            put_last(state.signs, each, count, SIGNS)

    def share(self, name: str, now: float) -> float:
        """Give the share of posts that had a sign before lately; 0 while too few are known."""
        posts, count = self._state.posts.before(now), self._state.signs.get(name)
        return count.before(now) / posts if count and posts >= ENOUGH else 0.0

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes) -> "Everyday":
        """Go on from a saved state."""
        return cls(msgspec.msgpack.decode(saved, type=State))
