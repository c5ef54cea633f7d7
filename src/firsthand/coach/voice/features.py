"""What of a text is looked at: five views of its form, as hashed counts.

Links, mentions and hashtags are masked by one mark each, so that their place
stays and their subject goes. Views after Stamatatos' text distortion (2017):
the more a view forgets the subject, the less topic can pass for voice.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BITS = 17
LINK, MENTION, HASHTAG = "\ue000", "\ue001", "\ue002"
VIEWS = ("characters", "words", "distorted", "endings", "shape")

_MASKS = (
    (re.compile(r"https?://\S+|www\.\S+"), LINK),
    (re.compile(r"(?<!\w)@\w+"), MENTION),
    (re.compile(r"(?<!\w)#\w+"), HASHTAG),
)
_TOKEN = re.compile(r"\n+|[^\W_]+(?:['’][^\W\d_]+)*['’]?|[^\w\s]|_")
_LETTERS = re.compile(r"[^\W\d_]+")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0x100000001B3)
_START, _END = "\x02", "\x03"

Counts = tuple[NDArray[np.int64], NDArray[np.float32]]


def mask(text: str) -> str:
    """Put one mark in place of each link, mention and hashtag.

    >>> mask("Merci @anna ! https://a.example") == f"Merci {MENTION} ! {LINK}"
    True
    """
    for pattern, mark in _MASKS:
        text = pattern.sub(mark, text)
    return text


def tokens(masked: str) -> list[str]:
    """Cut a masked text into words, marks and line breaks."""
    return _TOKEN.findall(masked)


def habitual(texts: Iterable[str], most: int = 400) -> frozenset[str]:
    """Give the words so frequent in these masked texts that they carry no subject."""
    seen: dict[str, int] = {}
    for text in texts:
        for word in {token.lower() for token in tokens(text) if token[0].isalpha()}:
            seen[word] = seen.get(word, 0) + 1
    return frozenset(sorted(seen, key=lambda word: (-seen[word], word))[:most])


def views(text: str, common: frozenset[str]) -> dict[str, Counts]:
    """Give the hashed counts of one masked text under each view: (slots, counts)."""
    words = tokens(text)
    return {
        "characters": _characters(text, 1, 5),
        "words": count(word_slots(words)),
        "distorted": _characters(_distorted(text, common), 2, 5),
        "endings": count(word_slots([_ending(word, common) for word in words], 3)),
        "shape": _characters(_LETTERS.sub(_outline, re.sub(r"\d", "0", text)), 2, 5),
    }


def word_slots(words: Sequence[str], longest: int = 2) -> NDArray[np.int64]:
    """Give the slot of each run of 1 to `longest` tokens, runs of one length after another."""
    codes = np.array([_code(word) for word in (_START, *words, _END)], dtype=np.uint64)
    return _slots(codes, 1, longest)


def count(slots: NDArray[np.int64]) -> Counts:
    """Count equal slots."""
    found, counts = np.unique(slots, return_counts=True)
    return found, counts.astype(np.float32)


def _characters(text: str, shortest: int, longest: int) -> Counts:
    framed = (_START + text + _END).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(framed, dtype=np.uint32).astype(np.uint64)
    return count(_slots(codes, shortest, longest))


def _slots(codes: NDArray[np.uint64], shortest: int, longest: int) -> NDArray[np.int64]:
    base = (codes + np.uint64(1)) * _MIX
    base ^= base >> np.uint64(29)
    rolled = np.zeros(len(codes), np.uint64)
    found = []
    for n in range(1, min(longest, len(codes)) + 1):
        size = len(codes) - n + 1
        rolled = rolled[:size] * _STEP + base[n - 1 : n - 1 + size]
        if n >= shortest:
            mixed = (rolled + np.uint64(n)) * _MIX
            mixed ^= mixed >> np.uint64(32)
            mixed *= _MIX
            found.append((mixed >> np.uint64(64 - BITS)).astype(np.int64))
    return np.concatenate(found)


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    return (crc32(word.encode("utf-8", "surrogatepass")) * int(_MIX)) & 0xFFFFFFFFFFFFFFFF


def _distorted(text: str, common: frozenset[str]) -> str:
    def hide(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() in common:
            return word
        kept = word[-2:] if len(word) > 3 else ""
        return _crosses(word[: len(word) - len(kept)]) + kept

    return _LETTERS.sub(hide, re.sub(r"\d", "0", text))


def _outline(match: re.Match[str]) -> str:
    return _crosses(match.group())


def _crosses(letters: str) -> str:
    return "".join("X" if letter.isupper() else "x" for letter in letters)


def _ending(word: str, common: frozenset[str]) -> str:
    lower = word.lower()
    return lower if lower in common or not word[0].isalnum() else "~" + lower[-3:]
