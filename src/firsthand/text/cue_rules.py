"""The phrases of `data/cues.fr.toml` and `data/cues.en.toml`, made ready for matching."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Literal, cast, get_args

import regex
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from firsthand.text.tokens import fold

CueKind = Literal[
    "question", "complaint", "thanks", "praise", "doubt", "denial", "urgency", "insult",
    "accusation",
]  # fmt: skip
KINDS: tuple[CueKind, ...] = get_args(CueKind)
LANGUAGES = ("fr", "en")
MARK = "?"
"""The question mark is looked for along with the phrases."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase: its folded key, its kind (None: it silences others) and its language.

    `opens` lets the last word go on (“scandaleu*”); `asks` wants a question mark
    after it (“c'est vrai ?”). The mark itself is a rule of no language.
    """

    key: str
    kind: CueKind | None
    lang: str
    opens: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """All phrases in one automaton, and the rules that each of its patterns stands for."""

    automaton: AhoCorasick
    by_pattern: tuple[tuple[Rule, ...], ...]


@cache
def rules() -> Rules:
    """Read the phrases of both languages."""
    by_key: dict[str, dict[Rule, None]] = {}
    for rule in _all():
        by_key.setdefault(rule.key, {})[rule] = None
    automaton = AhoCorasick(
        list(by_key),
        matchkind=MatchKind.Standard,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )
    return Rules(automaton, tuple(map(tuple, by_key.values())))


def _all() -> Iterator[Rule]:
    yield Rule(MARK, "question", "")
    for lang in LANGUAGES:
        text = (files(__package__) / "data" / f"cues.{lang}.toml").read_text("utf-8")
        for name, phrases in tomllib.loads(text).items():
            kind = None if name == "silent" else cast("CueKind", name)
            for phrase in phrases:
                for one in expand(phrase):
                    yield from _rules_of(one, kind, lang)


def _rules_of(phrase: str, kind: CueKind | None, lang: str) -> Iterator[Rule]:
    bare = fold(phrase).strip()
    asks = bare.endswith("?")
    bare = bare.removesuffix("?").rstrip()
    opens = bare.endswith("*")
    bare = bare.removesuffix("*")
    if bare:
        yield Rule(bare, kind, lang, opens, asks)


_CHOICE = regex.compile(r"\[([^\[\]]*)\]")


def expand(phrase: str) -> Iterator[str]:
    """Give the phrases that one with choices stands for.

    >>> list(expand("[très|] bon [accueil|service]"))
    ['très bon accueil', 'très bon service', 'bon accueil', 'bon service']
    """
    pieces = _CHOICE.split(phrase)
    options = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    for chosen in product(*options):
        yield " ".join("".join(chosen).split())
