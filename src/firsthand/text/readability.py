"""How easily a text reads, on Flesch's scale: 100 very easy, 60 plain, 30 hard, 0 very hard."""

from collections.abc import Callable

from firsthand.text.syllables import english_syllables, french_syllables
from firsthand.text.tokens import sentences, words

MIN_WORDS = 10
"""Below this many words a figure would say more about chance than about the style."""


def readability(text: str, lang: str | None) -> float | None:
    """Give the reading ease of a French or English text; None for others or too few words.

    English: R. Flesch, "A new readability yardstick", Journal of Applied
    Psychology 32 (1948). French: L. Kandel and A. Moles, « Application de
    l'indice de Flesch à la langue française », Cahiers d'études de
    radio-télévision 19 (1958).
    """
    found = _FORMULAS.get(lang or "")
    said = [word for word in words(text) if word[0].isalpha()]
    if found is None or len(said) < MIN_WORDS:
        return None
    constant, per_sentence, per_word, count = found
    syllables = sum(map(count, said))
    length = len(said) / max(1, len(sentences(text)))
    return constant - per_sentence * length - per_word * syllables / len(said)


_FORMULAS: dict[str, tuple[float, float, float, Callable[[str], int]]] = {
    "en": (206.835, 1.015, 84.6, english_syllables),
    "fr": (207.0, 1.015, 73.6, french_syllables),
}
