"""What speaks for a tone in a post, summed in compiled code; `tone` weighs the sums.

Four kinds of evidence: hashed n-grams of characters and of words; the meaning of words
(a linear reading of their vectors, kept as three numbers a word); words and phrases of
known polarity, turned by a negation before them; and signs (emojis, marks, capitals).
"""

import numpy as np
import numpy.typing as npt

from firsthand.text.kernels import Codes, Counts, compiled
from firsthand.text.tone_kernels import ROOM, SPACE, tokens

CHAR, CHAR_NORM, WORD, WORD_NORM, MEANING, KNOWN = 0, 3, 4, 7, 8, 11
"""Columns of the sums: three by tone, and what they are divided by."""
GOOD, BAD, BEST, WORST, LAST, GOOD_2, BAD_2 = 12, 13, 14, 15, 16, 17, 18
VALENCE, VALENCE_UP, VALENCE_DOWN, VALENCE_MAX, VALENCE_MIN = 19, 20, 21, 22, 23
EMOJI, NEGATED, IRONY, TOKENS, LINKS, NAMES, FIRST_NAME, FIRST_RT = 24, 25, 26, 27, 28, 29, 30, 31
SHOUTS, ASKS, TAGS, QUOTES, DOTS, CAPITALS, LETTERS, DRAWN, IDIOMS = (
    32,
    33,
    34,
    35,
    36,
    37,
    38,
    39,
    40,
)
COLUMNS = 41

NOT, LEADS, OPENS, AGAIN, FACE, MEANS, IDIOM = 1, 2, 4, 8, 16, 32, 64
"""What a word does besides: it negates; may begin a known phrase; may open an ironic
praise; says once more; is an emoji; has a
meaning that was learnt; is a phrase that says more than its words."""
CHECK, ROLE, POLARITY, POLARITY_2, VALUE, SENSE = 0, 1, 2, 3, 4, 5
"""Columns of the words' table."""
UNIT = 24.0
"""Polarities are stored as whole numbers, this many to one."""
TURN = -0.6
"""What a negation leaves of a polarity, as in VADER (Hutto and Gilbert 2014)."""
SCOPE = 3
LEAST = 0.3
"""A smaller polarity that is only expected does not count by itself."""
MIN_GRAM, MAX_GRAM = 3, 5

START = 2166136261
_START, _PRIME, _LOW = START, 16777619, 0xFFFFFFFF
_PAIR, _NEGATED = 374761393, 668265263

HASHED, ROW, HEAD, TURNED, END = 0, 1, 2, 3, 4
"""Columns of what is found of each token."""
LONGEST, WAYS = 4, 4
"""Words of the longest known phrases; rows of the table among which a word is looked for."""

CACHED = 8_192
"""Tokens whose n-grams are remembered."""

Found = npt.NDArray[np.int64]
Cache = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int8]
Sums = npt.NDArray[np.float32]


@compiled
def step(value: int, code: int) -> int:
    """Hash one more character (FNV-1a)."""
    return ((value ^ code) * _PRIME) & _LOW


@compiled
def mix(value: int) -> int:
    """Spread a hash over its low bits."""
    value = ((value ^ (value >> 16)) * 0x45D9F3B) & _LOW
    return value ^ (value >> 16)


@compiled
def pair(before: int, word: int) -> int:
    """Hash two tokens in a row, or a pair and a third."""
    return mix(((before * 31) ^ word ^ _PAIR) & _LOW)


@compiled
def negated(word: int) -> int:
    """Hash a token that stands after a negation."""
    return mix(word ^ _NEGATED)


@compiled
def find(words: Rows, value: int) -> int:
    """Give the row of a word or phrase in the table, or -1; four rows share a hash's place."""
    first = value & (words.shape[0] - WAYS)
    check = check_of(value)
    for row in range(first, first + WAYS):
        if words[row, CHECK] == check:
            return row
    return -1


