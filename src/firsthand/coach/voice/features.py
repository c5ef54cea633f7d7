"""What of a text is looked at: views of its form, as counted runs of symbols.

Links, mentions and hashtags are masked by one mark each (hashtags by their casing), so
that their place stays and their subject goes. Views after Stamatatos' text distortion
(2017): the more a view forgets the subject, the less topic can pass for voice.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

LINK, MENTION = "\ue000", "\ue001"
HASHTAG, HASHTAG_CAMEL, HASHTAG_UPPER = "\ue002", "\ue003", "\ue004"
VIEWS = {
    "characters": (1, 5),
    "words": (1, 2),
    "distorted": (2, 5),
    "endings": (1, 3),
    "shape": (2, 5),
}
"""The views, each with the shortest and longest run of its symbols."""

_LINK = re.compile(r"https?://\S+|www\.\S+")
_MENTION = re.compile(r"(?<![\w.])@\w[\w.-]*\w|(?<!\w)@\w")
_HASHTAG = re.compile(r"(?<!\w)[#＃](?=\w*[^\W\d_])\w+")
_BLANKS = re.compile(r"[^\S\n\u00a0\u202f]+")
_TOKEN = re.compile(r"\n+|[^\W_]+(?:['’][^\W\d_]+)*['’]?|[^\w\s]|_")
_LETTERS = re.compile(r"[^\W\d_]+")
_REPOST = re.compile(r"\s*RT @\w", re.ASCII)
_START, _END = "\x02", "\x03"

Codes = NDArray[np.uint32]


def mask(text: str) -> str:
    """Put one mark in place of each link, mention and hashtag; undo HTML's escapes.

    >>> mask("Merci @anna ! https://a.example") == f"Merci {MENTION} ! {LINK}"
    True
    """
    text = unicodedata.normalize("NFC", html.unescape(text)).strip()
    text = _MENTION.sub(MENTION, _LINK.sub(LINK, text))
    return _BLANKS.sub(" ", _HASHTAG.sub(_hashtag, text))


def _hashtag(match: re.Match[str]) -> str:
    word = match.group()[1:]
    if word.islower():
        return HASHTAG
    return HASHTAG_UPPER if word.isupper() and len(word) > 1 else HASHTAG_CAMEL


def tokens(masked: str) -> list[str]:
    """Cut a masked text into words, marks and line breaks."""
    return _TOKEN.findall(masked)


def spans(masked: str) -> list[tuple[int, int]]:
    """Give where each token of a masked text stands."""
    return [match.span() for match in _TOKEN.finditer(masked)]


def usable(texts: Iterable[str]) -> list[str]:
    """Mask the texts that can teach: own words, at least two, each text once, in their order.

    Reposts are left out; texts with the same letters are one.
    """
    found: dict[str, str] = {}
    for text in texts:
        if _REPOST.match(text):
            continue
        masked = mask(text)
        words = _LETTERS.findall(masked)
        if len(words) > 1:
            found.setdefault("".join(words).casefold(), masked)
    return list(found.values())


def habitual(texts: Iterable[str], most: int = 400) -> frozenset[str]:
    """Give the words so frequent in these masked texts that they carry no subject."""
    seen: dict[str, int] = {}
    for text in texts:
        for word in {token.lower() for token in tokens(text) if token[0].isalpha()}:
            seen[word] = seen.get(word, 0) + 1
    return frozenset(sorted(seen, key=lambda word: (-seen[word], word))[:most])


def symbols(text: str, common: frozenset[str]) -> dict[str, Codes]:
    """Give a masked text as each view sees it: codes of characters or of words."""
    words = tokens(text)
    even = re.sub(r"\d", "0", text)
    return {
        "characters": _characters(text),
        "words": codes(words),
        "distorted": _characters(_distorted(even, common)),
        "endings": codes([_ending(word, common) for word in words]),
        "shape": _characters(_LETTERS.sub(_outline, even)),
    }


def codes(words: Sequence[str]) -> Codes:
    """Give one code a word, framed by those of the text's start and end."""
    return np.array([_code(word) for word in (_START, *words, _END)], dtype=np.uint32)


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _characters(text: str) -> Codes:
    framed = (_START + text + _END).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(framed, dtype=np.uint32)


def _distorted(text: str, common: frozenset[str]) -> str:
    def hide(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() in common:
            return word
        kept = word[-2:] if len(word) > 3 else ""
        return _crosses(word[: len(word) - len(kept)]) + kept

    return _LETTERS.sub(hide, text)


def _outline(match: re.Match[str]) -> str:
    return _crosses(match.group())


@lru_cache(maxsize=1 << 15)
def _crosses(letters: str) -> str:
    return "".join("X" if letter.isupper() else "x" for letter in letters)


def _ending(word: str, common: frozenset[str]) -> str:
    lower = word.lower()
    return lower if lower in common or not word[0].isalnum() else "~" + lower[-3:]
