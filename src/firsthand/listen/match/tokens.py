"""The words of a post as queries look for them, each with its place.

This is the plain way, for one text at a time; `kernels` does the same for many.

A hashtag stands three times at its place: as itself (`#solvaneferme`), as one word
and as the words it is made of. An elided word (l', qu') is a word of its own; an
English contraction stays whole, a possessive 's goes. Links are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from firsthand.listen.match import letters
from firsthand.text.lookalikes import LATIN_OF

_RARE = r"\U00020000-\U000323FF"
_LETTER = rf"[\p{{L}}\p{{M}}{_RARE}]"
_ALNUM = rf"[\p{{L}}\p{{M}}\p{{N}}{_RARE}]"
_WIDE = rf"[\p{{L}}\p{{M}}\p{{N}}_{_RARE}]"
_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)"
_TOKEN = regex.compile(
    rf"(?<link>(?<!{_WIDE})(?:https?://|www\.)\S+)"
    rf"|(?<tag>(?<![\p{{L}}\p{{M}}\p{{N}}_&#@{_RARE}])#(?=[\p{{N}}_]*{_LETTER}){_WIDE}+)"
    rf"|(?<handle>(?<!{_WIDE})@{_WIDE}+(?:(?:-{_WIDE}+)*(?:\.{_WIDE}+(?:-{_WIDE}+)*)+)?)"
    rf"(?<host>@{_WIDE}+(?:[.-]{_WIDE}+)*)?"
    rf"|(?<elided>(?<!{_ALNUM}){_ELIDED}(?='{_LETTER}))'"
    rf"|(?<!{_ALNUM})(?<letters>{_LETTER}(?:\.{_LETTER})+)(?!{_ALNUM})"
    rf"|(?<word>{_ALNUM}+(?:'(?!s(?!{_ALNUM}))(?={_LETTER}){_ALNUM}+"
    rf"|(?<=\p{{N}})[.,](?=\p{{N}}){_ALNUM}+)*(?:\+(?!{_ALNUM}))?)(?:'s(?!{_ALNUM}))?",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, tag or handle, and the places among words where it starts and ends."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Give the tokens of a text, in the order of their places.

    >>> [token.text for token in tokens("L’usine #SolvaneFerme, @Lea !")]
    ['l', 'usine', '#solvaneferme', 'solvaneferme', 'solvane', 'ferme', '@lea']
    """
    plain = letters.normal(text)
    all_imitate = _all_imitate(plain)
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(plain):
        for token, start, end in _read(match):
            found.append(Token(_unmasked(token, all_imitate), at + start, at + end))
        at = found[-1].end if found else 0
    return found


def words(text: str) -> list[str]:
    """Give the words that stand in a row in a text, once each."""
    row: list[str] = []
    for token in tokens(text):
        if token.end == token.start + 1 == len(row) + 1:
            row.append(token.text)
    return row


def _read(match: regex.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Give what one piece of a text stands for, with places counted from its own."""
    if match["tag"]:
        yield from _tag(match["tag"])
    elif match["handle"]:
        if match["host"]:
            yield match["handle"] + match["host"], 0, 1
        yield match["handle"], 0, 1
    elif match["letters"]:
        yield match["letters"].replace(".", ""), 0, 1
    elif match["elided"]:
        yield match["elided"], 0, 1
    elif match["word"]:
        yield match["word"].replace(",", "."), 0, 1


def _tag(tag: str) -> Iterator[tuple[str, int, int]]:
    parts = humps(tag[1:])
    yield tag, 0, len(parts)
    if len(parts) > 1:
        yield tag[1:].replace("_", ""), 0, len(parts)
    for at, part in enumerate(parts):
        yield part, at, at + 1


def humps(tag: str) -> list[str]:
    """Give the words that a hashtag is made of.

    >>> humps("SNCFConnect_etMoi2026")
    ['SNCF', 'Connect', 'et', 'Moi', '2026']
    """
    parts: list[str] = []
    for piece in tag.split("_"):
        start = 0
        for at in range(1, len(piece)):
            if _parts(piece, at):
                parts.append(piece[start:at])
                start = at
        parts.append(piece[start:])
    return [part for part in parts if part]


def _parts(piece: str, at: int) -> bool:
    """Say whether a new word begins at a place within a hashtag."""
    before, here = letters.kind(piece[at - 1]), letters.kind(piece[at])
    if (before == letters.DIGIT) != (here == letters.DIGIT):
        return True
    if here != letters.UPPER:
        return False
    follows = letters.kind(piece[at + 1]) if at + 1 < len(piece) else letters.UPPER
    return before == letters.LOWER or follows == letters.LOWER


def _all_imitate(plain: str) -> bool:
    """Say whether a Latin text's Greek and Cyrillic letters all look Latin."""
    if plain.isascii():
        return False
    small = plain.casefold()
    strange = [char for char in small if letters.is_foreign(char)]
    return all(ord(char) in LATIN_OF for char in strange) and _has_latin(small)


def _unmasked(token: str, all_imitate: bool) -> str:
    small = token.casefold()
    return small.translate(LATIN_OF) if all_imitate or _has_latin(small) else small


def _has_latin(small: str) -> bool:
    return any("a" <= char <= "z" for char in small)
