"""Lists of expressions, matched together in one pass over the tokens of a draft.

An expression is written in folded words (no accents, lower case) with spaces:

    ravi|ravie|ravis d'annoncer     one of several words
    heureu* de vous? annoncer       a beginning; a word that may be absent
    acteur majeur|de_premier        a choice of two words, joined by _ (or - or ')
    ravi ... annoncer               up to four words in between
    #num, #name                     a number; a proper name or a mention

Expressions never run over the end of a sentence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from firsthand.text.tokens import fold

_ELISION = re.compile(r"\b((?:l|d|j|n|s|m|t|c|qu|jusqu|lorsqu|puisqu)')(?=\w)")
_GAP = 4
_KEPT = 20_000
_SENTENCES = 5_000
_KEY = 3


class Tokens(Protocol):
    """What an expression is matched against."""

    @property
    def forms(self) -> Sequence[str]:
        """Give the folded tokens."""

    @property
    def kinds(self) -> Sequence[str]:
        """Give what each token is."""

    @property
    def starts(self) -> Sequence[int]:
        """Give where each token begins, in characters."""

    @property
    def ends(self) -> Sequence[int]:
        """Give where each token ends, in characters."""

    @property
    def stops(self) -> Sequence[int]:
        """Give the index after the last token of each token's sentence."""

    def is_name(self, index: int) -> bool:
        """Tell whether a token is a proper name or a mention."""


class Hit(NamedTuple):
    """An expression found: its span in characters and in tokens (last one excluded)."""

    start: int
    end: int
    first: int
    last: int
    expression: str


_Sentence = tuple[tuple[str, ...], tuple[str, ...], tuple[bool, ...]]
"""All of a sentence that a search looks at: its forms, their kinds, which are names."""
_Found = tuple[tuple[str, str], int, int, str]
"""A list, the first token and the one after the last, and the expression."""


@dataclass(frozen=True, slots=True)
class _Part:
    literals: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    kind: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    list_name: tuple[str, str]
    expression: str
    parts: tuple[_Part, ...]
    then: frozenset[str] | None

    def may_follow(self, form: str) -> bool:
        """Tell whether the second word may be this one; cheap, and never wrong about no."""
        return self.then is None or form in self.then


class Lexicon:
    """All the lists of all the checks, indexed by the first word of each expression."""

    def __init__(self, lists: Mapping[tuple[str, str], Iterable[str]]) -> None:
        self._literal: dict[str, list[_Entry]] = {}
        self._prefix: dict[str, list[tuple[str, _Entry]]] = {}
        self._kind: dict[str, list[_Entry]] = {}
        self._known: dict[str, list[_Entry]] = {}
        self._sentences: dict[_Sentence, list[_Found]] = {}
        for name, expressions in lists.items():
            for expression in expressions:
                for plain in _spelt_out(expression):
                    for parts in _heads(compile_expression(plain)):
                        self._index(_Entry(name, expression, parts, _then(parts)))

    def _index(self, entry: _Entry) -> None:
        head = entry.parts[0]
        for literal in head.literals:
            self._literal.setdefault(literal, []).append(entry)
        for prefix in head.prefixes:
            self._prefix.setdefault(prefix[:_KEY], []).append((prefix, entry))
        if head.kind:
            self._kind.setdefault(head.kind, []).append(entry)

    def find(self, tokens: Tokens) -> dict[tuple[str, str], list[Hit]]:
        """Give, for each list, the longest expressions found, which do not overlap.

        What a sentence holds is kept: while somebody writes, all of them but one are as before.
        """
        found: dict[tuple[str, str], list[Hit]] = {}
        first = 0
        while first < len(tokens.forms):
            stop = max(tokens.stops[first], first + 1)
            for name, start, end, expression in self._in_sentence(tokens, first, stop):
                a, b = first + start, first + end
                hit = Hit(tokens.starts[a], tokens.ends[b - 1], a, b, expression)
                found.setdefault(name, []).append(hit)
            first = stop
        return found

    def _in_sentence(self, tokens: Tokens, first: int, stop: int) -> list[_Found]:
        """Give what stands between two tokens, their places counted from the first."""
        span = range(first, stop)
        forms, kinds = tuple(tokens.forms[first:stop]), tuple(tokens.kinds[first:stop])
        sentence = (forms, kinds, tuple(map(tokens.is_name, span)))
        found = self._sentences.get(sentence)
        if found is None:
            if len(self._sentences) > _SENTENCES:
                self._sentences.clear()
            found = self._sentences[sentence] = self._search(tokens, first, stop)
        return found

    def _search(self, tokens: Tokens, first: int, stop: int) -> list[_Found]:
        kept: dict[tuple[str, str], list[_Found]] = {}
        for index in range(first, stop):
            form = tokens.forms[index]
            then = tokens.forms[index + 1] if index + 1 < stop else ""
            for entry in self._candidates(tokens, index, form):
                if not entry.may_follow(then):
                    continue
                last = _follow(entry.parts, 1, tokens, index + 1)
                if last:
                    hit = (entry.list_name, index - first, last - first, entry.expression)
                    _keep(kept.setdefault(entry.list_name, []), hit)
        return [hit for hits in kept.values() for hit in hits]

    def _candidates(self, tokens: Tokens, index: int, form: str) -> list[_Entry]:
        entries = self._known.get(form)
        if entries is None:
            entries = self._beginning(form)
        for kind, of_kind in self._kind.items():
            if _is_kind(kind, tokens, index):
                entries = entries + of_kind
        return entries

    def _beginning(self, form: str) -> list[_Entry]:
        """Give the entries that begin with a word, and keep them for its next time."""
        starting = self._prefix.get(form[:_KEY], [])
        entries = self._literal.get(form, []) + [
            entry for prefix, entry in starting if form.startswith(prefix)
        ]
        if len(self._known) > _KEPT:
            self._known.clear()
        self._known[form] = entries
        return entries


