"""Which language a short post is written in."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.text.tokens import words

_COMMON = {
    "fr": frozenset("le la les de des du un une et est en que qui pour pas sur ce dans avec je vous nous il au aux plus l' d' c' n' j' qu' s' merci être à ou mais on sont".split()),
    "en": frozenset("the of and to in is it you that for on with this are be not we have at by from or my your i was all so but what just thanks our".split()),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """A language as ISO 639-1, or None when unsure; and the probability that it is the one."""

    lang: str | None
    p: float


def detect(text: str) -> Language:
    """Say which language a text is written in."""
    said = [word.lower().replace("’", "'") for word in words(text)]
    counts = {
        lang: 1 + 3 * sum(word in common for word in said) for lang, common in _COMMON.items()
    }
    best = max(counts, key=lambda lang: counts[lang])
    p = counts[best] / sum(counts.values())
    return Language(best if p > 0.6 else None, p)


def detect_many(texts: Iterable[str]) -> list[Language]:
    """Say which language each of many texts is written in."""
    return [detect(text) for text in texts]
