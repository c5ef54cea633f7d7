"""Firsthand: a self-hosted desk for a company's leader.

What `__all__` names is stable; it is loaded when first asked for, so that
importing the package stays quick.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Post": "firsthand.records.post",
    "Kind": "firsthand.records.post",
    "Media": "firsthand.records.post",
    "FirsthandError": "firsthand.records.errors",
    "BadInput": "firsthand.records.errors",
    "Draft": "firsthand.records.draft",
    "Finding": "firsthand.records.finding",
    "Context": "firsthand.coach.context",
    "Review": "firsthand.coach.reviewing",
    "review": "firsthand.coach.reviewing",
}

__all__ = [
    "BadInput",
    "Context",
    "Draft",
    "Finding",
    "FirsthandError",
    "Kind",
    "Media",
    "Post",
    "Review",
    "__version__",
    "review",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
