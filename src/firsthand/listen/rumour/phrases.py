"""The phrases of rumours in a post, each with the words that said it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from firsthand.text.cues import Cue, cues_many
from firsthand.text.tokens import fold

DISBELIEF, HEARSAY, OFFICIAL, COMFORT, GRAVE = (
    "disbelief", "hearsay", "official", "comfort", "grave",
)  # fmt: skip
QUESTION, ACCUSATION = "question", "accusation"

_FROM_CUES = {
    "doubt": DISBELIEF, "denial": DISBELIEF, "question": QUESTION, "accusation": ACCUSATION,
    "insult": ACCUSATION, "thanks": COMFORT, "praise": COMFORT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A kind of phrase and the folded words that said it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    automaton: AhoCorasick
    kinds: tuple[str, ...]
    opens: tuple[bool, ...]


def said(text: str, lang: str | None = None) -> tuple[Said, ...]:
    """Give what a post says of the kinds above, once each, in the order of the text.

    >>> [s.kind for s in said("C'est vrai ? Source ?")]
    ['disbelief', 'question']
    """
    return said_many([text], [lang])[0]


def said_many(
    texts: Sequence[str],
    langs: Sequence[str | None],
    cued: Sequence[tuple[Cue, ...]] | None = None,
) -> list[tuple[Said, ...]]:
    """Give what each of many posts says; `cued` are their cues, where they are known already."""
    bare = [_NOT_SAID.sub(" ", text) for text in texts]
    if cued is None:
        cued, texts = cues_many(bare, langs), bare
    return [_once(*each) for each in zip(bare, texts, cued, strict=True)]


def _once(bare: str, text: str, cued: tuple[Cue, ...]) -> tuple[Said, ...]:
    found: dict[str, Said] = {}
    for kind, words in _found(bare, text, cued):
        found.setdefault(kind, Said(kind, words))
    return tuple(found.values())


_NOT_SAID = re.compile(r"https?://\S+|www\.\S+|@[\w.]+")


def _found(bare: str, text: str, cued: tuple[Cue, ...]) -> Iterator[tuple[str, str]]:
    folded = fold(bare)
    phrases = _phrases()
    for which, start, end in phrases.automaton.find_matches_as_indexes(folded, overlapping=True):
        if _stands(folded, start, end, opens=phrases.opens[which]):
            yield phrases.kinds[which], folded[start:end]
    for cue in cued:
        if kind := _FROM_CUES.get(cue.kind):
            yield kind, text[cue.start : cue.end]


def _stands(folded: str, start: int, end: int, *, opens: bool) -> bool:
    """Say whether a phrase begins and ends where words do."""
    if folded[start - 1 : start].isalnum():
        return False
    after = folded[end : end + 1]
    return opens or not (after.isalnum() and folded[end - 1].isalnum())


@cache
def _phrases() -> _Phrases:
    listed = tomllib.loads((files(__package__) / "phrases.toml").read_text("utf-8"))
    rules = [(kind, phrase) for kind, phrases in listed.items() for phrase in phrases]
    return _Phrases(
        AhoCorasick([phrase.rstrip("*") for _, phrase in rules]),
        tuple(kind for kind, _ in rules),
        tuple(phrase.endswith("*") for _, phrase in rules),
    )
