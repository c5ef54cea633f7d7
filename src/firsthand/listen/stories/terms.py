"""The terms by which stories are told apart: folded, stemmed words, each hashed to a number.

Links, mentions and very common words are left out; a hashtag gives the words it is
made of; scripts without spaces give their characters. Importing this module starts
numba.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from firsthand.listen.stories.inner import inner
from firsthand.text.kernels import Codes, Counts, compiled
from firsthand.text.tokens import fold

MOST = 32
"""The most terms read of a post; more do not make its story any clearer."""
VOCABULARY = 1 << 20

_PLANE = 65_536
_LONGEST = 40
_START, _PRIME, _LOW = 2166136261, 16777619, 0xFFFFFFFF
_APART, _INSIDE, _IDEOGRAPH = 0, 1, 1 << 31
_SECOND, _LETTER = 16, 0xFFFF
_LAST_SECOND = "\u7fff"
_H, _T, _P, _W, _AT, _HASH, _DOT = (ord(char) for char in "htpw@#.")
_A, _D, _E, _G, _I, _L, _N, _R, _S, _U, _X, _Y = (ord(char) for char in "adegilnrsuxy")

Stops = npt.NDArray[np.uint8]
"""A bit for each term, so that they fit into a processor's cache."""
_Word = npt.NDArray[np.uint32]
"""Letters, and beside each the hash of the word up to it."""
_LETTER_AT, _HASH_AT = 0, 1


def encode(texts: Sequence[str]) -> tuple[Codes, Counts]:
    """Give the terms of many texts, one row of `MOST` for each, and how many each has."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    rows = np.zeros((len(texts), MOST), np.uint32)
    counts = np.zeros(len(texts), np.int64)
    word = np.zeros((_LONGEST + 2, 2), np.uint32)
    _encode(codes, ends, _table(), _stops(), rows, counts, word)
    return rows, counts


@cache
def _table() -> Codes:
    """Give, for each code point of the basic plane, up to two folded letters, or what it does.

    `_APART` ends a word, `_INSIDE` is passed over; the top bit marks a character
    that is a word of its own.
    """
    values = np.zeros(_PLANE, np.uint32)
    for code in range(_PLANE):
        folded = fold(chr(code))
        if not folded:
            values[code] = _INSIDE
        elif len(folded) > 2 or max(folded) > _LAST_SECOND:
            values[code] = code if chr(code).isalnum() else _APART
        elif folded.isalnum():
            values[code] = ord(folded[0]) | (ord(folded[1:] or "\0") << _SECOND)
        # Kana and Chinese characters stand without spaces between words.
        if 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF:
            values[code] = _IDEOGRAPH | code
    return values


@cache
def _stops() -> Stops:
    lines = (files(__package__) / "stop_words.txt").read_text("utf-8").splitlines()
    listed = [word for line in lines if line[0] != "#" for word in line.split()]
    marked = np.zeros(VOCABULARY, np.bool_)
    for word in listed:
        value = _START
        for char in word:
            value = ((value ^ ord(char)) * _PRIME) & _LOW
        marked[(value ^ (value >> 20)) & (VOCABULARY - 1)] = True
    return np.packbits(marked, bitorder="little")


@inner
def _step(value: int, letter: int) -> int:
    """Hash one more letter (FNV-1a)."""
    return ((value ^ letter) * _PRIME) & _LOW


@inner
def _term(value: int) -> int:
    """Give the term that a hash stands for."""
    return (value ^ (value >> 20)) & (VOCABULARY - 1)


@inner
def _ends(word: _Word, size: int, last: int, before: int) -> bool:
    return int(word[size - 1, _LETTER_AT]) == last and int(word[size - 2, _LETTER_AT]) == before


@inner
def _plural(word: _Word, size: int) -> int:
    """Take off the plural: -ies to -y, -aux to -al, -s."""
    if size < 4:
        return size
    if int(word[size - 1, _LETTER_AT]) == _S:
        if size > 4 and _ends(word, size - 1, _E, _I):
            word[size - 3, _LETTER_AT] = _Y
            return size - 2
        if int(word[size - 2, _LETTER_AT]) not in (_S, _U, _I):
            return size - 1
    elif size > 4 and int(word[size - 1, _LETTER_AT]) == _X and _ends(word, size - 1, _U, _A):
        word[size - 2, _LETTER_AT] = _L
        return size - 1
    return size


@inner
def _ending(word: _Word, size: int) -> int:
    """Take off -ing, -ed, -er and closing -e; of a doubled consonant leave one."""
    cut = size
    if size > 5 and int(word[size - 1, _LETTER_AT]) == _G and _ends(word, size - 1, _N, _I):
        cut = size - 3
    elif (
        size > 4
        and int(word[size - 2, _LETTER_AT]) == _E
        and int(word[size - 1, _LETTER_AT]) in (_D, _R)
    ):
        cut = size - 2
    while cut > 3 and int(word[cut - 1, _LETTER_AT]) == _E:
        cut -= 1
    if cut < size - 1 and cut > 3 and word[cut - 1, _LETTER_AT] == word[cut - 2, _LETTER_AT]:
        cut -= 1
    return cut


@inner
def _add(row: Codes, count: int, term: int) -> int:
    for at in range(count):
        if int(row[at]) == term:
            return count
    if count < row.size:
        row[count] = term
        return count + 1
    return count


@inner
def _finish(word: _Word, size: int, row: Codes, count: int, stops: Stops) -> int:
    """Turn a whole word into a term of the row, unless it says nothing."""
    if size < 2:
        return count
    whole = _term(int(word[size - 1, _HASH_AT]))
    if (int(stops[whole >> 3]) >> (whole & 7)) & 1:
        return count
    stem = _ending(word, _plural(word, size))
    # Of the letters that stay, no more than the last may be another now.
    before = int(word[stem - 2, _HASH_AT])
    return _add(row, count, _term(_step(before, int(word[stem - 1, _LETTER_AT]))))


@inner
def _name_end(codes: Codes, at: int, end: int) -> int:
    while at < end:
        code = int(codes[at])
        named = 48 <= code <= 57 or 65 <= code <= 90 or 97 <= code <= 122 or code in (45, 46, 95)
        if not named:
            break
        at += 1
    return at


@inner
def _is_link(codes: Codes, at: int, end: int) -> bool:
    if at + 4 >= end:
        return False
    first = int(codes[at]) | 32
    if first == _H:
        second, third, fourth = codes[at + 1], codes[at + 2], codes[at + 3]
        return (
            int(second) | 32 == _T and int(third) | 32 == _T and int(fourth) | 32 == _P
            and int(codes[at + 4]) in (58, 83, 115)
        )  # fmt: skip
    return (
        first == _W
        and int(codes[at + 1]) | 32 == _W
        and int(codes[at + 2]) | 32 == _W
        and int(codes[at + 3]) == _DOT
    )


@inner
def _skipped(codes: Codes, at: int, end: int) -> int:
    """Give the place after the mention or link that starts here, or `at`."""
    if int(codes[at]) == _AT:
        return _name_end(codes, at + 1, end)
    if _is_link(codes, at, end):
        while at < end and int(codes[at]) > 32:
            at += 1
    return at


@inner
def _hump(codes: Codes, at: int, table: Codes) -> bool:
    """Say whether a capital follows a small letter here, as in #TopChef."""
    code, before = int(codes[at]), int(codes[at - 1])
    if code >= _PLANE or before >= _PLANE:
        return False
    return int(table[code]) != code and int(table[before]) == before


