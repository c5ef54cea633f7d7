"""Many texts cut into hashed tokens, in buffers that are used again and again."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.listen.match import kernels
from firsthand.listen.match.cutting import Codes
from firsthand.listen.match.kernels import Counts, Hashes, Places


@dataclass(frozen=True, slots=True)
class Hashed:
    """Tokens of many texts: their hashes and places; those of text i begin at `firsts[i]`."""

    hashes: Hashes
    starts: Places
    stops: Places
    firsts: Counts


class Tokeniser:
    """Cuts batches of texts; what it gives is valid until it is called again."""

    def __init__(self) -> None:
        self._room = 0

    def __call__(self, texts: Sequence[str]) -> Hashed:
        """Give the hashed tokens of texts."""
        codes, ends = self._codes(texts)
        firsts = np.zeros(len(texts) + 1, np.int64)
        kernels.tokenise(
            codes, ends, *kernels.tables(), self._small, self._kinds,
            self._hashes, self._starts, self._stops, firsts,
        )  # fmt: skip
        return Hashed(self._hashes, self._starts, self._stops, firsts)

    def names(self, names: Sequence[str], seeds: Hashes) -> Hashes:
        """Give the hash of each name as `plain.account` writes it, after what its seed stands for."""
        codes, ends = self._codes(names)
        table, several, _ = kernels.tables()
        hashes = np.zeros(len(names), np.uint64)
        kernels.hash_names(codes, ends, seeds, table, several, self._small, self._kinds, hashes)
        return hashes

    def _codes(self, texts: Sequence[str]) -> tuple[Codes, Counts]:
        joined = "".join(texts)
        self._make_room(len(joined))
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
        return codes, np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))

    def _make_room(self, characters: int) -> None:
        # A character becomes three at most, and each of them two tokens at most.
        if characters <= self._room and self._room:
            return
        self._room = max(2 * characters, 1024)
        size = 3 * self._room
        self._small, self._kinds = np.empty(size, np.uint32), np.empty(size, np.uint8)
        self._hashes = np.empty(2 * size, np.uint64)
        self._starts, self._stops = np.empty(2 * size, np.int32), np.empty(2 * size, np.int32)
