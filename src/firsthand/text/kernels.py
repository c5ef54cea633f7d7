"""The compiled way through `ngrams` for many texts at once; the same buckets, in order.

Importing this module costs the start of numba: do so only to judge a batch.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from numba import njit

from firsthand.text import ngrams

MOST = (ngrams.ROOM + 4) * (ngrams.MAX_GRAM - ngrams.MIN_GRAM + 2)
"""The most buckets that a text can have."""

_MIN, _MAX, _ROOM, _PLANE = ngrams.MIN_GRAM, ngrams.MAX_GRAM, ngrams.ROOM, ngrams.PLANE
_GAP, _BLANK, _SPACE, _APOSTROPHE = ngrams.GAP, ngrams.BLANK, ngrams.SPACE, ngrams.APOSTROPHE
_MASK = (1 << ngrams.BUCKET_BITS) - 1
_START, _PRIME, _WORD, _LOW = ngrams.FNV_START, ngrams.FNV_PRIME, ngrams.WORD_START, ngrams.LOW
_H, _T, _P, _W, _AT, _DOT = (ord(char) for char in "htpw@.")

LANES = 8
"""Numbers in a row of lanes; each holds four weights."""

Codes = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.int64]
Lanes = npt.NDArray[np.uint64]
_Function = TypeVar("_Function", bound=Callable[..., object])


def compiled(function: _Function) -> _Function:
    """Compile a function when it is first called, and keep what was compiled."""
    # Without numba's reference counts (nothing here allocates) it is twice as fast.
    options: dict[str, Any] = {"cache": True, "nogil": True, "boundscheck": False, "_nrt": False}
    fast: _Function = njit(**options)(function)
    return fast


@compiled
def _value(codes: Codes, at: int, end: int, table: Codes) -> int:
    if at < end and codes[at] < _PLANE:
        return int(table[codes[at]])
    return _GAP


@compiled
def _in_name(code: int) -> bool:
    if 48 <= code <= 57 or 65 <= code <= 90 or 97 <= code <= 122:
        return True
    return code in (45, 46, 95)


@compiled
def _link_starts(codes: Codes, at: int, start: int, end: int, table: Codes) -> bool:
    first = _value(codes, at, end, table)
    if (first != _H and first != _W) or (at > start and _value(codes, at - 1, end, table) > _BLANK):
        return False
    second = _value(codes, at + 1, end, table)
    third = _value(codes, at + 2, end, table)
    if first == _H:
        return second == _T and third == _T and _value(codes, at + 3, end, table) == _P
    return second == _W and third == _W and at + 3 < end and int(codes[at + 3]) == _DOT


@compiled
def _masked(codes: Codes, at: int, start: int, end: int, table: Codes) -> int:
    stop = at
    if int(codes[at]) == _AT:
        stop += 1
        while stop < end and _in_name(int(codes[stop])):
            stop += 1
    elif _link_starts(codes, at, start, end, table):
        while stop < end and _value(codes, stop, end, table) != _BLANK:
            stop += 1
    return stop - at


@compiled
def _space(kept: Codes, size: int) -> int:
    if kept[size - 1] != _SPACE:
        kept[size] = _SPACE
        return size + 1
    return size


@compiled
def _hump(codes: Codes, at: int, start: int, end: int, table: Codes) -> bool:
    if at == start or _value(codes, at, end, table) == codes[at]:
        return False
    before = _value(codes, at - 1, end, table)
    return before == codes[at - 1] and before != _APOSTROPHE


@compiled
def _keep(codes: Codes, at: int, start: int, end: int, table: Codes, kept: Codes, size: int) -> int:
    value = _value(codes, at, end, table)
    if value <= _BLANK:
        return _space(kept, size)
    if value == _APOSTROPHE:
        if kept[size - 1] == _SPACE or kept[size - 1] == _APOSTROPHE:
            return size
    else:
        if _hump(codes, at, start, end, table):
            size = _space(kept, size)
        if size > 1 and kept[size - 1] == value and kept[size - 2] == value:
            return size
    kept[size] = value
    return size + 1


@compiled
def _letters(codes: Codes, start: int, end: int, table: Codes, kept: Codes) -> int:
    kept[0] = _SPACE
    size, at = 1, start
    while at < end and size < _ROOM:
        skipped = _masked(codes, at, start, end, table)
        if skipped:
            at += skipped
            size = _space(kept, size)
        else:
            size = _keep(codes, at, start, end, table, kept, size)
            at += 1
    return _space(kept, size)


@compiled
def _step(value: int, code: int) -> int:
    return ((value ^ code) * _PRIME) & _LOW


@compiled
def _bucket(value: int) -> int:
    return (value ^ (value >> 15)) & _MASK


@compiled
def _grams(kept: Codes, size: int, out: Codes) -> int:
    count = 0
    for start in range(size - 1):
        value = _step(_START, int(kept[start]))
        for last in range(start + 1, min(start + _MAX, size)):
            value = _step(value, int(kept[last]))
            if last - start + 1 >= _MIN:
                out[count] = _bucket(value)
                count += 1
            if kept[last] == _SPACE:
                break
    return count


@compiled
def _long_words(kept: Codes, size: int, out: Codes, count: int) -> int:
    value, length = _WORD, 0
    for at in range(1, size):
        if kept[at] == _SPACE:
            if length > _MAX - 2:
                out[count] = _bucket(value)
                count += 1
            value, length = _WORD, 0
        else:
            value = _step(value, int(kept[at]))
            length += 1
    return count


@compiled
def buckets(codes: Codes, start: int, end: int, table: Codes, kept: Codes, out: Codes) -> int:
    """Write the buckets of the text between two places of `codes` to `out`; give how many."""
    size = _letters(codes, start, end, table, kept)
    return _long_words(kept, size, out, _grams(kept, size, out))


def sums(codes: Codes, ends: Counts, table: Codes, lanes: Lanes) -> tuple[Lanes, Counts]:
    """Give, for each text, the summed lanes of its buckets, and how many buckets it has.

    A row of `lanes` holds 32 weights, four to a number; the sums of a text stay
    within 16 bits, so that eight additions add 32 weights.
    """
    totals = np.zeros((ends.size, LANES), np.uint64)
    counts = np.zeros(ends.size, np.int64)
    _sums(codes, ends, table, lanes, totals, counts, *workspace())
    return totals, counts


def workspace() -> tuple[Codes, Codes]:
    """Give the two buffers that `buckets` writes to."""
    return np.empty(_ROOM + 4, np.uint32), np.empty(MOST, np.uint32)


@compiled
def _sums(
    codes: Codes, ends: Counts, table: Codes, lanes: Lanes,
    totals: Lanes, counts: Counts, kept: Codes, out: Codes,
) -> None:  # fmt: skip
    start = 0
    for text in range(ends.size):
        counts[text] = buckets(codes, start, ends[text], table, kept, out)
        _add_rows(lanes, out, counts[text], totals, text)
        start = ends[text]


@compiled
def _add_rows(lanes: Lanes, out: Codes, count: int, totals: Lanes, text: int) -> None:
    # Eight local sums stay in registers; a loop over the row would not.
    a = b = c = d = e = f = g = h = np.uint64(0)
    for at in range(count):
        row = out[at]
        a += lanes[row, 0]
        b += lanes[row, 1]
        c += lanes[row, 2]
        d += lanes[row, 3]
        e += lanes[row, 4]
        f += lanes[row, 5]
        g += lanes[row, 6]
        h += lanes[row, 7]
    totals[text, 0], totals[text, 1], totals[text, 2], totals[text, 3] = a, b, c, d
    totals[text, 4], totals[text, 5], totals[text, 6], totals[text, 7] = e, f, g, h
