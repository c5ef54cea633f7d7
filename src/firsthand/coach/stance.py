"""For or against: the side that a text takes on a subject, as far as its words tell."""

from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from firsthand.coach.lexicon import Lexicon
from firsthand.coach.reading import Reading
from firsthand.coach.rules import LANGUAGES, shared_words
from firsthand.coach.stems import content


@lru_cache(maxsize=2_048)
def read_sides(text: str, lang: str | None) -> Reading:
    """Read a text only for the side it takes; kept, for the same posts come back at each key."""
    return Reading(text, lang, _sides(lang))


@cache
def _sides(lang: str | None) -> Lexicon:
    langs = LANGUAGES if lang is None else (lang,)
    lists = shared_words()["polarity"]
    return Lexicon(
        {
            ("words.polarity", name): [word for each in langs for word in by_lang.get(each, ())]
            for name, by_lang in lists.items()
        }
    )


def side(reading: Reading, sentences: Iterable[int]) -> int:
    """Give 1 when some sentences speak for their subject, -1 when against, 0 when unclear."""
    wanted = set(sentences)
    return side_of(reading, {i for i, s in enumerate(reading.sentence_of) if s in wanted})


def side_of(reading: Reading, tokens: Collection[int]) -> int:
    """Give the side that some tokens take, by their index: 1 for, -1 against, 0 unclear."""
    total = 0
    for name, sign in (("for", 1), ("against", -1)):
        for hit in reading.shared("polarity", name):
            if hit.first in tokens:
                lessened = hit.first > 0 and reading.forms[hit.first - 1] in _LESS
                turned = lessened or reading.negated(hit.first, _REACH)
                total += -sign if turned else sign
    return (total > 0) - (total < 0)


def sentences_on(reading: Reading, stems: frozenset[str], least: int) -> list[int]:
    """Give the sentences that hold at least so many of some content stems."""
    held: dict[int, set[str]] = {}
    for stem, index in content(reading):
        if stem in stems:
            held.setdefault(reading.sentence_of[index], set()).add(stem)
    return sorted(sentence for sentence, found in held.items() if len(found) >= least)


def denies(reading: Reading, sentences: Iterable[int]) -> bool:
    """Tell whether some sentences hold a negation."""
    wanted = set(sentences)
    return any(
        reading.sentence_of[i] in wanted and (form in _DENIALS or form.endswith("n't"))
        for i, form in enumerate(reading.forms)
    )


_LESS = frozenset({"moins", "less", "peu", "hardly"})
_REACH = 4  # n'est plus notre meilleur atout
_DENIALS = frozenset(
    {"pas", "jamais", "aucun", "aucune", "never", "not", "no", "without", "nor", "cannot"}
)


def opposed(one: Reading, other: Reading, stems: frozenset[str], alike: float) -> bool:
    """Tell whether two texts on a subject take opposite sides, or one denies what the other says.

    `alike` is how near the texts are (0 to 1): a bare negation counts only
    between texts that say nearly the same.
    """
    here = sentences_on(one, stems, min(2, len(stems)))
    there = sentences_on(other, stems, min(2, len(stems)))
    if not here or not there:
        return False
    sides = side(one, here) * side(other, there)
    if sides < 0:
        return True
    return sides == 0 and alike >= _NEARLY_SAME and denies(one, here) != denies(other, there)


_NEARLY_SAME = 0.5
