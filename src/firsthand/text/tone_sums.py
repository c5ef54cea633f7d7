"""What speaks for a tone in a post, summed in compiled code; `tone` weighs the sums.

Four kinds of evidence: hashed n-grams of characters and of words; the meaning of words
(a linear reading of their vectors, kept as three numbers a word); words and phrases of
known polarity, turned by a negation before them; and signs (emojis, marks, capitals).
"""

import numpy as np

from firsthand.text.kernels import Codes, Counts, compiled
from firsthand.text.tone_kernels import ROOM, SPACE, tokens
from firsthand.text.tone_polarity import polarities
from firsthand.text.tone_table import (
    ASKS,
    CACHED,
    CAPITALS,
    CHAR,
    CHAR_NORM,
    DOTS,
    DRAWN,
    END,
    FIRST_NAME,
    FIRST_RT,
    HASHED,
    HEAD,
    KNOWN,
    LETTERS,
    LINK,
    LINKS,
    MAX_GRAM,
    MEANING,
    MEANS,
    MIN_GRAM,
    NAMES,
    NEGATED,
    QUOTES,
    REPOST,
    ROLE,
    ROW,
    SENSE,
    SHOUTS,
    START,
    TAGS,
    TOKENS,
    TURNED,
    WORD,
    WORD_NORM,
    Cache,
    Found,
    Rows,
    Sums,
    find,
    mix,
    negated,
    pair,
    step,
)


@compiled
def split(kept: Codes, size: int, words: Rows, found: Found) -> int:
    """Write the hash and the table's row of each token, and its first character; give how many."""
    count, at = 0, 1
    while at < size:
        found[count, HEAD], value = kept[at], START
        while kept[at] != SPACE:
            value = step(value, int(kept[at]))
            at += 1
        value = mix(value)
        found[count, HASHED], found[count, ROW] = value, find(words, value)
        found[count, END] = at
        count += 1
        at += 1
    return count


@compiled
def _of_token(kept: Codes, first: int, end: int, grams: Rows, sums: Cache, slot: int) -> None:
    """Sum the weights of the n-grams of characters of one token and its two borders."""
    mask = grams.shape[0] - 1
    a = b = c = n = 0
    for start in range(first, end):
        value = step(START, int(kept[start]))
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
def _signs(codes: Codes, start: int, end: int, sums: Sums) -> None:
    """Count the marks and capitals of a text."""
    end = min(end, start + ROOM)
    small = capitals = shouts = asks = tags = quotes = opened = dots = 0
    # All are counted of each character, for then several are looked at at once.
    for at in range(start, end):
        code = codes[at]
        small += 97 <= code <= 122
        capitals += 65 <= code <= 90
        shouts += code == 33
        asks += code == 63
        tags += code == 35
        quotes += code == 34
        opened += (code == 0xAB) | (code == 0x201C)
        dots += code == 0x2026
    sums[LETTERS], sums[CAPITALS], sums[SHOUTS] = small, capitals, shouts
    sums[ASKS], sums[TAGS], sums[QUOTES], sums[DOTS] = asks, tags, quotes + 2 * opened, dots
    _drawn(codes, start, end, sums)


@compiled
def _drawn(codes: Codes, start: int, end: int, sums: Sums) -> None:
    """Count the places where three characters alike stand."""
    for at in range(start + 2, end):
        code = codes[at]
        if code != codes[at - 1] or code != codes[at - 2]:
            continue
        if at == start + 2 or code != codes[at - 3]:
            sums[DOTS if code == 46 else DRAWN] += 1


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
    _signs(codes, start, end, sums)
    _heads(found, count, sums)
    polarities(words, found, count, sums)
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
