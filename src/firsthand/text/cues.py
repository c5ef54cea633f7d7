"""What a post does, by the words that say it: asks, complains, thanks, doubts, accuses.

The rules are phrases in `data/cues.fr.toml` and `data/cues.en.toml`; every cue
shows the span that made it fire.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from firsthand.text.tokens import fold, fold_offsets

CueKind = Literal[
    "question", "complaint", "thanks", "praise", "doubt", "denial", "urgency", "insult",
    "accusation",
]  # fmt: skip
KINDS: tuple[CueKind, ...] = get_args(CueKind)
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Cue:
    """A kind of cue, and the characters of the text that speak for it."""

    kind: CueKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rule:
    """One phrase: its folded key, its kind (None: it silences others) and its language.

    `opens` lets the last word go on (“scandaleu*”); `asks` wants a question
    mark after it (“c'est vrai ?”).
    """

    key: str
    kind: CueKind | None
    lang: str
    opens: bool
    asks: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    automaton: AhoCorasick
    by_key: tuple[tuple[_Rule, ...], ...]


def cues(text: str, lang: str | None = None) -> tuple[Cue, ...]:
    """Give the cues of a text, in order; with a language, only by that language's phrases.

    >>> [(c.kind, "Il paraît que c'est fini ?"[c.start:c.end]) for c in cues("Il paraît que c'est fini ?")]
    [('doubt', 'Il paraît que'), ('question', '?')]
    """
    folded = fold(text)
    spans = list(_spans(folded, lang))
    if not spans:
        return ()
    if len(folded) == len(text) and text.isascii():
        found = {Cue(kind, start, end) for start, end, kind in spans}
    else:
        offsets = fold_offsets(text)
        found = {Cue(kind, offsets[start], offsets[end]) for start, end, kind in spans}
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.kind)))


def cues_many(texts: Iterable[str], lang: str | None = None) -> list[tuple[Cue, ...]]:
    """Give the cues of many texts, in their order."""
    return [cues(text, lang) for text in texts]


_Span = tuple[int, int, CueKind]
_QUESTION = re.compile(r"(?<![/\w=&])[\s!]*\?+|(?<=\w)\?+(?![\w=&/])")


def _spans(folded: str, lang: str | None) -> Iterator[_Span]:
    hits = [
        (start, end, rule.kind)
        for index, start, end in _rules().automaton.find_matches_as_indexes(
            folded, overlapping=True
        )
        for rule in _rules().by_key[index]
        if (lang not in LANGUAGES or rule.lang == lang) and _stands(folded, start, end, rule)
    ]
    for start, end, kind in hits:
        if kind and not _covered(start, end, kind, hits):
            yield start, end, kind
    if "?" in folded:
        for mark in _QUESTION.finditer(folded):
            yield mark.end() - len(mark[0].lstrip(" \n!")), mark.end(), "question"


def _covered(
    start: int, end: int, kind: CueKind, hits: list[tuple[int, int, CueKind | None]]
) -> bool:
    """Say whether a longer phrase of the same kind, or a silencing one, holds this one."""
    return any(
        a <= start and end <= b and ((other == kind and b - a > end - start) or other is None)
        for a, b, other in hits
    )


def _stands(folded: str, start: int, end: int, rule: _Rule) -> bool:
    """Say whether a phrase found in a folded text begins and ends where words do."""
    if start and folded[start - 1].isalnum() and folded[start].isalnum():
        return False
    if not rule.opens and end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum():
        return False
    return not rule.asks or folded[end : end + 8].lstrip(" !").startswith("?")


@cache
def _rules() -> _Rules:
    by_key: dict[str, list[_Rule]] = {}
    for rule in _read():
        by_key.setdefault(rule.key, []).append(rule)
    automaton = AhoCorasick(
        list(by_key),
        matchkind=MatchKind.Standard,
        implementation=Implementation.DFA,
        store_patterns=False,
    )
    return _Rules(automaton, tuple(map(tuple, by_key.values())))


def _read() -> Iterator[_Rule]:
    for lang in LANGUAGES:
        text = (files(__package__) / "data" / f"cues.{lang}.toml").read_text("utf-8")
        for name, phrases in tomllib.loads(text).items():
            kind = None if name == "silent" else cast("CueKind", name)
            for phrase in phrases:
                bare = fold(phrase)
                asks = bare.endswith("?")
                bare = bare.removesuffix("?").rstrip()
                opens = bare.endswith("*")
                yield _Rule(bare.removesuffix("*"), kind, lang, opens, asks)
