"""Which weekday a day behaves like: a public holiday behaves like a Sunday."""

from collections.abc import Callable
from datetime import datetime

import holidays

SUNDAY = 6


def like_a_sunday_on_holidays(country: str) -> Callable[[datetime], int]:
    """Give the function that says which weekday (0 for Monday) a day behaves like.

    `country` is an ISO 3166 code, such as FR.
    """
    free = holidays.country_holidays(country)

    def day(at: datetime) -> int:
        return SUNDAY if at.date() in free else at.weekday()

    return day
