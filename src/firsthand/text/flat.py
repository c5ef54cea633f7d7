"""A folding that keeps every character in its place, for many texts at once.

`tokens.fold` is the full one: it spells ligatures out and drops what is invisible.
Here each character becomes one character, so that a span found in the flat text is a
span of the text itself. The few texts for which that is not enough are told.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from firsthand.text.lookalikes import LOOKALIKES
from firsthand.text.tokens import fold

PLANE = 65_536
FIRST_EMOJI, LAST_EMOJI = 0x1F300, 0x1FAFF
NOT_ENOUGH = 0xFFFFFFFF
"""What the table says of characters that only the full folding can read."""
_LIKE = {"…": ".", "\ufe0e": "\x01", "\ufe0f": "\x01"}

Codes = npt.NDArray[np.uint32]


@cache
def table() -> Codes:
    """Give, for each code point of the basic plane, its one folded character or NOT_ENOUGH."""
    return np.array([_flat(chr(code)) for code in range(PLANE)], np.uint32)


def _flat(char: str) -> int:
    if char in _LIKE:
        return ord(_LIKE[char])
    if char.isspace():
        return 32
    # With a letter that is not ASCII, for `fold` leaves signs of pure ASCII texts alone.
    folded = fold(char + "é")[:-1]
    if len(folded) == 1 and char not in LOOKALIKES and folded not in LOOKALIKES:
        return ord(folded)
    return NOT_ENOUGH


def codes_of(text: str) -> Codes:
    """Give the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    """Give the text of code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def flatten(text: str) -> tuple[Codes, npt.NDArray[np.intp]]:
    """Fold a text, character by character; give too where that was not enough.

    >>> flat, wrong = flatten("L’ÉTÉ, cœur")
    >>> text_of(flat), wrong
    ("l'ete, c?ur", array([8]))
    """
    codes = codes_of(text)
    plain = np.take(table(), codes, mode="clip")
    high = np.flatnonzero(codes >= PLANE)
    if high.size:
        # Of the planes above, emojis stay; letters made for mathematics, with which words are
        # disguised, and the rest do not.
        above = codes[high]
        emojis = (above >= FIRST_EMOJI) & (above <= LAST_EMOJI)
        plain[high] = np.where(emojis, above, NOT_ENOUGH)
    wrong = np.flatnonzero(plain == NOT_ENOUGH)
    plain[wrong] = ord("?")
    return plain, wrong


@cache
def inside() -> npt.NDArray[np.uint8]:
    """Give 1 for each letter or digit of the basic plane, and 0 for the rest."""
    return np.array([chr(code).isalnum() for code in range(PLANE)], np.uint8)


def edges(codes: Codes) -> bytes:
    """Give 1 for each letter or digit of a flat text and 0 for the rest, and 0 at both ends.

    The character at `n` is told of at `n + 1`.

    >>> list(edges(codes_of("a b")))
    [0, 1, 0, 1, 0]
    """
    within = np.take(inside(), np.where(codes < PLANE, codes, 0))
    return b"\0" + within.tobytes() + b"\0"
