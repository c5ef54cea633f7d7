"""The time of a stream, told by its posts, none of which is believed alone."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

JUMP = timedelta(hours=6)
"""A post this much later than all before is not believed until another is as late or later."""
AHEAD = timedelta(hours=1)
"""Nobody writes in the future."""
EARLIEST = datetime(2006, 3, 21, tzinfo=UTC)
"""No network is older than its first post."""


class StreamClock(msgspec.Struct):
    """The latest time that the stream has reached; it never goes back."""

    now: datetime | None = None
    candidate: datetime | None = None
    wrong: int = 0

    def read_many(
        self,
        times: Sequence[datetime | None],
        present: datetime,
        later: datetime | None = None,
    ) -> list[datetime | None]:
        """Take in the times of posts, in their order, and give the times to count them at.

        `later`: that of the post that comes after them, if it is known.
        """
        found: list[datetime | None] = []
        for at, following in zip(times, _following(times, present, later), strict=True):
            if at is not None and following is not None and at - following <= JUMP:
                # The next post agrees: if this one is far ahead, the stream was silent for long.
                self.candidate = at if self._is_ahead(at, present) else self.candidate
            found.append(self.read(at, present))
        return found

    def doubts(self, at: datetime, before: Sequence[datetime | None], present: datetime) -> bool:
        """Say whether a time, after those before it, waits for another post to confirm it."""
        latest = present + AHEAD
        known = [each for each in (self.now, *before) if each and EARLIEST <= each <= latest]
        if not known or at > latest or at - max(known) <= JUMP:
            return False
        return not self._confirmed(at, present)

    def _is_ahead(self, at: datetime, present: datetime) -> bool:
        return self.now is not None and at - self.now > JUMP and at <= present + AHEAD

    def read(self, at: datetime | None, present: datetime) -> datetime | None:
        """Take in the time of a post and give the time to count it at.

        A time that cannot be is counted as wrong; the post has none then.
        """
        if at is None:
            return self.now
        if not EARLIEST <= at <= present + AHEAD:
            self.wrong += 1
            return None
        if self.now is None or at - self.now <= JUMP or self._confirmed(at, present):
            self.now = at if self.now is None else max(self.now, at)
            self.candidate = None if self.now >= at else self.candidate
            return at
        self.candidate = at
        return self.now

    def _confirmed(self, at: datetime, present: datetime) -> bool:
        """Say whether another post was as late or later, or the present is."""
        if present - at <= AHEAD:
            return True
        return self.candidate is not None and self.candidate - at <= JUMP


def _following(
    times: Sequence[datetime | None], present: datetime, later: datetime | None
) -> Iterator[datetime | None]:
    """Give for each time the next one that can be; `later` comes after them all."""
    found: list[datetime | None] = []
    for at in reversed(times):
        found.append(later)
        if at is not None and EARLIEST <= at <= present + AHEAD:
            later = at
    return reversed(found)


class Minutes(msgspec.Struct):
    """Says when another minute of the stream has begun."""

    following: datetime | None = None

    def begins(self, at: datetime) -> bool:
        """Say whether a moment is a minute or more later than the last one it was said of."""
        if self.following is not None and at < self.following:
            return False
        self.following = at + timedelta(minutes=1)
        return True
