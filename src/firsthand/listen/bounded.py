"""Tables of limited size, of which the entries longest untouched go first."""

from itertools import islice
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")

SPARE = 8
"""A table may exceed its size by one part in so many before its first entries go."""


def put_last(table: dict[_K, _V], key: _K, value: _V, most: int) -> None:
    """Put an entry last in a table, of which `most` are remembered for certain."""
    table.pop(key, None)
    table[key] = value
    shorten(table, most)


def shorten(table: dict[_K, _V], most: int) -> None:
    """Let the first entries of a table go, if it exceeds its size.

    Several at once: where they go one by one, each search for the first one passes all
    that have gone before it, a tenth of a millisecond in a table of 200,000.
    """
    if len(table) > most + most // SPARE:
        for key in list(islice(table, len(table) - most)):
            del table[key]
