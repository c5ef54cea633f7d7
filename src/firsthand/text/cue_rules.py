"""The phrases of `data/cues.fr.toml` and `data/cues.en.toml`, made ready for matching."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Literal, NamedTuple, cast, get_args

import regex
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from firsthand.text.phrase_graph import PhraseGraph
from firsthand.text.tokens import fold

CueKind = Literal[
    "question", "complaint", "thanks", "praise", "doubt", "denial", "urgency", "insult",
    "accusation",
]  # fmt: skip
KINDS: tuple[CueKind, ...] = get_args(CueKind)
LANGUAGES = ("fr", "en")
MARK = "?"
"""The question mark is looked for along with the phrases."""


class Rule(NamedTuple):
    """What one phrase says: its kind (None: it silences others) and its language.

    `opens` lets the last word go on (“scandaleu*”); `asks` wants a question mark
    after it (“c'est vrai ?”). The mark itself is a rule of no language.
    """

    kind: CueKind | None
    lang: str
    opens: bool = False
    asks: bool = False


Means = tuple[Rule, ...]


@cache
def rules() -> dict[str, Means]:
    """Read the phrases of both languages: each folded, with its rules."""
    by_key: dict[str, dict[Rule, None]] = {}
    for key, rule in _all():
        by_key.setdefault(key, {})[rule] = None
    return {key: tuple(some) for key, some in by_key.items()}


@cache
def graph() -> PhraseGraph[Means]:
    """Give the phrases as a graph: for many texts."""
    return PhraseGraph(rules().items(), opens=lambda some: any(rule.opens for rule in some))


@cache
def automaton() -> AhoCorasick:
    """Give the phrases as an automaton, which is made in half the time: for few texts."""
    return AhoCorasick(
        list(rules()),
        matchkind=MatchKind.Standard,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )


@cache
def spoken(lang: str | None, *, in_graph: bool) -> list[Means]:
    """Give the rules that count in a language, by the number under which a phrase is found.

    In a language of which we have no phrases, and in an unknown one, all count.
    """
    found = graph().meanings if in_graph else rules().values()
    if lang not in LANGUAGES:
        return list(found)
    return [tuple(rule for rule in means if rule.lang in ("", lang)) for means in found]


def _all() -> Iterator[tuple[str, Rule]]:
    yield MARK, Rule("question", "")
    for lang in LANGUAGES:
        text = (files(__package__) / "data" / f"cues.{lang}.toml").read_text("utf-8")
        for name, phrases in tomllib.loads(text).items():
            kind = None if name == "silent" else cast("CueKind", name)
            for phrase in phrases:
                for one in expand(phrase):
                    yield from _rules_of(one, kind, lang)


def _rules_of(phrase: str, kind: CueKind | None, lang: str) -> Iterator[tuple[str, Rule]]:
    bare = fold(phrase).strip()
    asks = bare.endswith("?")
    bare = bare.removesuffix("?").rstrip()
    opens = bare.endswith("*")
    bare = bare.removesuffix("*")
    if bare:
        yield bare, Rule(kind, lang, opens, asks)


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
