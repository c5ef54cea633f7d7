"""Where the pieces of a text begin and end: words, abbreviations, handles, hashtags, links.

The compiled counterpart of the pattern in `tokens`. A text is given as its small
letters and as the kinds of its characters (`letters.kind`).
"""

import numpy as np
import numpy.typing as npt

from firsthand.listen.match import letters
from firsthand.text.kernels import compiled

Codes = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]

NOTHING, WORD, LETTERS, HANDLE, TAGGED = range(5)
_LOWER, _UPPER, _DIGIT, _SPACE = letters.LOWER, letters.UPPER, letters.DIGIT, letters.SPACE
# Typed numbers: for each plain one, numba would compile whatever it is given to once more.
AT, HASH, AND, DOT, DASH, COMMA, PLUS, QUOTE, UNDER, _H, _T, _P, _S, _W, _COLON, _SLASH = (
    np.uint32(ord(sign)) for sign in "@#&.-,+'_htpsw:/"
)
LINK_H, LINK_W = _H, _W
"""With what links begin."""
FNV_START, FNV_PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)
_LOW = 0xFFFFFFFFFFFFFFFF


def hash_of(token: str) -> int:
    """Give the 64-bit hash of a token (FNV-1a over its characters)."""
    value, prime = int(FNV_START), int(FNV_PRIME)
    for char in token:
        value = ((value ^ ord(char)) * prime) & _LOW
    return value


_ELISIONS = np.array(
    [hash_of(word) for word in [*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]],
    np.uint64,
)


@compiled
def piece(small: Codes, kinds: Kinds, at: int, size: int) -> tuple[int, int, int]:
    """Say what begins at a place, where its name ends, and where to go on."""
    free = at == 0 or not _wide(small, kinds, at - 1, size)
    if 1 <= kinds[at] <= _DIGIT:
        link = _link_end(small, kinds, at, size) if free else 0
        return (NOTHING, link, link) if link else _word(small, kinds, at, size)
    if free and small[at] == AT and _wide(small, kinds, at + 1, size):
        return _handle(small, kinds, at, size)
    if free and small[at] == HASH and _tag_starts(small, kinds, at, size):
        end = _wide_run(small, kinds, at + 1, size)
        return TAGGED, end, end
    return NOTHING, at, at + 1


@compiled
def _link_end(small: Codes, kinds: Kinds, at: int, size: int) -> int:
    first = small[at]
    if first == _H:
        if not (_is(small, at + 1, size, _T) and _is(small, at + 2, size, _T)):
            return 0
        after = at + 4 + _is(small, at + 4, size, _S)
        signed = _is(small, after, size, _COLON) and _is(small, after + 1, size, _SLASH)
        if not (_is(small, at + 3, size, _P) and signed and _is(small, after + 2, size, _SLASH)):
            return 0
        after += 3
    elif first == _W:
        if not (_is(small, at + 1, size, _W) and _is(small, at + 2, size, _W)):
            return 0
        if not _is(small, at + 3, size, DOT):
            return 0
        after = at + 4
    else:
        return 0
    end = after
    while end < size and kinds[end] != _SPACE:
        end += 1
    return end if end > after else 0


@compiled
def _word(small: Codes, kinds: Kinds, at: int, size: int) -> tuple[int, int, int]:
    end = _run(kinds, at, size)
    if _is(small, end, size, QUOTE) and _letter(kinds, end + 1, size):
        if _elided(small, at, end):
            return WORD, end, end + 1
    elif end == at + 1 and _letter(kinds, at, size):
        while _dotted(small, kinds, end, size):
            end += 2
        if end > at + 1:
            return LETTERS, end, end
    while _joins(small, kinds, end, size):
        end = _run(kinds, end + 1, size)
    if _is(small, end, size, PLUS) and not _alnum(kinds, end + 1, size):
        end += 1
    return WORD, end, end + 2 if _possessive(small, kinds, end, size) else end


@compiled
def _elided(small: Codes, at: int, end: int) -> bool:
    if end - at > 7:
        return False
    value = FNV_START
    for each in range(at, end):
        value = (value ^ np.uint64(small[each])) * FNV_PRIME
    found = False
    for word in _ELISIONS:
        found = found or word == value
    return found


