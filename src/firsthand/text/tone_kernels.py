"""What the tone model reads of a post, in compiled code: tokens, n-grams, lexicon, signs.

A text becomes tokens between single spaces: small letters with their accents, `@` for
a mention, `http` for a link, `0` for a number, runs of signs, single emojis. Importing
this module costs the start of numba.
"""

import unicodedata
from functools import cache

import numpy as np

from firsthand.text.kernels import Codes, compiled

ROOM = 420
"""Characters read of a text, spaces between tokens included."""
PLANE = 65_536
SKIP, LETTER, DIGIT, BLANK, SIGN = 0, 1, 2, 3, 4
_KIND = 24
_CODE = (1 << _KIND) - 1
SPACE, APOSTROPHE, AT, HASH, ZERO = 32, 39, 64, 35, 48
_EMOJI, _PLANE = 0x2190, PLANE
_H, _T, _P, _W, _DOT = (ord(char) for char in "htpw.")
_START, _PRIME, _LOW = 2166136261, 16777619, 0xFFFFFFFF

_SAME = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"',
    "…": ".", "–": "-", "—": "-", "−": "-", "＃": "#", "＠": "@", "！": "!", "？": "?",
}  # fmt: skip


@cache
def table() -> Codes:
    """Give, for each code point of the basic plane, its plain form and, above, its kind."""
    values = np.zeros(PLANE, np.uint32)
    for code in range(PLANE):
        char = _SAME.get(chr(code), chr(code))
        kind = _kind(char)
        small = char.lower() if kind == LETTER else char
        plain = ZERO if kind == DIGIT else ord(small) if len(small) == 1 else code
        values[code] = plain | kind << _KIND
    return values


def _kind(char: str) -> int:
    category = unicodedata.category(char)
    if char.isspace() or category == "Cc":
        return BLANK
    if category[0] in "LM":
        return SKIP if "\ufe00" <= char <= "\ufe0f" else LETTER
    return DIGIT if category[0] == "N" else SKIP if category[0] == "C" else SIGN


@compiled
def _value(codes: Codes, at: int, end: int, table: Codes) -> int:
    """Give the plain form and kind of a character; beyond the end, a blank."""
    if at >= end:
        return SPACE | BLANK << _KIND
    code = int(codes[at])
    if code < _PLANE:
        return int(table[code])
    if 0x1F3FB <= code <= 0x1F3FF:
        return 0
    return code | SIGN << _KIND


@compiled
def _in_name(code: int) -> bool:
    return 48 <= code <= 57 or 65 <= code <= 90 or 97 <= code <= 122 or code == 95


@compiled
def _link(codes: Codes, at: int, end: int, table: Codes) -> bool:
    """Say whether a link starts here: `http` or `www.`."""
    first = _value(codes, at, end, table) & _CODE
    second = _value(codes, at + 1, end, table) & _CODE
    third = _value(codes, at + 2, end, table) & _CODE
    fourth = _value(codes, at + 3, end, table) & _CODE
    if first == _H:
        return second == _T and third == _T and fourth == _P
    return first == _W and second == _W and third == _W and fourth == _DOT


@compiled
def _space(kept: Codes, size: int) -> int:
    if kept[size - 1] != SPACE:
        kept[size] = SPACE
        return size + 1
    return size


@compiled
def _is_letter(code: int, table: Codes) -> bool:
    return code < _PLANE and (table[code] >> _KIND) == LETTER


@compiled
def _starts(code: int, raw: int, before: int, last: int, table: Codes) -> bool:
    """Say whether a letter starts a word: after a sign, or a capital after a small letter."""
    if last != SPACE and last != APOSTROPHE and not _is_letter(last, table):
        return True
    return raw != code and _is_letter(before, table) and (table[before] & _CODE) == before


@compiled
def _letter(code: int, raw: int, before: int, table: Codes, kept: Codes, size: int) -> int:
    """Add a letter, but not the third of three alike."""
    last = int(kept[size - 1])
    if _starts(code, raw, before, last, table):
        size = _space(kept, size)
    elif size > 1 and last == code and kept[size - 2] == code:
        return size
    kept[size] = code
    return size + 1


@compiled
def _apostrophe(kept: Codes, size: int, opens: bool, table: Codes) -> int:
    """Add an apostrophe inside a word; after one or two letters it ends a word (l', qu')."""
    if not opens or not _is_letter(int(kept[size - 1]), table):
        return _space(kept, size)
    kept[size] = APOSTROPHE
    size += 1
    if kept[size - 3] == SPACE or (size > 3 and kept[size - 4] == SPACE):
        return _space(kept, size)
    return size


