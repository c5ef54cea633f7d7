"""When two phrases are about the same thing, and when a text carries a phrase."""

from collections.abc import Iterable
from functools import lru_cache

from firsthand.text.tokens import fold, words

_SMALL = frozenset(
    [
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "of",
        "on",
        "or",
        "ou",
        "par",
        "pour",
        "s",
        "sur",
        "the",
        "to",
        "un",
        "une",
        "and",
        "in",
        "an",
        "for",
        "with",
        "avec",
        "dans",
        "nos",
        "notre",
        "our",
    ]
)


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Give the words that matter of a text, folded, without plural and small words.

    >>> stems("L'indice de réparabilité des sièges")
    ('indice', 'reparabilite', 'siege')
    """
    folded = (fold(word).rstrip("'") for word in words(text))
    return tuple(_singular(word) for word in folded if word.lstrip("@#") not in _SMALL)


def carried(phrases: Iterable[str], text: str) -> str | None:
    """Give the first of some phrases that stands in a text, whatever its plural or accents.

    >>> carried(["indice de réparabilité", "pièce détachée"], "Dix ans de pièces détachées.")
    'pièce détachée'
    """
    said = stems(text)
    return next((phrase for phrase in phrases if within(stems(phrase), said)), None)


def shared(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, str] | None:
    """Give the first pair of phrases about the same thing: one holds all words of the other."""
    others = [(stems(phrase), phrase) for phrase in theirs]
    for phrase in ours:
        said = stems(phrase)
        for other, theirs_phrase in others:
            if within(said, other) or within(other, said):
                return phrase, theirs_phrase
    return None


def within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Say whether some stems follow one another somewhere in others; no stems are nowhere."""
    if not part or len(part) > len(whole):
        return False
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("aux"):
        return f"{word[:-3]}al"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word