@compiled
def _dotted(small: Codes, kinds: Kinds, end: int, size: int) -> bool:
    """Say whether one more letter of an abbreviation such as S.N.C.F. follows."""
    if not _is(small, end, size, DOT) or not _letter(kinds, end + 1, size):
        return False
    return not _alnum(kinds, end + 2, size)


@compiled
def _possessive(small: Codes, kinds: Kinds, end: int, size: int) -> bool:
    if not _is(small, end, size, QUOTE) or not _is(small, end + 1, size, _S):
        return False
    return not _alnum(kinds, end + 2, size)


@compiled
def _joins(small: Codes, kinds: Kinds, end: int, size: int) -> bool:
    """Say whether a word goes on after the sign at its end (don't, 3.5)."""
    if _is(small, end, size, QUOTE):
        return _letter(kinds, end + 1, size) and not _possessive(small, kinds, end, size)
    if _is(small, end, size, DOT) or _is(small, end, size, COMMA):
        return _digit(kinds, end - 1, size) and _digit(kinds, end + 1, size)
    return False


@compiled
def _handle(small: Codes, kinds: Kinds, at: int, size: int) -> tuple[int, int, int]:
    end = _wide_run(small, kinds, at + 1, size)
    long, dotted = _domain(small, kinds, end, size)
    if dotted:
        end = long
    after = end
    if _is(small, end, size, AT) and _wide(small, kinds, end + 1, size):
        after, dotted = _domain(small, kinds, _wide_run(small, kinds, end + 1, size), size)
    return HANDLE, end, after


@compiled
def _domain(small: Codes, kinds: Kinds, end: int, size: int) -> tuple[int, bool]:
    dotted = False
    while (_is(small, end, size, DOT) or _is(small, end, size, DASH)) and _wide(
        small, kinds, end + 1, size
    ):
        dotted = dotted or small[end] == DOT
        end = _wide_run(small, kinds, end + 1, size)
    return end, dotted


@compiled
def _tag_starts(small: Codes, kinds: Kinds, at: int, size: int) -> bool:
    if at and (small[at - 1] == AND or small[at - 1] == HASH or small[at - 1] == AT):
        return False
    at += 1
    while _digit(kinds, at, size) or _is(small, at, size, UNDER):
        at += 1
    return _letter(kinds, at, size)


@compiled
def hump(small: Codes, kinds: Kinds, at: int, end: int) -> int:
    """Give the end of the word that begins at a place within a hashtag."""
    stop = at + 1
    while stop < end and small[stop] != UNDER and not _splits(small, kinds, stop, end):
        stop += 1
    return stop


@compiled
def _splits(small: Codes, kinds: Kinds, at: int, end: int) -> bool:
    before, here = kinds[at - 1], kinds[at]
    if (before == _DIGIT) != (here == _DIGIT):
        return True
    if here != _UPPER:
        return False
    inside = at + 1 < end and small[at + 1] != UNDER
    return before == _LOWER or (inside and kinds[at + 1] == _LOWER)


@compiled
def parts(small: Codes, kinds: Kinds, at: int, end: int) -> int:
    """Count the words of which a hashtag is made."""
    count = 0
    while at < end:
        if small[at] == UNDER:
            at += 1
        else:
            at = hump(small, kinds, at, end)
            count += 1
    return count


@compiled
def _alnum(kinds: Kinds, at: int, size: int) -> bool:
    return at < size and 1 <= kinds[at] <= _DIGIT


@compiled
def _letter(kinds: Kinds, at: int, size: int) -> bool:
    return at < size and 1 <= kinds[at] <= _UPPER


@compiled
def _digit(kinds: Kinds, at: int, size: int) -> bool:
    return at < size and kinds[at] == _DIGIT


@compiled
def _is(small: Codes, at: int, size: int, sign: np.uint32) -> bool:
    return at < size and small[at] == sign


@compiled
def _wide(small: Codes, kinds: Kinds, at: int, size: int) -> bool:
    return at < size and (1 <= kinds[at] <= _DIGIT or small[at] == UNDER)


@compiled
def _run(kinds: Kinds, at: int, size: int) -> int:
    while at < size and 1 <= kinds[at] <= _DIGIT:
        at += 1
    return at


@compiled
def _wide_run(small: Codes, kinds: Kinds, at: int, size: int) -> int:
    while _wide(small, kinds, at, size):
        at += 1
    return at
