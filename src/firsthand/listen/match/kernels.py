"""The compiled way through `tokens` for many texts at once: the same tokens, each as a hash.

Importing this module costs the start of numba: do so only to match.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from firsthand.listen.match import letters
from firsthand.listen.match.cutting import (
    AT,
    COMMA,
    DOT,
    FNV_PRIME,
    FNV_START,
    HANDLE,
    HASH,
    LINK_H,
    LINK_W,
    NOTHING,
    PLUS,
    QUOTE,
    TAGGED,
    UNDER,
    Codes,
    Kinds,
    hump,
    parts,
    piece,
)  # fmt: skip
from firsthand.text.kernels import compiled
from firsthand.text.lookalikes import LATIN_OF

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]

_LOWER, _DIGIT = letters.LOWER, letters.DIGIT
_H, _W = LINK_H, LINK_W
_SHIFT, _CODE, _SKIP, _SEVERAL = 21, 0x1FFFFF, 0xFFFFFFFF, 0x80000000
_LIMIT, _HIDDEN = letters.LIMIT, letters.HIDDEN
_NO_SIGN = np.uint32(0)
_FIRST_FOREIGN = 0x370
_LEFT_OUT = np.array([0, 0, DOT, 0, 0], np.uint32)


@cache
def tables() -> tuple[Codes, Codes, Codes]:
    """Give what each character becomes, those that become several, and the Latin look-alikes."""
    table = np.empty(_LIMIT, np.uint32)
    several: list[int] = []
    for code in range(_LIMIT):
        packed = [_packed(char) for char in letters.cased(chr(code))]
        if len(packed) == 1:
            table[code] = packed[0]
        elif not packed:
            table[code] = _SKIP
        else:
            table[code] = _SEVERAL | len(several)
            several += [len(packed), *packed]
    latin = np.zeros(0x10000, np.uint32)
    for code in range(_FIRST_FOREIGN, 0x10000):
        if letters.is_foreign(chr(code)):
            latin[code] = ord(LATIN_OF.get(code, "\x01"))
    return table, np.array(several, np.uint32), latin


def _packed(char: str) -> int:
    small = char.casefold()
    return letters.kind(char) << _SHIFT | ord(small if len(small) == 1 else char)


@compiled
def tokenise(
    codes: Codes, ends: Counts, table: Codes, several: Codes, latin: Codes,
    small: Codes, kinds: Kinds, hashes: Hashes, starts: Places, stops: Places, firsts: Counts,
) -> None:  # fmt: skip
    """Write the hash and the places of each token; those of text i begin at `firsts[i]`."""
    begin = count = min(ends.size, 0)
    for text in range(ends.size):
        firsts[text] = count
        size = _normal(codes, begin, ends[text], table, several, small, kinds)
        masked = _masked(small, size, latin)
        count = _tokens(small, kinds, size, masked, latin, hashes, starts, stops, count)
        begin = ends[text]
    firsts[ends.size] = count


@compiled
def _normal(
    codes: Codes, begin: int, end: int, table: Codes, several: Codes, small: Codes, kinds: Kinds
) -> int:
    size = 0
    for at in range(begin, end):
        code = codes[at]
        if code >= _LIMIT:
            if code < _HIDDEN:
                small[size], kinds[size] = code, _LOWER
                size += 1
            continue
        value = table[code]
        if value == _SKIP:
            continue
        if value >= _SEVERAL:
            place = value & _CODE
            for each in range(place + 1, place + 1 + several[place]):
                small[size], kinds[size] = several[each] & _CODE, several[each] >> _SHIFT
                size += 1
        else:
            small[size], kinds[size] = value & _CODE, value >> _SHIFT
            size += 1
    return size


@compiled
def _masked(small: Codes, size: int, latin: Codes) -> int:
    """Say whether letters imitate others: 0 none do, 1 within a word, 2 throughout the text."""
    strange, own, has_latin = False, False, False
    for at in range(size):
        code = small[at]
        if code < _FIRST_FOREIGN:
            has_latin = has_latin or 97 <= code <= 122
        elif code < 0x10000 and latin[code]:
            strange = True
            own = own or latin[code] == 1
    if not strange or not has_latin:
        return 0
    return 1 if own else 2


@compiled
def _hashed(
    small: Codes, at: int, end: int, left_out: np.uint32, masked: int, latin: Codes
) -> np.uint64:
    look = masked == 2
    if masked == 1:
        for each in range(at, end):
            look = look or 97 <= small[each] <= 122
    value = FNV_START
    for each in range(at, end):
        code = small[each]
        if code == left_out:
            continue
        if code == COMMA:
            code = DOT
        elif look and _FIRST_FOREIGN <= code < 0x10000 and latin[code] > 1:
            code = latin[code]
        value = (value ^ np.uint64(code)) * FNV_PRIME
    return value


@compiled
def _tokens(
    small: Codes, kinds: Kinds, size: int, masked: int, latin: Codes,
    hashes: Hashes, starts: Places, stops: Places, count: int,
) -> int:  # fmt: skip
    at = place = min(size, 0)
    while at < size:
        if not 1 <= kinds[at] <= _DIGIT and small[at] != AT and small[at] != HASH:
            at += 1
            continue
        value, stop = _plain_word(small, kinds, at, size)
        if stop and masked == 0:
            hashes[count], starts[count], stops[count] = value, place, place + 1
            count += 1
            place += 1
            at = stop
            continue
        what, end, after = piece(small, kinds, at, size)
        if what == TAGGED:
            several = parts(small, kinds, at + 1, end)
            count = _tag(small, kinds, at, end, masked, latin, hashes, count, several)
            _put_tag(starts, stops, count, place, several)
            place += several
        elif what != NOTHING:
            if what == HANDLE and after > end:
                hashes[count] = _hashed(small, at, after, _NO_SIGN, masked, latin)
                starts[count], stops[count] = place, place + 1
                count += 1
            hashes[count] = _hashed(small, at, end, _LEFT_OUT[what], masked, latin)
            starts[count], stops[count] = place, place + 1
            count += 1
            place += 1
        at = after
    return count


@compiled
def _plain_word(small: Codes, kinds: Kinds, at: int, size: int) -> tuple[np.uint64, int]:
    """Give the hash and the end of a word that no sign could change: most are such. Else end 0."""
    value = FNV_START
    if small[at] == _H or small[at] == _W or not 1 <= kinds[at] <= _DIGIT:
        return value, 0
    while at < size and 1 <= kinds[at] <= _DIGIT:
        value = (value ^ np.uint64(small[at])) * FNV_PRIME
        at += 1
    if at < size:
        sign = small[at]
        if sign in (QUOTE, DOT, COMMA, PLUS):
            return value, 0
    return value, at


@compiled
def _tag(
    small: Codes, kinds: Kinds, at: int, end: int, masked: int, latin: Codes,
    hashes: Hashes, count: int, several: int,
) -> int:  # fmt: skip
    """Write the hashes of a hashtag: itself, as one word, and its words."""
    hashes[count] = _hashed(small, at, end, _NO_SIGN, masked, latin)
    count += 1
    at += 1
    if several > 1:
        hashes[count] = _hashed(small, at, end, UNDER, masked, latin)
        count += 1
    while at < end:
        if small[at] == UNDER:
            at += 1
            continue
        stop = hump(small, kinds, at, end)
        hashes[count] = _hashed(small, at, stop, _NO_SIGN, masked, latin)
        count += 1
        at = stop
    return count


@compiled
def _put_tag(starts: Places, stops: Places, count: int, place: int, several: int) -> None:
    """Write the places of a hashtag whose last token comes before `count`."""
    for part in range(several):
        at = count - several + part
        starts[at], stops[at] = place + part, place + part + 1
    for whole in range(1 + (several > 1)):
        at = count - several - 1 - whole
        starts[at], stops[at] = place, place + several


@compiled
def hash_names(
    codes: Codes, ends: Counts, seeds: Hashes, table: Codes, several: Codes,
    small: Codes, kinds: Kinds, hashes: Hashes,
) -> None:  # fmt: skip
    """Write the hash of each name, its sign left out, going on from a seed."""
    begin = min(ends.size, 0)
    for name in range(ends.size):
        size = _normal(codes, begin, ends[name], table, several, small, kinds)
        at = min(size, 0)
        while at < size and small[at] == AT:
            at += 1
        value = seeds[name]
        for each in range(at, size):
            value = (value ^ np.uint64(small[each])) * FNV_PRIME
        hashes[name] = value
        begin = ends[name]
