"""The character n-grams by which a short post is recognised, each hashed to a bucket.

This is the plain way, for one text at a time; `kernels` does the same for many.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

MIN_GRAM, MAX_GRAM = 2, 5
BUCKET_BITS = 16
ROOM = 128
"""Letters read of a text; more do not make its language any clearer."""

SPACE = 32
APOSTROPHE = 39
GAP, BLANK = 0, 1
"""What the table says of characters that are no letters: others, and white space."""
PLANE = 65_536
FIRST_COMBINING = 0x300
"""No character below stands apart from its letter."""
FNV_START, FNV_PRIME, WORD_START, LOW = 2166136261, 16777619, 374761393, 0xFFFFFFFF


@cache
def table() -> npt.NDArray[np.uint32]:
    """Give, for each code point of the basic plane, its small letter, or GAP, BLANK, APOSTROPHE."""
    values = np.zeros(PLANE, np.uint32)
    for code in range(PLANE):
        char = chr(code)
        if char in "'’ʼ":
            values[code] = APOSTROPHE
        elif char.isspace():
            values[code] = BLANK
        elif unicodedata.category(char)[0] in "LM":
            small = char.lower()
            values[code] = ord(small) if len(small) == 1 else code
    return values


@cache
def _combining() -> npt.NDArray[np.bool_]:
    values = np.zeros(PLANE, np.bool_)
    for code in range(PLANE):
        char = chr(code)
        apart = unicodedata.combining(char) or not unicodedata.is_normalized("NFC", char)
        values[code] = apart or 0x1160 <= code <= 0x11FF or unicodedata.category(char) == "Mc"
    return values


def may_compose(codes: npt.NDArray[np.uint32]) -> bool:
    """Say whether some character may stand apart from its letter; else a text is composed."""
    high = codes[codes >= FIRST_COMBINING]
    beyond = high[high >= PLANE]
    if np.any((beyond < 0x1F000) | (beyond >= 0x1FB00)):
        return True
    return bool(_combining()[high[high < PLANE]].any())


def composed(texts: Iterable[str]) -> list[str]:
    """Give texts with each letter and its accents as one character."""
    return [text if text.isascii() else unicodedata.normalize("NFC", text) for text in texts]


def letters(text: str) -> list[int]:
    """Give the small letters of a text between single spaces, links and mentions left out.

    >>> "".join(map(chr, letters("Voir @lea #TopChef https://a.fr l'été !!!")))
    " voir top chef l'été "
    """
    values = table()
    codes = [ord(char) for char in unicodedata.normalize("NFC", text)]
    found = [int(values[code]) if code < PLANE else GAP for code in codes]
    kept = [SPACE]
    at = 0
    while at < len(codes) and len(kept) < ROOM:
        skipped = _masked(codes, found, at)
        if skipped:
            at += skipped
            _space(kept)
            continue
        _keep(kept, codes, found, at)
        at += 1
    _space(kept)
    return kept


def _masked(codes: list[int], found: list[int], at: int) -> int:
    """Give the length of the mention or link that starts here, or 0."""
    end = at
    if codes[at] == ord("@"):
        end += 1
        while end < len(codes) and _in_name(codes[end]):
            end += 1
    elif _link_starts(found, codes, at):
        while end < len(codes) and found[end] != BLANK:
            end += 1
    return end - at


def _in_name(code: int) -> bool:
    return code < 128 and (chr(code).isalnum() or chr(code) in "_.-")


def _link_starts(found: list[int], codes: list[int], at: int) -> bool:
    if at and found[at - 1] > BLANK:
        return False
    head = found[at : at + 4]
    return head == [104, 116, 116, 112] or (
        head[:3] == [119, 119, 119] and codes[at + 3 : at + 4] == [ord(".")]
    )


def _keep(kept: list[int], codes: list[int], found: list[int], at: int) -> None:
    value = found[at]
    if value <= BLANK:
        _space(kept)
    elif value == APOSTROPHE:
        if kept[-1] not in (SPACE, APOSTROPHE):
            kept.append(value)
    else:
        hump = value != codes[at] and at and found[at - 1] == codes[at - 1]
        if hump and found[at - 1] != APOSTROPHE:
            _space(kept)
        if kept[-2:] != [value, value]:
            kept.append(value)


def _space(kept: list[int]) -> None:
    if kept[-1] != SPACE:
        kept.append(SPACE)


def buckets(text: str) -> list[int]:
    """Give the bucket of each n-gram, and of each longer word, of a text."""
    kept = letters(text)
    return [*_grams(kept), *_long_words(kept)]


def _grams(kept: list[int]) -> Iterator[int]:
    for start in range(len(kept) - 1):
        value = _step(FNV_START, kept[start])
        for size in range(2, min(MAX_GRAM, len(kept) - start) + 1):
            last = kept[start + size - 1]
            value = _step(value, last)
            if size >= MIN_GRAM:
                yield _bucket(value)
            if last == SPACE:
                break


def _long_words(kept: list[int]) -> Iterator[int]:
    """Hash words that no n-gram holds with both their borders."""
    value, size = WORD_START, 0
    for code in kept[1:]:
        if code == SPACE:
            if size > MAX_GRAM - 2:
                yield _bucket(value)
            value, size = WORD_START, 0
        else:
            value, size = _step(value, code), size + 1


def _step(value: int, code: int) -> int:
    return ((value ^ code) * FNV_PRIME) & LOW


def _bucket(value: int) -> int:
    return (value ^ (value >> 15)) & ((1 << BUCKET_BITS) - 1)
