"""The plain habits of a post: how long, how marked, how it begins and ends."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.coach.voice import features

_WORDS = re.compile(r"[^\W\d_]+")
_COUNTED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\n",
        r"\n\s*\n",
        r",",
        r"\.(?!\.)",
        r"!",
        r"\?",
        r"[;:]",
        r"[\"“”«»]",
        r"'",
        r"’",
        r"\.\.\.|…",
        r"-",
        r"[–—]",
        r"[()]",
        r"\d",
        features.LINK,
        features.MENTION,
        f"[{features.HASHTAG}-{features.HASHTAG_UPPER}]",
        "[\U0001f000-\U0001ffff\u2600-\u27bf]",
        r" [!?:;]",
        "[\u00a0\u202f]",
        r"[&/+|]",
        r"[→➡▶►•●]",
    )
)
_ENDS = (".", "!", "?", "…", features.LINK, features.MENTION, features.HASHTAG)
_STARTS = (features.MENTION, features.HASHTAG, features.LINK)
_TAGS = str.maketrans(dict.fromkeys((features.HASHTAG_CAMEL, features.HASHTAG_UPPER), "\ue002"))

Floats = NDArray[np.float64]


def measures(masked: str) -> list[float]:
    """Give the habits of one masked text as numbers of comparable size."""
    words = _WORDS.findall(masked)
    many = max(1, len(words))
    plain = masked.translate(_TAGS)
    shares = (
        np.log(len(masked) + 1),
        np.log(many),
        len(masked) / many / 6,
        sum(len(word) > 6 for word in words) / many,
        sum(word.isupper() and len(word) > 1 for word in words) / many,
        sum(word[0].isupper() for word in words) / many,
        len({word.lower() for word in words}) / many,
        len(masked) / max(1, len(re.findall(r"[.!?…]+", masked)) + 1) / 50,
    )
    counted = (np.log1p(len(pattern.findall(masked))) for pattern in _COUNTED)
    ends = (float(plain.endswith(mark)) for mark in _ENDS)
    starts = (float(plain.startswith(mark)) for mark in _STARTS)
    first = (float(masked[:1].isupper()), float(masked[-1:].isalpha()))
    return [float(value) for value in (*shares, *counted, *ends, *starts, *first)]


def table(texts: Sequence[str]) -> Floats:
    """Give the habits of many masked texts: (texts, habits)."""
    return np.array([measures(text) for text in texts], dtype=float)


def spread(seen: Floats, mean: Floats, scale: Floats) -> Floats:
    """Give how far each habit is from its mean, and how unusual that is: (texts, 2 habits)."""
    away = (seen - mean) / scale
    return np.hstack([np.clip(away, -4, 4), np.clip(away, -3, 3) ** 2 - 1])
