"""What a store knows of a post that somebody brings again."""

from typing import NamedTuple


class Known(NamedTuple):
    """Where a stored post stands, its record, and the language it is filed under."""

    place: int
    record: str
    lang: str | None
