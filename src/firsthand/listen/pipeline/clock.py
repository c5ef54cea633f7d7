"""The time of a stream, told by its posts, none of which is believed alone."""

from datetime import UTC, datetime, timedelta

import msgspec

JUMP = timedelta(hours=6)
"""A post this much later than all before is not believed until another comes near it."""
AHEAD = timedelta(hours=1)
"""Nobody writes in the future."""
EARLIEST = datetime(2006, 3, 21, tzinfo=UTC)
"""No network is older than its first post."""


class StreamClock(msgspec.Struct):
    """The latest time that the stream has reached; it never goes back."""

    now: datetime | None = None
    candidate: datetime | None = None
    wrong: int = 0

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
        return self.candidate is not None and abs(at - self.candidate) <= JUMP
