"""Records with slots as plain values, for a saved state."""

from typing import Any


def plain(held: Any) -> dict[str, Any]:
    """Give the values of a record with slots; its lists are copied, not what they hold."""
    found = ((name, getattr(held, name)) for name in held.__slots__)
    return {name: list(each) if isinstance(each, list) else each for name, each in found}
