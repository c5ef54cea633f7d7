"""Where a text has the words that were looked for, as pieces that a page shows one by one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.library.query import WORD, Term
from firsthand.text.tokens import fold, fold_offsets

Span = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of the text as written; plain text, for the page to escape."""

    text: str
    marked: bool = False


def highlight(text: str, terms: tuple[Term, ...]) -> list[Piece]:
    """Cut a text where the words begin and end; the pieces together are the text.

    >>> from firsthand.library.query import terms
    >>> highlight("Une œuvre à l'Usine", terms("oeuvre usine"))[1::2]
    [Piece(text='œuvre', marked=True), Piece(text='Usine', marked=True)]
    """
    return _pieces(text, 0, len(text), _spans(text, terms))


def snippet(text: str, terms: tuple[Term, ...], width: int = 280) -> list[Piece]:
    """Give the part of a text, of about `width` characters, around the first word found."""
    spans = _spans(text, terms)
    if len(text) <= width:
        return _pieces(text, 0, len(text), spans)
    first = spans[0][0] if spans else 0
    start = 0 if first < width * 2 // 3 else _between_words(text, first - width // 3)
    end = _between_words(text, start + width)
    pieces = _pieces(text, start, end, spans)
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(text) else []
    return before + pieces + after


def _between_words(text: str, near: int) -> int:
    """Give the end of the text, or the blank just after a place, if there is one soon."""
    if near >= len(text):
        return len(text)
    blank = re.compile(r"\s").search(text, near, near + 30)
    return blank.end() if blank else near


def _pieces(text: str, start: int, end: int, spans: list[Span]) -> list[Piece]:
    found: list[Piece] = []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        found += [Piece(text[at:first]), Piece(text[first:last], marked=True)]
        at = last
    found.append(Piece(text[at:end]))
    return [piece for piece in found if piece.text]


def _spans(text: str, terms: tuple[Term, ...]) -> list[Span]:
    """Give the spans of the words looked for, in order and apart from one another."""
    folded, offsets = fold(text), fold_offsets(text)
    if len(offsets) != len(folded) + 1:
        return []
    tokens = [(match[0], match.start(), match.end()) for match in WORD.finditer(folded)]
    wanted = [term for term in terms if not term.excluded]
    found = sorted(span for term in wanted for span in _of(term, tokens))
    apart: list[Span] = []
    for first, last in found:
        if not apart or first >= apart[-1][1]:
            apart.append((first, last))
    return [(offsets[first], offsets[last]) for first, last in apart]


def _of(term: Term, tokens: list[tuple[str, int, int]]) -> Iterator[Span]:
    size = len(term.words)
    for at in range(len(tokens) - size + 1):
        here = tuple(token[0] for token in tokens[at : at + size])
        same = here == term.words
        if term.prefix and not same:
            same = here[:-1] == term.words[:-1] and here[-1].startswith(term.words[-1])
        if same:
            yield tokens[at][1], tokens[at + size - 1][2]
