"""Which weekday a day behaves like: a public holiday behaves like a Sunday."""

from collections.abc import Callable
from datetime import datetime

import holidays

from firsthand.records.errors import BadInput
from firsthand.records.message import Message

SUNDAY = 6
NO_COUNTRY = Message(
    "the public holidays of “{country}” are not known; give a country's code, such as FR or GB",
    "les jours fériés de « {country} » sont inconnus ; donnez le code d'un pays, comme FR ou GB",
)


def like_a_sunday_on_holidays(country: str) -> Callable[[datetime], int]:
    """Give the function that says which weekday (0 for Monday) a day behaves like.

    `country` is an ISO 3166 code, such as FR.

    Raises:
        BadInput: its holidays are not known.
    """
    try:
        free = holidays.country_holidays(country.upper())
    except NotImplementedError:
        raise BadInput(NO_COUNTRY(country=country)) from None

    def day(at: datetime) -> int:
        return SUNDAY if at.date() in free else at.weekday()

    return day
