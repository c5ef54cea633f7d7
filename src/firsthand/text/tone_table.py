"""The tables of the tone model and the columns of its sums, and how words find their rows.

Importing this module costs the start of numba.
"""

import numpy as np
import numpy.typing as npt

from firsthand.text.kernels import compiled

CHAR, CHAR_NORM, WORD, WORD_NORM, MEANING, KNOWN = 0, 3, 4, 7, 8, 11
"""Columns of the sums: three by tone, and what they are divided by."""
GOOD, BAD, BEST, WORST, LAST, GOOD_2, BAD_2 = 12, 13, 14, 15, 16, 17, 18
VALENCE, VALENCE_UP, VALENCE_DOWN, VALENCE_MAX, VALENCE_MIN = 19, 20, 21, 22, 23
EMOJI, NEGATED, IRONY, TOKENS, LINKS, NAMES, FIRST_NAME, FIRST_RT = 24, 25, 26, 27, 28, 29, 30, 31
SHOUTS, ASKS, TAGS, QUOTES, DOTS = 32, 33, 34, 35, 36
CAPITALS, LETTERS, DRAWN, IDIOMS = 37, 38, 39, 40
COLUMNS = 41

NOT, LEADS, OPENS, AGAIN, FACE, MEANS, IDIOM = 1, 2, 4, 8, 16, 32, 64
"""What a word does besides: it negates; may begin a known phrase; may open an ironic
praise; says once more; is an emoji; has a meaning that was
learnt; is a phrase that says more than its words."""
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

CACHED = 32_768
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
    found = -1
    for row in range(first + WAYS - 1, first - 1, -1):
        found = row if words[row, CHECK] == check else found
    return found


@compiled
def check_of(value: int) -> int:
    """Give the part of a hash that is kept in the table, never 0."""
    return 1 + (value >> 24) % 126


def hashed(token: str) -> int:
    """Hash a token as the compiled code does, by hand."""
    value = _START
    for char in token:
        value = ((value ^ ord(char)) * _PRIME) & _LOW
    value = ((value ^ (value >> 16)) * 0x45D9F3B) & _LOW
    return value ^ (value >> 16)


LINK, REPOST = hashed("http"), hashed("rt")
