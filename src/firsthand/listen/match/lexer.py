"""The signs and words of a query, each with its column."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

import regex

from firsthand.listen.match import messages as say
from firsthand.records.errors import BadInput
from firsthand.records.message import Said

MAX_CHARACTERS = 100_000
MAX_NEAR = 50
_OPENING = '"“«'
_CLOSING = {'"': '"', "“": "”", "«": "»"}
_FIELD = regex.compile(r"\p{L}+:")
_NEAR = regex.compile(r"NEAR(?:/(\d{1,9})|\P{L}.*)?")
_BARE = regex.compile(r"[^\s()\"“”«»]+")


class Sign(Enum):
    """What a piece of a query is."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    FIELD = auto()
    WORD = auto()
    QUOTED = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query; `column` counts characters from 1, `text` is what it holds."""

    sign: Sign
    column: int
    text: str
    number: int = 0


class BadQuery(BadInput):
    """A query that cannot be used; `column` counts characters from 1."""

    def __init__(self, column: int, reason: Said) -> None:
        self.column, self.reason = column, reason
        super().__init__(say.NOT_USABLE(fault=say.AT_COLUMN(column=column, reason=reason)))


def pieces(text: str) -> Iterator[Piece]:
    """Cut a query into its pieces; the last one is the end.

    Raises:
        BadQuery: points at a quotation mark that is never closed, or at what cannot be read.
    """
    if len(text) > MAX_CHARACTERS:
        raise BadQuery(MAX_CHARACTERS, say.TOO_LONG(limit=f"{MAX_CHARACTERS:,}"))
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        for piece, length in _next(text, at):
            at += length
            yield piece
    yield Piece(Sign.END, len(text) + 1, "")


def _next(text: str, at: int) -> Iterator[tuple[Piece, int]]:
    char, column = text[at], at + 1
    if char in "()":
        yield Piece(Sign.OPEN if char == "(" else Sign.CLOSE, column, char), 1
    elif char in _OPENING:
        end = text.find(_CLOSING[char], at + 1)
        if end < 0:
            raise BadQuery(column, say.QUOTE_NOT_CLOSED())
        yield Piece(Sign.QUOTED, column, text[at + 1 : end]), end + 1 - at
    elif char in "”»":
        raise BadQuery(column, say.NO_WORD(text=char))
    elif char == "-" and at + 1 < len(text) and not text[at + 1].isspace():
        yield Piece(Sign.NOT, column, "-"), 1
    else:
        yield from _bare(text, at)


def _bare(text: str, at: int) -> Iterator[tuple[Piece, int]]:
    column = at + 1
    if field := _FIELD.match(text, at):
        yield Piece(Sign.FIELD, column, field[0][:-1].lower()), len(field[0])
        # A value may hold signs that a word may not.
        if value := _BARE.match(text, field.end()):
            yield Piece(Sign.WORD, field.end() + 1, value[0]), len(value[0])
        return
    bare = _BARE.match(text, at)
    word = bare[0] if bare else text[at]
    if word in ("AND", "OR", "NOT"):
        yield Piece(Sign[word], column, word), len(word)
    elif near := _NEAR.fullmatch(word):
        number = int(near[1] or 0)
        if not 1 <= number <= MAX_NEAR:
            raise BadQuery(column, say.NEAR_NUMBER(most=MAX_NEAR))
        yield Piece(Sign.NEAR, column, word, number), len(word)
    else:
        yield Piece(Sign.WORD, column, word), len(word)
