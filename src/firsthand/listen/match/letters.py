"""How one character is folded before words are told apart; the same for both tokenisers.

Case and accents go, typographic signs become plain ones, what cannot be seen goes.
"""

import unicodedata
from functools import lru_cache

from firsthand.text.tokens import fold

LIMIT = 0x20000
"""Characters from here on are rare ideographs, taken for letters as they are."""
HIDDEN = 0x32400
"""Characters from here on are unassigned, tags, variants and private signs: nothing to see."""
MOST = 3
"""The most characters that one becomes; what would become more says nothing of words."""
SEPARATOR, LOWER, UPPER, DIGIT, SPACE = range(5)
"""What a character is for telling words apart; any other sign is a separator."""

#: Where folding does more than nothing; elsewhere lie ideographs and syllables.
_FOLDED = (
    (0, 0x3400), (0xA640, 0xAC00), (0xF900, 0x10000), (0x10000, 0x10100), (0x1D400, 0x1D800),
    (0x1F100, 0x1F200),
)  # fmt: skip

_BARE = {"Cf": "", "Cs": "", "Co": "", "Cn": " "}
_FOREIGN = ((0x370, 0x530), (0x1C80, 0x1C90), (0x1F00, 0x2000), (0x2DE0, 0x2E00), (0xA640, 0xA6A0))


def cased(char: str) -> str:
    r"""Give a character as words are told apart by it: folded, but with its capital kept.

    >>> cased("É"), cased("Œ"), cased("’"), cased("\u200b"), cased("Ｓ")
    ('E', 'OE', "'", '', 'S')
    """
    code = ord(char)
    if code >= LIMIT:
        return char if code < HIDDEN else ""
    if 0xD800 <= code < 0xE000 or not any(first <= code < last for first, last in _FOLDED):
        return _BARE.get(unicodedata.category(char), char)
    folded, category = fold(char), unicodedata.category(char)
    if len(folded) > MOST or category == "Cn":
        return " "
    capital = category in {"Lu", "Lt"}
    return folded.upper() if capital and folded.upper().lower() == folded else folded


class _Cased(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = cased(chr(code))
        return self[code]


_CASED = _Cased()


def normal(text: str) -> str:
    """Give a text folded character by character, with its capitals kept."""
    return text.translate(_CASED)


@lru_cache(maxsize=65_536)
def kind(char: str) -> int:
    """Say what a character of a normal text is."""
    if char.isspace():
        return SPACE
    if ord(char) >= LIMIT:
        return LOWER
    category = unicodedata.category(char)
    if category[0] == "N":
        return DIGIT
    if category[0] in "LM":
        return UPPER if category in {"Lu", "Lt"} else LOWER
    return SEPARATOR


def is_foreign(char: str) -> bool:
    """Say whether a letter is Greek or Cyrillic, among which look-alikes hide."""
    return any(first <= ord(char) < last for first, last in _FOREIGN) and kind(char) in (
        LOWER,
        UPPER,
    )