@compiled
def check_of(value: int) -> int:
    """Give the part of a hash that is kept in the table, never 0."""
    return 1 + (value >> 24) % 126


@compiled
def split(kept: Codes, size: int, words: Rows, found: Found) -> int:
    """Write the hash and the table's row of each token, and its first character; give how many."""
    count, value = 0, _START
    for at in range(1, size):
        if kept[at] != SPACE:
            value = step(value, int(kept[at]))
        else:
            value = mix(value)
            found[count, HASHED], found[count, ROW] = value, find(words, value)
            found[count, END] = at
            count += 1
            value = _START
        if kept[at - 1] == SPACE and at < size - 1:
            found[count, HEAD] = kept[at]
    return count


@compiled
def _of_token(kept: Codes, first: int, end: int, grams: Rows, sums: Cache, slot: int) -> None:
    """Sum the weights of the n-grams of characters of one token and its two borders."""
    mask = grams.shape[0] - 1
    a = b = c = n = 0
    for start in range(first, end):
        value = step(_START, int(kept[start]))
        for last in range(start + 1, min(start + MAX_GRAM, end + 1)):
            value = step(value, int(kept[last]))
            if last - start + 1 >= MIN_GRAM:
                row = (value ^ (value >> 15)) & mask
                a += grams[row, 0]
                b += grams[row, 1]
                c += grams[row, 2]
                n += grams[row, 3]
    sums[slot, 1], sums[slot, 2], sums[slot, 3], sums[slot, 4] = a, b, c, n


@compiled
def _grams(kept: Codes, found: Found, count: int, grams: Rows, cache: Cache, sums: Sums) -> None:
    """Add the weights of the n-grams of characters; those of the last tokens are remembered."""
    a = b = c = n = 0
    first = 0
    for at in range(count):
        end = int(found[at, END])
        key = int(found[at, HASHED]) << 20 | (end - first) << 12 | (int(found[at, HEAD]) & 0xFFF)
        slot = int(found[at, HASHED]) & (CACHED - 1)
        if cache[slot, 0] != key:
            _of_token(kept, first, end, grams, cache, slot)
            cache[slot, 0] = key
        a += cache[slot, 1]
        b += cache[slot, 2]
        c += cache[slot, 3]
        n += cache[slot, 4]
        first = end
    sums[CHAR], sums[CHAR + 1], sums[CHAR + 2], sums[CHAR_NORM] = a, b, c, n


@compiled
def _value(words: Rows, row: int, turn: float, sums: Sums) -> None:
    """Add the polarity that a word's vector lets expect."""
    value = words[row, VALUE] * (turn / UNIT)
    sums[VALENCE] += value
    if value > LEAST:
        sums[VALENCE_UP] += value
        sums[VALENCE_MAX] = max(sums[VALENCE_MAX], value)
    elif value < -LEAST:
        sums[VALENCE_DOWN] += value
        sums[VALENCE_MIN] = min(sums[VALENCE_MIN], value)


@compiled
def _polarity(words: Rows, row: int, turn: float, sums: Sums) -> float:
    """Add the polarity of a known word or phrase; give it."""
    first = words[row, POLARITY] * (turn / UNIT)
    second = words[row, POLARITY_2] * (turn / UNIT)
    if first == 0 and second == 0:
        return 0.0
    sums[GOOD] += max(first, 0.0)
    sums[BAD] += max(-first, 0.0)
    sums[GOOD_2] += max(second, 0.0)
    sums[BAD_2] += max(-second, 0.0)
    sums[BEST] = max(sums[BEST], first)
    sums[WORST] = min(sums[WORST], first)
    if first != 0:
        sums[LAST] = first
    return float(first + second)


