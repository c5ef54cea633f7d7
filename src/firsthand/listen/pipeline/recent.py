"""Which posts have been heard lately, so that one told twice counts once."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

ROOM = 250_000
"""Names remembered for certain; twice as many at most."""


class Recent:
    """The latest names, in two generations: when the younger is full, the older goes."""

    def __init__(self, state: Mapping[str, Sequence[int]] | None = None, room: int = ROOM) -> None:
        self._room = room
        self._young = set(state["young"]) if state else set[int]()
        self._old = set(state["old"]) if state else set[int]()

    def add(self, name: str) -> bool:
        """Remember a name; say whether it is new."""
        # Not Python's own hash, which differs from run to run.
        told = name.encode("utf-8", "surrogatepass")
        key = int.from_bytes(blake2b(told, digest_size=8).digest(), "big")
        if key in self._young or key in self._old:
            return False
        if len(self._young) >= self._room:
            self._old, self._young = self._young, set()
        self._young.add(key)
        return True

    def state(self) -> dict[str, list[int]]:
        """Give what is remembered."""
        return {"young": list(self._young), "old": list(self._old)}
