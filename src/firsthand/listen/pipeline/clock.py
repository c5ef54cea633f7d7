"""The time of a stream, told by its posts, none of which is believed alone."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice

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
        self, times: Sequence[datetime | None], present: datetime
    ) -> list[datetime | None]:
        """Take in the times of posts, in their order, and give the times to count them at."""
        found: list[datetime | None] = []
        for place, at in enumerate(times):
            if at is not None and self.now is not None and at - self.now > JUMP:
                following = next((time for time in islice(times, place + 1, None) if time), None)
                if following is not None and at - following <= JUMP and at <= present + AHEAD:
                    # The next post agrees, so it is the stream that was silent for long.
                    self.candidate = at
            found.append(self.read(at, present))
        return found

    def read(self, at: datetime | None, present: datetime) -> datetime | None:
        """Take in the time of a post and give the time to count it at.

        A time that cannot be is counted as wrong; the post then counts as of now.
        """
        if at is None:
            return self.now
        if not EARLIEST <= at <= present + AHEAD:
            self.wrong += 1
            return self.now
        if self.now is None or at - self.now <= JUMP or self._confirmed(at):
            self.now = at if self.now is None else max(self.now, at)
            self.candidate = None if self.now >= at else self.candidate
            return at
        self.candidate = at
        return self.now

    def _confirmed(self, at: datetime) -> bool:
        return self.candidate is not None and self.candidate - at <= JUMP


class Minutes(msgspec.Struct):
    """Says when another minute of the stream has begun."""

    following: datetime | None = None

    def begins(self, at: datetime) -> bool:
        """Say whether a moment is a minute or more later than the last one it was said of."""
        if self.following is not None and at < self.following:
            return False
        self.following = at + timedelta(minutes=1)
        return True
