"""Tables and lists of numbers that compiled code reads."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from firsthand.listen.match.kernels import Hashes
from firsthand.text.kernels import compiled

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
BITS_A_SLOT = 8
_GOLDEN, _HALF, _EMPTY = np.uint64(0x9E3779B97F4A7C15), np.uint64(32), np.uint64(0)
_BITS_FROM, _SIX, _LAST, _ONE = np.uint64(24), np.uint64(6), np.uint64(63), np.uint64(1)


class Rows(NamedTuple):
    """Lists of numbers of different lengths: list i is `values[firsts[i]:firsts[i + 1]]`."""

    firsts: Numbers
    values: Numbers


class Table(NamedTuple):
    """An open-addressing table; the number of slots is a power of two, key 0 is empty.

    `bits` says at little cost of most keys that are not there that they are not.
    """

    keys: Hashes
    values: Numbers
    bits: Hashes


def rows(lists: Sequence[Sequence[int]]) -> Rows:
    """Put lists of numbers one after the other."""
    firsts = np.zeros(len(lists) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, lists), np.int32, len(lists)), out=firsts[1:])
    total = int(firsts[-1])
    return Rows(firsts, np.fromiter((n for each in lists for n in each), np.int32, total))


def table(keys: Hashes, values: Numbers) -> Table:
    """Give a table of distinct keys, none of them 0, with their values."""
    size = 1 << max(4, (2 * len(keys)).bit_length())
    bits = np.zeros(max(1, size * BITS_A_SLOT // 64), np.uint64)
    found = Table(np.zeros(size, np.uint64), np.zeros(size, np.int32), bits)
    _fill(keys, values, found.keys, found.values, found.bits)
    return found


@compiled
def slot(key: np.uint64, keys: Hashes) -> int:
    """Give the slot of a key, or the empty slot where it would be."""
    mask = keys.size - 1
    at = np.int64((key * _GOLDEN) >> _HALF) & mask
    while keys[at] != key and keys[at] != _EMPTY:
        at = (at + 1) & mask
    return int(at)


@compiled
def perhaps(key: np.uint64, bits: Hashes) -> bool:
    """Say whether a key may be in the table to which the bits belong."""
    at = (key * _GOLDEN) >> _BITS_FROM
    word = bits[np.int64(at >> _SIX) & (bits.size - 1)]
    return bool((word >> (at & _LAST)) & _ONE)


@compiled
def _fill(given: Hashes, values: Numbers, keys: Hashes, held: Numbers, bits: Hashes) -> None:
    for each in range(given.size):
        bit = (given[each] * _GOLDEN) >> _BITS_FROM
        bits[np.int64(bit >> _SIX) & (bits.size - 1)] |= _ONE << (bit & _LAST)
        at = slot(given[each], keys)
        keys[at] = given[each]
        held[at] = values[each]