@compiled
def _phrase(words: Rows, found: Found, at: int, count: int) -> tuple[int, int]:
    """Give the table's row of the longest known phrase that begins here, and its length."""
    row, length = int(found[at, ROW]), 1
    if row < 0 or not words[row, ROLE] & LEADS:
        return row, 1
    value = int(found[at, HASHED])
    for last in range(at + 1, min(at + LONGEST, count)):
        value = pair(value, int(found[last, HASHED]))
        longer = find(words, value)
        if longer >= 0:
            row, length = longer, last - at + 1
    return row, length


@compiled
def _breaks(head: int) -> bool:
    """Say whether a token that begins so ends the reach of a negation."""
    return head in (33, 44, 46, 58, 59, 63)


@compiled
def _mocks(stage: int, role: int, at: int, value: float, sums: Sums) -> int:
    """Follow “great, another outage”: praise at the start; then once more, and what is bad.

    A stage holds 1 once praise opened, 2 once something came again, 4 once it was bad.
    """
    if role & OPENS and at < 4:
        return 1
    if stage == 0 or value > 0:
        return 0
    if role & AGAIN:
        stage |= 2
    if value < 0:
        stage |= 4
    if stage == 7:
        sums[IRONY] = 1
    return stage


@compiled
def _polarities(words: Rows, found: Found, count: int, sums: Sums) -> None:
    """Add the polarities and meanings of the words, each turned by a negation before it."""
    at, left, opened = 0, 0, 0
    while at < count:
        row, length = _phrase(words, found, at, count)
        role = int(words[row, ROLE]) if row >= 0 else 0
        _reach(found, at, length, left)
        if role & FACE:
            sums[EMOJI] += words[row, VALUE] / UNIT
        elif row >= 0:
            value = _read(words, found, at, row, length, sums)
            opened = _mocks(opened, role, at, value, sums)
        if role & NOT:
            left, sums[NEGATED] = SCOPE, 1.0
        else:
            left = 0 if _breaks(int(found[at, HEAD])) else max(left - length, 0)
        at += length


@compiled
def _read(words: Rows, found: Found, at: int, row: int, length: int, sums: Sums) -> float:
    """Add what a known word or phrase says; give its polarity."""
    turn = TURN if found[at, TURNED] > 0 else 1.0
    value = _polarity(words, row, turn, sums)
    if words[row, ROLE] & IDIOM:
        sums[IDIOMS] += value
        return value
    for each in range(at, at + length):
        one = int(found[each, ROW])
        if one >= 0 and words[one, VALUE] != 0:
            _value(words, one, turn, sums)
    return value


@compiled
def _reach(found: Found, at: int, length: int, left: int) -> None:
    for each in range(at, at + length):
        found[each, TURNED] = left


@compiled
def _words(found: Found, count: int, grams: Rows, sums: Sums) -> None:
    """Add the weights of words, of words after a negation, and of pairs of words."""
    mask = grams.shape[0] - 1
    a = b = c = n = 0
    before = int(found[0, HASHED])
    for at in range(count):
        value = int(found[at, HASHED])
        row = value & mask
        other = (pair(before, value) if at else 0) & mask
        a += grams[row, 0] + (grams[other, 0] if at else 0)
        b += grams[row, 1] + (grams[other, 1] if at else 0)
        c += grams[row, 2] + (grams[other, 2] if at else 0)
        n += grams[row, 3] + (grams[other, 3] if at else 0)
        before = value
    sums[WORD], sums[WORD + 1], sums[WORD + 2], sums[WORD_NORM] = a, b, c, n


@compiled
def _turned(found: Found, count: int, grams: Rows, sums: Sums) -> None:
    """Add the weights of words after a negation."""
    if sums[NEGATED] == 0:
        return
    for at in range(count):
        if found[at, TURNED] > 0:
            row = negated(int(found[at, HASHED])) & (grams.shape[0] - 1)
            for tone in range(3):
                sums[WORD + tone] += grams[row, tone]
            sums[WORD_NORM] += grams[row, 3]


