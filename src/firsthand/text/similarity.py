"""How far two texts say the same thing, by the words and word pairs they share."""

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from firsthand.text.tokens import fold, words


def shingles(text: str, size: int = 2) -> frozenset[str]:
    """Give the folded words of a text and their runs of `size`; elisions and mentions left out.

    >>> sorted(shingles("L'usine ferme"))
    ['ferme', 'usine', 'usine ferme']
    """
    said = said_words(text)
    runs = (" ".join(said[at : at + size]) for at in range(len(said) - size + 1))
    return frozenset(said).union(runs)


def said_words(text: str) -> list[str]:
    """Give the folded words of a text without elisions and mentions."""
    return [fold(word) for word in words(text) if word[0] not in "@＠" and word[-1] not in "'’ʼ"]


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of two sets that is common to both, 0–1; two empty sets share nothing."""
    together = len(a | b)
    return len(a & b) / together if together else 0.0


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Give the cosine of two sparse vectors, 0–1 for counts."""
    if len(b) < len(a):
        a, b = b, a
    product = sum(value * b[key] for key, value in a.items() if key in b)
    norms = sqrt(sum(v * v for v in a.values())) * sqrt(sum(v * v for v in b.values()))
    return product / norms if norms else 0.0


def similarity(a: str, b: str) -> float:
    """Give how far two texts say the same thing, 0–1, by cosine of their words and word pairs."""
    return cosine(Counter(shingles(a)), Counter(shingles(b)))
