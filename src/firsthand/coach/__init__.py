"""What a wise, kind, blunt adviser would say of a draft.

`review(draft, context)` runs every check that the registry finds and gives a
`Review`. Nothing here touches the network, a database or a file of the user.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Context": "firsthand.coach.context",
    "Memory": "firsthand.coach.memory",
    "Review": "firsthand.coach.reviewing",
    "Settings": "firsthand.coach.settings",
    "review": "firsthand.coach.reviewing",
}

__all__ = ["Context", "Memory", "Review", "Settings", "review"]


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
