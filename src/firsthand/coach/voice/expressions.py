"""Which expressions of a text speak for the leader, and which against."""

from collections.abc import Iterable, Sequence

import numpy as np

from firsthand.coach.voice import features
from firsthand.coach.voice.experts import Lens
from firsthand.coach.voice.kernels import pairs

SPOKEN = 3
"""Expressions told on each side."""

Ranked = list[tuple[str, float]]


def telling(
    heard: Iterable[tuple[Lens, Sequence[str]]], most: int = SPOKEN
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the expressions of masked texts that speak most for, and most against, so many of each.

    They stand in the text as given here; none shares a word with a stronger one.
    """
    shares: dict[str, float] = {}
    for lens, texts in heard:
        for text in texts:
            for words, share in _expressions(lens, text):
                shares[words] = shares.get(words, 0.0) + share
    ranked = sorted(shares.items(), key=lambda each: (-abs(each[1]), each[0]))
    for_ = _apart([each for each in ranked if each[1] > 0], most)
    return for_, _apart([each for each in ranked if each[1] < 0], most)


def _apart(ranked: Ranked, most: int) -> tuple[str, ...]:
    chosen: list[str] = []
    told: set[str] = set()
    for words, _ in ranked:
        parts = set(features.tokens(words.lower()))
        if not parts & told:
            told |= parts
            chosen.append(words)
        if len(chosen) == most:
            break
    return tuple(chosen)


def _expressions(lens: Lens, text: str) -> Ranked:
    found = features.spans(text)
    codes = features.codes([text[a:b] for a, b in found])[1:-1]
    slots = np.zeros((len(codes), 2), np.int32)
    pairs(codes, slots)
    weights = (lens.weights[slots] * lens.idf[slots]).tolist()
    words = [text[start].isalnum() for start, _ in found]
    told = []
    for i, (start, end) in enumerate(found):
        if words[i]:
            told.append((text[start:end], weights[i][0]))
            if i + 1 < len(found) and words[i + 1]:
                told.append((text[start : found[i + 1][1]], weights[i][1]))
    return told