@compiled
def _full(kept: Codes, size: int) -> bool:
    """Say whether the last run of signs has four already."""
    run = 0
    while run < 4 and kept[size - 1 - run] != SPACE:
        run += 1
    return run == 4


@compiled
def _sign(code: int, table: Codes, kept: Codes, size: int) -> int:
    """Add a sign to a run of at most four, or an emoji alone."""
    last = int(kept[size - 1])
    if code == HASH:
        return _space(kept, size)
    joins = last < _EMOJI and code < _EMOJI and last != ZERO and not _is_letter(last, table)
    if not joins or _full(kept, size):
        size = _space(kept, size)
    elif size > 2 and last == code and kept[size - 2] == code:
        return size
    kept[size] = code
    return size + 1


@compiled
def _digit(kept: Codes, size: int) -> int:
    if kept[size - 1] == ZERO:
        return size
    size = _space(kept, size)
    kept[size] = ZERO
    return size + 1


@compiled
def _token(kept: Codes, size: int, link: bool) -> int:
    """Add the token that stands for a link or a mention."""
    size = _space(kept, size)
    if link:
        kept[size], kept[size + 1], kept[size + 2], kept[size + 3] = _H, _T, _T, _P
        size += 4
    else:
        kept[size] = AT
        size += 1
    return _space(kept, size)


@compiled
def _skipped(codes: Codes, at: int, start: int, end: int, table: Codes) -> int:
    """Give the length of the mention or link that starts here, or 0."""
    raw = int(codes[at])
    stop = at
    if raw == AT:
        stop += 1
        while stop < end and _in_name(int(codes[stop])):
            stop += 1
        return stop - at if stop > at + 1 else 0
    if raw | 32 != _H and raw | 32 != _W:
        return 0
    if (at > start and _is_letter(int(codes[at - 1]), table)) or not _link(codes, at, end, table):
        return 0
    while stop < end and (_value(codes, stop, end, table) >> _KIND) != BLANK:
        stop += 1
    return stop - at


@compiled
def _add(codes: Codes, at: int, start: int, end: int, table: Codes, kept: Codes, size: int) -> int:
    """Add one character."""
    value = _value(codes, at, end, table)
    kind, code = value >> _KIND, value & _CODE
    if kind == LETTER:
        before = int(codes[at - 1]) if at > start else SPACE
        return _letter(code, int(codes[at]), before, table, kept, size)
    if kind == BLANK:
        return _space(kept, size)
    if code == APOSTROPHE:
        opens = (_value(codes, at + 1, end, table) >> _KIND) == LETTER
        return _apostrophe(kept, size, opens, table)
    if kind == SIGN:
        return _sign(code, table, kept, size)
    return _digit(kept, size) if kind == DIGIT else size


@compiled
def _small(code: int, table: Codes) -> bool:
    return code < _PLANE and table[code] == code | LETTER << _KIND


@compiled
def _goes_on(code: int, before: int, table: Codes, kept: Codes, size: int) -> bool:
    """Say whether a small letter lengthens a word or, where no link may start, starts one."""
    if not _small(code, table):
        return False
    last = int(kept[size - 1])
    if last == SPACE:
        return code not in (_H, _W)
    return last == before and last > ZERO and _small(last, table)


@compiled
def _run(codes: Codes, at: int, end: int, table: Codes, kept: Codes, size: int) -> tuple[int, int]:
    """Add the small letters that stand here, where one goes on: most of a text passes here.

    Gives the place after them, and how much is written.
    """
    while at < end and size < ROOM and _small(int(codes[at]), table):
        code = codes[at]
        if code != kept[size - 1] or code != kept[size - 2]:
            kept[size] = code
            size += 1
        at += 1
    return at, size


@compiled
def tokens(codes: Codes, start: int, end: int, table: Codes, kept: Codes) -> int:
    """Write the tokens of a text to `kept`, each between spaces; give how much was written."""
    kept[0] = SPACE
    size, at, before = 1, start, SPACE
    while at < end and size < ROOM:
        code = int(codes[at])
        if _goes_on(code, before, table, kept, size):
            at, size = _run(codes, at, end, table, kept, size)
            before = int(codes[at - 1])
            continue
        skipped = _skipped(codes, at, start, end, table)
        if skipped:
            size = _token(kept, size, code != AT)
            at += skipped
        else:
            size = _add(codes, at, start, end, table, kept, size)
            at += 1
        before = code
    return _space(kept, size)
