"""The compiled way through `ngrams` for many texts at once; the same buckets, in order.

Importing this module costs the start of numba: do so only to judge a batch.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from numba import njit

from firsthand.text import ngrams
from firsthand.text.aligned import zeros

MOST = (ngrams.ROOM + 4) * (ngrams.MAX_GRAM - ngrams.MIN_GRAM + 2)
"""The most buckets that a text can have."""

_MIN, _MAX, _ROOM, _PLANE = ngrams.MIN_GRAM, ngrams.MAX_GRAM, ngrams.ROOM, ngrams.PLANE
_GAP, _BLANK, _SPACE, _APOSTROPHE = ngrams.GAP, ngrams.BLANK, ngrams.SPACE, ngrams.APOSTROPHE
_MASK = (1 << ngrams.BUCKET_BITS) - 1
_START, _PRIME, _WORD, _LOW = ngrams.FNV_START, ngrams.FNV_PRIME, ngrams.WORD_START, ngrams.LOW
_H, _T, _P, _W, _AT, _DOT = (ord(char) for char in "htpw@.")

LANES = 8
"""Numbers in a row of lanes; each holds four weights."""

_CACHED = 16_384
_memory = threading.local()

Codes = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.int64]
Lanes = npt.NDArray[np.uint64]
Weights = npt.NDArray[np.uint16]
Chances = npt.NDArray[np.float64]
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
def _goes_on(code: int, before: int, table: Codes, kept: Codes, size: int) -> bool:
    """Say whether a small letter only lengthens a word: the case that has to be fast."""
    if code >= _PLANE or code <= _APOSTROPHE or table[code] != code:
        return False
    last = kept[size - 1]
    if last != before or last <= _APOSTROPHE or last >= _PLANE:
        return False
    return bool(table[last] == last)


@compiled
def _letters(codes: Codes, start: int, end: int, table: Codes, kept: Codes) -> int:
    kept[0] = _SPACE
    size, at, before = 1, start, _SPACE
    while at < end and size < _ROOM:
        code = int(codes[at])
        if _goes_on(code, before, table, kept, size):
            if code != before or kept[size - 2] != code:
                kept[size] = code
                size += 1
            at += 1
        else:
            skipped = _masked(codes, at, start, end, table)
            if skipped:
                size = _space(kept, size)
                at += skipped
            else:
                size = _keep(codes, at, start, end, table, kept, size)
                at += 1
        before = code
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
    within 16 bits, so that eight additions add 32 weights. What a word sums up to is
    remembered by each thread: most words of a stream are the same few thousand. So all
    calls must give the same `lanes`.
    """
    totals = np.zeros((ends.size, LANES), np.uint64)
    counts = np.zeros(ends.size, np.int64)
    if not hasattr(_memory, "keys"):
        _memory.keys = np.full((_CACHED, 2), -1, np.int64)
        _memory.cache = zeros((_CACHED, LANES), np.uint64)
    kept, _ = workspace()
    _sums(codes, ends, table, lanes, totals, counts, kept, _memory.keys, _memory.cache)
    return totals, counts


def workspace() -> tuple[Codes, Codes]:
    """Give the two buffers that `buckets` writes to."""
    return np.empty(_ROOM + 4, np.uint32), np.empty(MOST, np.uint32)


@compiled
def _sums(
    codes: Codes, ends: Counts, table: Codes, lanes: Lanes,
    totals: Lanes, counts: Counts, kept: Codes, keys: Counts, cache: Lanes,
) -> None:  # fmt: skip
    start = 0
    for text in range(ends.size):
        size = _letters(codes, start, ends[text], table, kept)
        first, value = 0, _WORD
        for at in range(1, size):
            if kept[at] != _SPACE:
                value = _step(value, int(kept[at]))
                continue
            slot = _remembered(kept, first, at, value, lanes, keys, cache)
            counts[text] += keys[slot, 1]
            for lane in range(LANES):
                totals[text, lane] += cache[slot, lane]
            first, value = at, _WORD
        start = ends[text]


@compiled
def _remembered(
    kept: Codes, first: int, end: int, value: int, lanes: Lanes, keys: Counts, cache: Lanes
) -> int:
    """Give the slot that holds the sum of one word, between the spaces at `first` and `end`."""
    key = value | (end - first) << 32 | (int(kept[first + 1]) & 0xFFFF) << 40
    slot = (value ^ (value >> 13)) & (_CACHED - 1)
    if keys[slot, 0] != key:
        keys[slot, 0] = key
        keys[slot, 1] = _of_word(kept, first, end, value, lanes, cache, slot)
    return slot


@compiled
def _of_word(
    kept: Codes, first: int, end: int, word: int, lanes: Lanes, cache: Lanes, slot: int
) -> int:
    """Sum the rows of the n-grams of one word, and of the word if it is long; give how many."""
    for lane in range(LANES):
        cache[slot, lane] = 0
    count = 0
    for start in range(first, end):
        value = _step(_START, int(kept[start]))
        for last in range(start + 1, min(start + _MAX, end + 1)):
            value = _step(value, int(kept[last]))
            if last - start + 1 >= _MIN:
                _add_row(lanes, _bucket(value), cache, slot)
                count += 1
    if end - first - 1 > _MAX - 2:
        _add_row(lanes, _bucket(word), cache, slot)
        count += 1
    return count


@compiled
def _add_row(lanes: Lanes, row: int, cache: Lanes, slot: int) -> None:
    for lane in range(LANES):
        cache[slot, lane] += lanes[row, lane]


@compiled
def judge(totals: Weights, counts: Counts, scale: float, best: Counts, chances: Chances) -> None:
    """Write the likeliest language of each text, and its probability (0 with nothing to read)."""
    for text in range(counts.size):
        if counts[text] == 0:
            continue
        size = scale / np.sqrt(counts[text])
        top, which = -1, 0
        for lang in range(totals.shape[1]):
            if totals[text, lang] > top:
                top, which = int(totals[text, lang]), lang
        whole = 0.0
        for lang in range(totals.shape[1]):
            whole += np.exp((int(totals[text, lang]) - top) * size)
        best[text], chances[text] = which, 1 / whole
