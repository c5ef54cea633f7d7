"""Where posts stand: numbers that grow with time, so that order and spans need no sorting.

A place is 64 bits: the second at which the post was published, then 29 bits that
count up with every post stored and tell apart the posts of one second. Posts
whose time is unknown stand before all others.
"""

from datetime import UTC, datetime

from django.db import connection

COUNT_BITS = 29
COUNT_MASK = (1 << COUNT_BITS) - 1
FIRST_SECOND = -(1 << 33)  # the year 1697; what claims to be older stands there too
LAST_SECOND = (1 << 33) - 1  # the year 2242
FIRST = FIRST_SECOND << COUNT_BITS
LAST = (LAST_SECOND + 1 << COUNT_BITS) - 1


def place(at: datetime | None, number: int) -> int:
    """Give the place of a post, from its time and its number of arrival."""
    return _second(at) << COUNT_BITS | number & COUNT_MASK


def from_time(at: datetime) -> int:
    """Give the first place of a moment: what is published from then on is at it or after it."""
    return max(_second(at), FIRST_SECOND + 1) << COUNT_BITS


def next_numbers(count: int) -> range:
    """Take as many numbers of arrival as posts are about to be stored."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE library_arrivals SET next = next + %s RETURNING next", [count])
        (after,) = cursor.fetchone()
    return range(after - count, after)


def _second(at: datetime | None) -> int:
    if at is None:
        return FIRST_SECOND
    moment = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return min(max(int(moment.timestamp() // 1), FIRST_SECOND + 1), LAST_SECOND)