@compiled
def _senses(words: Rows, found: Found, count: int, sums: Sums) -> None:
    """Add what the words mean, as learnt from their vectors."""
    a = b = c = n = 0
    for at in range(count):
        row = int(found[at, ROW])
        if row >= 0 and words[row, ROLE] & MEANS:
            a += words[row, SENSE]
            b += words[row, SENSE + 1]
            c += words[row, SENSE + 2]
            n += 1
    sums[MEANING], sums[MEANING + 1], sums[MEANING + 2], sums[KNOWN] = a, b, c, n


@compiled
def _signs(codes: Codes, start: int, end: int, table: Codes, sums: Sums) -> None:
    """Count the marks and capitals of a text."""
    run = 0
    for at in range(start, min(end, start + ROOM)):
        code = int(codes[at])
        run = run + 1 if at > start and code == codes[at - 1] else 1
        if run == 3:
            sums[DOTS if code == 46 else DRAWN] += 1
        if code < 128:
            _sign(code, sums)
        elif code == 0x2026:
            sums[DOTS] += 1
        elif code == 0xAB or code == 0x201C:
            sums[QUOTES] += 2


@compiled
def _sign(code: int, sums: Sums) -> None:
    if 97 <= code <= 122:
        sums[LETTERS] += 1
    elif 65 <= code <= 90:
        sums[CAPITALS] += 1
    elif code == 33:
        sums[SHOUTS] += 1
    elif code == 63:
        sums[ASKS] += 1
    elif code == 35:
        sums[TAGS] += 1
    elif code == 34:
        sums[QUOTES] += 1


@compiled
def _heads(found: Found, count: int, sums: Sums) -> None:
    sums[TOKENS] = count
    for at in range(count):
        if found[at, HEAD] == 64:
            sums[NAMES] += 1
        elif found[at, HASHED] == LINK:
            sums[LINKS] += 1
    if count:
        sums[FIRST_NAME] = 1 if found[0, HEAD] == 64 else 0
        sums[FIRST_RT] = 1 if found[0, HASHED] == REPOST else 0


@compiled
def one(
    codes: Codes, start: int, end: int, table: Codes, words: Rows, chars: Rows, grams: Rows,
    kept: Codes, found: Found, cache: Cache, sums: Sums,
) -> None:  # fmt: skip
    """Sum the evidence in one text, the part of `codes` from `start` to `end`."""
    size = tokens(codes, start, end, table, kept)
    count = split(kept, size, words, found)
    _signs(codes, start, end, table, sums)
    _heads(found, count, sums)
    _polarities(words, found, count, sums)
    _senses(words, found, count, sums)
    _words(found, count, grams, sums)
    _turned(found, count, grams, sums)
    _grams(kept, found, count, chars, cache, sums)


@compiled
def many(
    codes: Codes, ends: Counts, table: Codes, words: Rows, chars: Rows, grams: Rows,
    kept: Codes, found: Found, cache: Cache, sums: Sums,
) -> None:  # fmt: skip
    """Sum the evidence in each of many texts that stand one after the other in `codes`."""
    start = 0
    for text in range(ends.size):
        one(codes, start, ends[text], table, words, chars, grams, kept, found, cache, sums[text])
        start = ends[text]


def workspace() -> tuple[Codes, Found, Cache]:
    """Give the buffers that `one` and `many` write to; never share them between two models."""
    return (
        np.zeros(ROOM + 16, np.uint32),
        np.zeros((ROOM // 2 + 16, 5), np.int64),
        np.full((CACHED, 5), -1, np.int64),
    )


def hashed(token: str) -> int:
    """Hash a token as the compiled code does, by hand."""
    value = _START
    for char in token:
        value = ((value ^ ord(char)) * _PRIME) & _LOW
    value = ((value ^ (value >> 16)) * 0x45D9F3B) & _LOW
    return value ^ (value >> 16)


LINK, REPOST = hashed("http"), hashed("rt")