@inner
def _append(letter: int, word: _Word, size: int) -> int:
    before = int(word[size - 1, _HASH_AT]) if size else _START
    word[size, _LETTER_AT], word[size, _HASH_AT] = letter, _step(before, letter)
    return size + 1


@inner
def _letters(value: int, word: _Word, size: int) -> int:
    """Add the folded letters of a character to a word; what is too long is cut."""
    if value == _INSIDE or size >= _LONGEST:
        return size
    size = _append(value & _LETTER, word, size)
    return _append(value >> _SECOND, word, size) if value >> _SECOND else size


@inner
def _run(codes: Codes, at: int, end: int, table: Codes, word: _Word, size: int) -> tuple[int, int]:
    """Add the characters that are one folded letter each, up to the first that is not.

    Gives the place of that one and the size of the word: most of a text passes here.
    """
    value = int(word[size - 1, _HASH_AT]) if size else _START
    while at < end and size < _LONGEST and codes[at] < _PLANE:
        letter = int(table[codes[at]])
        if letter <= _INSIDE or letter > _LETTER:
            break
        value = _step(value, letter)
        word[size, _LETTER_AT], word[size, _HASH_AT] = letter, value
        size += 1
        at += 1
    return at, size


@inner
def _terms(
    codes: Codes, start: int, end: int, table: Codes, stops: Stops, row: Codes, word: _Word
) -> int:
    count, size, at, tagged = 0, 0, start, False
    while at < end:
        after = _skipped(codes, at, end) if size == 0 else at
        if after > at:
            at = after
            continue
        if not tagged:
            at, size = _run(codes, at, end, table, word, size)
            if at == end:
                break
        code = int(codes[at])
        value = int(table[code]) if code < _PLANE else _APART
        if value == _APART or value >= _IDEOGRAPH or (tagged and size and _hump(codes, at, table)):
            count = _finish(word, size, row, count, stops)
            size = 0
        if value == _APART:
            tagged = code == _HASH
        else:
            size = _letters(value, word, size)
            if value >= _IDEOGRAPH:
                count = _add(row, count, _term(int(word[size - 1, _HASH_AT])))
                size = 0
        at += 1
    return _finish(word, size, row, count, stops)


@inner
def _signs(codes: Codes, start: int, end: int) -> int:
    """Give one term for a whole text that has no words."""
    value = _START
    for at in range(start, end):
        value = _step(value, int(codes[at]))
    return _term(value)


@compiled
def _encode(
    codes: Codes, ends: Counts, table: Codes, stops: Stops, rows: Codes, counts: Counts, word: _Word
) -> None:
    start = 0
    for text in range(ends.size):
        counts[text] = _terms(codes, start, ends[text], table, stops, rows[text], word)
        if counts[text] == 0 and ends[text] > start:
            rows[text, 0] = _signs(codes, start, ends[text])
            counts[text] = 1
        start = ends[text]
