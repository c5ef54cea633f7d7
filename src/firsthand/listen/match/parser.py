"""Read a query from its text form.

The grammar, from the loosest to the tightest:

any   = all {OR all}
all   = not {[AND] not}
not   = {NOT | -} near
near  = one {NEAR/n one}
one   = word | "words in a row" | #tag | @handle | field | ( any )
field = (lang | network | from) : (value | "(" {value} ")")
"""

import regex

from firsthand.listen.match import messages as say
from firsthand.listen.match.lexer import BadQuery, Piece, Sign, pieces
from firsthand.listen.match.tokens import words
from firsthand.records.message import Message
from firsthand.records.query import (
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    InLanguage,
    Mention,
    Near,
    OnNetwork,
    Sought,
    Without,
    Words,
)  # fmt: skip

__all__ = ["BadQuery", "parse"]

MAX_DEPTH = 40
_TAG = regex.compile(r"[#＃][\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*")
_HANDLE = regex.compile(r"[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?")
_LINK = regex.compile(r"://|www\.", regex.IGNORECASE)
_LANG = regex.compile(r"[a-zA-Z]{2,3}")
_NETWORK = regex.compile(r"[\w.-]{1,40}")
_AUTHOR = regex.compile(r"[@＠]?([\p{L}\p{N}_][\p{L}\p{N}_.:@-]*)")
_FIELDS: dict[str, tuple[regex.Pattern[str], Message]] = {
    "lang": (_LANG, say.BAD_LANGUAGE),
    "network": (_NETWORK, say.BAD_NETWORK),
    "from": (_AUTHOR, say.BAD_AUTHOR),
}


def parse(text: str) -> Expression:
    """Read a query.

    Raises:
        BadQuery: points at the column of the first thing that is wrong.

    >>> parse("usine AND lang:fr")
    AllOf(parts=(Words(text='usine'), InLanguage(langs=('fr',))))
    """
    return _Parser(list(pieces(text))).whole()


