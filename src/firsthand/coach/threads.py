"""The first post of a thread, found without cutting the rest."""

from functools import lru_cache

from firsthand.coach.context import Target
from firsthand.text.fitting import first_post
from firsthand.text.lengths import Length, measure

_ROOM = 3


@lru_cache(maxsize=256)
def measured(text: str, target: Target) -> Length:
    """Count a text for an account."""
    return measure(text, target.network, target.limit)


def opening(text: str, target: Target) -> str:
    """Give the first post of a text that is too long for one; "" when not a character fits."""
    limit = measured(text, target).limit or 0
    beginning = text[: _ROOM * limit + 200]
    return _first(text if measured(beginning, target).fits else beginning, target)


@lru_cache(maxsize=256)
def _first(text: str, target: Target) -> str:
    # Kept by the beginning alone, which stays while somebody goes on writing.
    try:
        return first_post(text, target.network, target.limit)
    except ValueError:
        return ""
