"""The plain habits of a post: how long, how marked, how it begins and ends."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from firsthand.coach.voice.features import HASHTAG, HASHTAG_CAMEL, HASHTAG_UPPER, LINK, MENTION

_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.!?…]+")
_TAGS = HASHTAG + HASHTAG_CAMEL + HASHTAG_UPPER
_KINDS = (
    "\n", ",", ".", "!", "?", ";:", '"“”', "«»", "'", "’", "…", "-", "–—", "()",
    "0123456789", LINK, MENTION, _TAGS, "\u00a0\u202f", "&/+|", "→➡▶►•●",
)  # fmt: skip
"""Marks that are counted, as kinds."""
_SEQUENCES = ("...", " !", " ?", " :", "\n\n", "!!", "  ", ", et ", ", and ")
_ENDS = (".", "!", "?", "…", LINK, MENTION, tuple(_TAGS))
_STARTS = (MENTION, LINK, tuple(_TAGS))
_EMOJI = ((0x2600, 0x27C0), (0x1F000, 0x20000))
_PLANE = 0x20000

Floats = NDArray[np.float64]


@cache
def _kinds() -> NDArray[np.int8]:
    """Give the kind of each code point: 0 none, 1 emoji, then as listed."""
    table = np.zeros(_PLANE + 1, np.int8)
    for first, end in _EMOJI:
        table[first:end] = 1
    for kind, marks in enumerate(_KINDS, 2):
        table[[ord(mark) for mark in marks]] = kind
    return table


def measures(masked: str) -> list[float]:
    """Give the habits of one masked text as numbers of comparable size."""
    words = _WORDS.findall(masked)
    many = max(1, len(words))
    shares = (
        np.log(len(masked) + 1),
        np.log(many),
        len(masked) / many / 6,
        sum(len(word) > 6 for word in words) / many,
        sum(word.isupper() and len(word) > 1 for word in words) / many,
        sum(word[0].isupper() for word in words) / many,
        len({word.lower() for word in words}) / many,
        len(masked) / (len(_STOPS.findall(masked)) + 1) / 50,
    )
    codes = np.frombuffer(masked.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    counted = np.bincount(_kinds()[np.minimum(codes, _PLANE)], minlength=len(_KINDS) + 2)[1:]
    marks = np.log1p([*counted, *(masked.count(each) for each in _SEQUENCES)])
    edges = [masked.endswith(mark) for mark in _ENDS] + [masked.startswith(m) for m in _STARTS]
    return [*shares, *marks, *edges, masked[:1].isupper(), masked[-1:].isalpha()]


def table(texts: Sequence[str]) -> Floats:
    """Give the habits of many masked texts: (texts, habits)."""
    return np.array([measures(text) for text in texts], dtype=float)


def spread(seen: Floats, mean: Floats, scale: Floats) -> Floats:
    """Give how far each habit is from its mean, and how unusual that is: (texts, 2 habits)."""
    away = (seen - mean) / scale
    return np.hstack([np.clip(away, -4, 4), np.clip(away, -3, 3) ** 2 - 1])