class _Parser:
    def __init__(self, read: list[Piece]) -> None:
        self._pieces, self._at, self._depth = read, 0, 0
        self._columns: dict[int, tuple[Expression, int]] = {}

    def whole(self) -> Expression:
        if self._now.sign is Sign.END:
            raise BadQuery(1, say.EMPTY())
        found = self._any()
        if self._now.sign is Sign.CLOSE:
            raise BadQuery(self._now.column, say.NOT_OPENED())
        loose = _unanchored(found)
        if loose is not None:
            raise BadQuery(self._columns.get(id(loose), (loose, 1))[1], say.NO_ANCHOR())
        return found

    @property
    def _now(self) -> Piece:
        return self._pieces[self._at]

    def _is(self, *signs: Sign) -> bool:
        return self._now.sign in signs

    def _take(self) -> Piece:
        piece = self._now
        self._at += 1
        return piece

    def _placed(self, found: Expression, column: int) -> Expression:
        # The expression is kept beside its column, so that its id stays its own.
        self._columns[id(found)] = found, column
        return found

    def _any(self) -> Expression:
        column = self._now.column
        parts = [self._all()]
        while self._now.sign is Sign.OR:
            self._operator()
            parts.append(self._all())
        return self._placed(_joined(AnyOf, parts), column)

    def _all(self) -> Expression:
        column = self._now.column
        parts = [self._not()]
        while self._now.sign not in (Sign.OR, Sign.CLOSE, Sign.END):
            if self._now.sign is Sign.AND:
                self._operator()
            parts.append(self._not())
        return self._placed(_joined(AllOf, parts), column)

    def _operator(self) -> None:
        word = self._take()
        if self._now.sign in (Sign.AND, Sign.OR, Sign.NEAR, Sign.CLOSE, Sign.END):
            raise BadQuery(word.column, say.NOTHING_AFTER(word=word.text))

    def _not(self) -> Expression:
        column, denied = self._now.column, False
        while self._now.sign is Sign.NOT:
            self._operator()
            denied = not denied
        found = self._near()
        return self._placed(Without(found) if denied else found, column)

    def _near(self) -> Expression:
        column = self._now.column
        one = self._one()
        pairs: list[Expression] = []
        while self._now.sign is Sign.NEAR:
            distance = self._now.number
            self._operator()
            next_column = self._now.column
            other = self._one()
            pairs.append(Near(_group(one, column), _group(other, next_column), distance))
            one, column = other, next_column
        return _joined(AllOf, pairs) if pairs else one

    def _one(self) -> Expression:
        piece = self._take()
        if piece.sign is Sign.OPEN:
            return self._inner(piece)
        if piece.sign is Sign.FIELD:
            return self._placed(self._field(piece), piece.column)
        if piece.sign is Sign.QUOTED:
            return _words(piece)
        if piece.sign is Sign.WORD:
            return _word(piece)
        if piece.sign is Sign.CLOSE:
            raise BadQuery(piece.column, say.NOT_OPENED() if not self._depth else say.EMPTY())
        raise BadQuery(piece.column, say.NOTHING_BEFORE(word=piece.text))

    def _inner(self, opening: Piece) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise BadQuery(opening.column, say.TOO_DEEP(limit=MAX_DEPTH))
        if self._now.sign is Sign.END:
            raise BadQuery(opening.column, say.NOT_CLOSED())
        found = self._any()
        if self._take().sign is not Sign.CLOSE:
            raise BadQuery(opening.column, say.NOT_CLOSED())
        self._depth -= 1
        return found

    def _field(self, field: Piece) -> Expression:
        if field.text not in _FIELDS:
            raise BadQuery(field.column, say.UNKNOWN_FIELD(name=field.text))
        values = self._values(field)
        if field.text == "lang":
            return InLanguage(tuple(value.lower() for value in values))
        if field.text == "network":
            return OnNetwork(tuple(value.lower() for value in values))
        return From(tuple(value.lstrip("@＠") for value in values))

    def _values(self, field: Piece) -> list[str]:
        given: list[Piece] = []
        if self._now.sign is Sign.OPEN:
            opening = self._take()
            while self._is(Sign.WORD, Sign.OR, Sign.FIELD):
                given.extend(self._value())
            if self._take().sign is not Sign.CLOSE:
                raise BadQuery(opening.column, say.NOT_CLOSED())
        elif self._now.sign is Sign.WORD:
            given.extend(self._value())
        if not given:
            raise BadQuery(field.column, say.NO_VALUE(name=field.text))
        wanted, fault = _FIELDS[field.text]
        for piece in given:
            if not wanted.fullmatch(piece.text):
                raise BadQuery(piece.column, fault(value=piece.text))
        return [piece.text for piece in given]

    def _value(self) -> list[Piece]:
        piece = self._take()
        if piece.sign is Sign.OR:
            return []
        if piece.sign is Sign.FIELD and self._now.sign is Sign.WORD:
            # An identifier such as did:plc:… looks like a field.
            piece = Piece(Sign.WORD, piece.column, f"{piece.text}:{self._take().text}")
        parts = piece.text.split(",")
        starts = [
            piece.column + sum(len(part) + 1 for part in parts[:n]) for n in range(len(parts))
        ]
        return [
            Piece(Sign.WORD, start, part) for start, part in zip(starts, parts, strict=True) if part
        ]


def _word(piece: Piece) -> Sought:
    first = piece.text[0]
    if first in "#＃" and _TAG.fullmatch(piece.text):
        return Hashtag(piece.text[1:])
    if first in "@＠" and _HANDLE.fullmatch(piece.text):
        return Mention(piece.text[1:])
    if first in "#＃@＠":
        raise BadQuery(piece.column, say.BARE_SIGN(sign=first))
    if "*" in piece.text:
        raise BadQuery(piece.column + piece.text.index("*"), say.NO_STAR())
    return _words(piece)


def _words(piece: Piece) -> Words:
    # Only a link has letters and yet no word.
    if not any(map(str.isalnum, piece.text)) or (
        _LINK.search(piece.text) and not words(piece.text)
    ):
        raise BadQuery(piece.column, say.NO_WORD(text=piece.text[:20]))
    return Words(" ".join(piece.text.split()))


def _joined(kind: type[AllOf] | type[AnyOf], parts: list[Expression]) -> Expression:
    """Give one part itself, several as one, without a kind within the same kind."""
    flat: list[Expression] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else [part])
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _group(found: Expression, column: int) -> tuple[Sought, ...]:
    parts = found.parts if isinstance(found, AnyOf) else (found,)
    group = tuple(part for part in parts if isinstance(part, Words | Hashtag | Mention))
    if len(group) < len(parts):
        raise BadQuery(column, say.NEAR_WORDS())
    return group


def _unanchored(found: Expression) -> Expression | None:
    """Give the part that would match posts of which it knows nothing, if there is one."""
    if isinstance(found, InLanguage | OnNetwork | Without):
        return found
    if isinstance(found, AllOf):
        return found if all(map(_unanchored, found.parts)) else None
    if isinstance(found, AnyOf):
        loose = map(_unanchored, found.parts)
        return next((part for part in loose if part is not None), None)
    return None