def compile_expression(expression: str) -> tuple[_Part, ...]:
    """Read an expression; raises ValueError when it could match nothing or begin anywhere."""
    words = _ELISION.sub(r"\1 ", expression.replace("’", "'")).split()
    if any(not choice for word in words for choice in word.removesuffix("?").split("|")):
        raise ValueError(f"“{expression}” has an empty choice")
    parts = tuple(_part(word) for word in words)
    if not parts or parts[0].kind == "gap" or all(part.optional for part in parts):
        raise ValueError(f"“{expression}” begins with nothing")
    if any(len(prefix) < _KEY for part in parts for prefix in part.prefixes):
        raise ValueError(f"“{expression}”: a beginning needs {_KEY} letters")
    return parts


def _spelt_out(expression: str) -> Iterable[str]:
    """Give an expression as the words that a text gives: a hyphen or an elision parts two.

    A choice of two such words stands for itself, beside the choices of one word.
    """
    ways: list[list[str]] = [[]]
    for word in expression.replace("’", "'").split():
        bare = word.removesuffix("?")
        simple: list[str] = []
        double: list[str] = []
        for choice in bare.split("|"):
            plain = _ELISION.sub(r"\1 ", choice.replace("-", " ").replace("_", " ")).strip()
            (double if " " in plain else simple).append(plain)
        mark = "?" if bare != word else ""
        found = ["|".join(simple) + mark] if simple else []
        found += double + ([""] if double and mark and not simple else [])
        ways = [[*words, way] for words in ways for way in found]
    return [" ".join(words) for words in ways]


def _part(word: str) -> _Part:
    if word == "...":
        return _Part(kind="gap")
    optional = word.endswith("?")
    word = word.removesuffix("?")
    choices = word.split("|")
    return _Part(
        literals=frozenset(
            fold(choice) for choice in choices if choice[0] != "#" and choice[-1] != "*"
        ),
        prefixes=tuple(fold(choice[:-1]) for choice in choices if choice[-1] == "*"),
        kind=next((choice[1:] for choice in choices if choice[0] == "#"), ""),
        optional=optional,
    )


def _then(parts: tuple[_Part, ...]) -> frozenset[str] | None:
    """Give the words of which one must come second, or None when anything may."""
    if len(parts) == 1:
        return None
    second = parts[1]
    open_ended = second.optional or second.kind or second.prefixes
    return None if open_ended else second.literals


def _heads(parts: tuple[_Part, ...]) -> Iterable[tuple[_Part, ...]]:
    """Give the expression, and again without its first words while they may be absent."""
    yield parts
    while parts[0].optional:
        parts = parts[1:]
        yield parts


def _follow(parts: tuple[_Part, ...], at: int, tokens: Tokens, index: int) -> int:
    """Give the token after the match of the remaining parts, or 0."""
    if at == len(parts):
        return index
    part = parts[at]
    stop = tokens.stops[index - 1]
    if part.kind == "gap":
        return _leap(parts, at, tokens, index, stop)
    if index < stop and _matches(part, tokens, index):
        last = _follow(parts, at + 1, tokens, index + 1)
        if last:
            return last
    return _follow(parts, at + 1, tokens, index) if part.optional else 0


def _leap(parts: tuple[_Part, ...], at: int, tokens: Tokens, index: int, stop: int) -> int:
    for skipped in range(_GAP + 1):
        if index + skipped >= stop:
            return 0
        last = _follow(parts, at + 1, tokens, index + skipped)
        if last:
            return last
    return 0


def _matches(part: _Part, tokens: Tokens, index: int) -> bool:
    form = tokens.forms[index]
    if form in part.literals:
        return True
    if part.prefixes and form.startswith(part.prefixes):
        return True
    return bool(part.kind) and _is_kind(part.kind, tokens, index)


def _is_kind(kind: str, tokens: Tokens, index: int) -> bool:
    if kind == "name":
        return tokens.is_name(index)
    return tokens.kinds[index] == kind


def _keep(hits: list[_Found], hit: _Found) -> None:
    """Keep the longest of the expressions that begin together, and none that overlaps."""
    _, first, last, _ = hit
    if hits and first < hits[-1][2]:
        if first == hits[-1][1] and last > hits[-1][2]:
            hits[-1] = hit
        return
    hits.append(hit)
