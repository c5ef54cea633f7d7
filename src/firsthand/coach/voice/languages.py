"""Which of a leader's languages a text is held against."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from firsthand.text.language import detect, detect_many

ENOUGH = 500
"""Characters by which a language is told."""
SURE = 0.9
"""Probability from which a short text is taken for its likeliest language."""


def sure(texts: Sequence[str]) -> list[str | None]:
    """Give the language of each text, or None where one cannot be sure."""
    if len(texts) == 1:
        return [_sure(texts[0][:ENOUGH])]
    beginnings = [text[:ENOUGH] for text in texts]
    return [found.lang if found.p >= SURE else None for found in detect_many(beginnings)]


@lru_cache(maxsize=256)
def _sure(beginning: str) -> str | None:
    # Kept by the beginning alone, which stays while somebody goes on writing.
    found = detect(beginning)
    return found.lang if found.p >= SURE else None


def among(own: Sequence[str], needed: int) -> tuple[str, ...]:
    """Give the languages with enough posts, the most usual first; at least one.

    A text in no language that is surely another counts as the most usual one.
    """
    counted = Counter(lang for lang in sure(own) if lang)
    usual = [lang for lang, _ in counted.most_common(1)] or ["und"]
    return (*usual, *(lang for lang, n in counted.most_common()[1:] if n >= needed))


def part(texts: Sequence[str], spoken: Sequence[str]) -> dict[str, list[str]]:
    """Give the texts by language spoken; what is in none of them goes to the first."""
    parts: dict[str, list[str]] = {lang: [] for lang in spoken}
    langs = sure(texts) if len(spoken) > 1 else [None] * len(texts)
    for text, lang in zip(texts, langs, strict=True):
        parts[lang if lang in parts else spoken[0]].append(text)
    return parts
