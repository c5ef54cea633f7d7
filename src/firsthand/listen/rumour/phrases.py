"""The phrases of rumours in a post, each with the words that said it."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.text.cues import Cue, cues_in
from firsthand.text.lines import Lines
from firsthand.text.phrase_graph import PhraseGraph

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
    """A kind of phrase and the words that said it."""

    kind: str
    words: str


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
    if cued is not None:
        return said_in(Lines.of(texts), texts, cued)
    bare = [_NOT_SAID.sub(" ", text) for text in texts]
    lines = Lines.of(bare)
    return said_in(lines, bare, cues_in(lines, langs))


def said_in(
    lines: Lines, texts: Sequence[str], cued: Sequence[tuple[Cue, ...]]
) -> list[tuple[Said, ...]]:
    """Give what each of many posts says that have been folded and searched for cues already."""
    found: list[tuple[Said, ...]] = [()] * len(texts)
    told = _by_text(lines, texts)
    for at, text in enumerate(texts):
        if cued[at] or at in told:
            found[at] = _once(text, told.get(at, []), cued[at])
    return found


_Hit = tuple[int, int, str]
"""Where a phrase ends and starts in the text, and its kind."""


def _once(text: str, hits: list[_Hit], cued: tuple[Cue, ...]) -> tuple[Said, ...]:
    """Give each kind once, by the phrase that ends first; cues come after phrases."""
    found: dict[str, Said] = {}
    for end, start, kind in sorted(hits):
        if kind not in found:
            found[kind] = Said(kind, text[start : _word_end(text, end)])
    for cue in cued:
        named = _FROM_CUES.get(cue.kind)
        if named and named not in found:
            found[named] = Said(named, text[cue.start : cue.end])
    return tuple(found.values())


_NOT_SAID = re.compile(r"https?://\S+|www\.\S+|@[\w.]+")


def _by_text(lines: Lines, texts: Sequence[str]) -> dict[int, list[_Hit]]:
    """Give the phrases that stand in each text that has any, names and links left out."""
    found: dict[int, list[_Hit]] = {}
    at, following = 0, 0
    unsaid: list[tuple[int, int]] = []
    kinds = [kind for kind, _ in _phrases().meanings]
    for which, start, end, _ in _phrases().find(lines.codes):
        if start >= following:
            at = lines.place(start)
            following = lines.starts[at + 1]
            unsaid = _unsaid(texts[at])
        first, last = lines.span(at, start, end)
        if not _touches(unsaid, first, last):
            found.setdefault(at, []).append((last, first, kinds[which]))
    return found


def _word_end(text: str, at: int) -> int:
    """Give the end of the word in which a phrase ends, for some give only its beginning."""
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _unsaid(text: str) -> list[tuple[int, int]]:
    """Give where names and links stand in a text."""
    if "@" in text or "://" in text or "www." in text:
        return [found.span() for found in _NOT_SAID.finditer(text)]
    return []


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


@cache
def _phrases() -> PhraseGraph[tuple[str, bool]]:
    """Give the phrases as a graph: the kind of each, and whether its last word may go on."""
    listed = tomllib.loads((files(__package__) / "phrases.toml").read_text("utf-8"))
    rules = {
        phrase.rstrip("*"): (kind, phrase.endswith("*"))
        for kind, phrases in listed.items()
        for phrase in phrases
    }
    return PhraseGraph(rules.items(), opens=lambda rule: rule[1])
