"""Words and sentences of a short text, and a folded form for comparing texts."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import regex

from firsthand.text.links import links
from firsthand.text.lookalikes import LOOKALIKES, unmask

_LIGATURES = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "þ": "th",
    "ħ": "h", "ŋ": "n", "ŧ": "t", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'",
    "ꞌ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‐": "-", "‑": "-", "‒": "-",
    "–": "-", "—": "-", "―": "-", "−": "-", "…": "...",
}  # fmt: skip


class _Folded(dict[int, str]):
    """Folds characters one by one, remembering each; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


def _fold_char(char: str) -> str:
    if unicodedata.category(char) in {"Cf", "Cs", "Co"} or _is_mark(char):
        return ""
    if char in _LIGATURES:
        return _LIGATURES[char]
    if char.isspace():
        return "\n" if char in "\n\r\v\f\x85\u2028\u2029" else " "
    plain = unicodedata.normalize("NFKD", char).casefold()
    if plain == char:
        return char
    return "".join(_fold_char(each) for each in plain)


_MARKS = (
    ("\u0300", "\u036f"),
    ("\u1ab0", "\u1aff"),
    ("\u1dc0", "\u1dff"),
    ("\u20d0", "\u20ff"),
    ("\ufe00", "\ufe0f"),
    ("\ufe20", "\ufe2f"),
)


def _is_mark(char: str) -> bool:
    return any(first <= char <= last for first, last in _MARKS)


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Fold case, accents, ligatures, typographic signs, look-alikes and invisible characters.

    Two texts that a reader takes for the same fold to the same. Folding twice
    changes nothing. The length may change; see `fold_spans`.

    >>> fold("L’Élève a lu l'ŒUVRE")
    "l'eleve a lu l'oeuvre"
    """
    if text.isascii():
        return text.lower()
    folded = text.translate(_FOLDED)
    return unmask(folded) if not LOOKALIKES.isdisjoint(folded) else folded


def fold_offsets(text: str) -> list[int]:
    """Give, for each character of `fold(text)` and for its end, where it comes from in `text`."""
    offsets = [at for at, char in enumerate(text) for _ in _FOLDED[ord(char)]]
    return [*offsets, len(text)]


_WORD = regex.compile(
    r"(?<elided>\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\p{L}))"
    r"|(?<tag>[#＃][\p{L}\p{M}\p{N}_]+)"
    r"|(?<handle>[@＠][\w.]*\w(?:@[\w.-]*\w)?)"
    r"|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ.\-‑]\p{L}[\p{L}\p{M}\p{N}]*)*['’]?(?<!['’](?!\p{L}))"
    r"|\p{N}+(?:[.,]\p{N}+)*(?:\p{L}+)?)",
    regex.IGNORECASE,
)
_HUMP = regex.compile(r"\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[^\W\d_]+")


def words(text: str) -> list[str]:
    """Give the words of a text as written; links are left out.

    A French elision is a word of its own (l', qu'); an English contraction stays
    whole; a hashtag gives the words it is made of; a mention stays whole.

    >>> words("L'équipe n'est pas #TrèsContente, don't you think @lea ?")
    ["L'", 'équipe', "n'", 'est', 'pas', 'Très', 'Contente', "don't", 'you', 'think', '@lea']
    """
    found: list[str] = []
    for piece in _between_links(text):
        for match in _WORD.finditer(piece):
            tag = match["tag"]
            if tag:
                found.extend(_HUMP.findall(tag))
            else:
                found.append(match[0])
    return found


def _between_links(text: str) -> Iterator[str]:
    at = 0
    for start, end in links(text):
        yield text[at:start]
        at = end
    yield text[at:]


@cache
def _abbreviations() -> frozenset[str]:
    lines = (files(__package__) / "data" / "abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


_END = regex.compile(r"[.!?…]+(?:\s?»|[\"”’')\]])*(?=\s|$)|[\r\n]+")
_LAST_WORD = regex.compile(r"[\p{L}.\-]+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Give the spans of the sentences of a text, in characters.

    >>> [text[a:b] for text in ["M. Roux vend 3.5 % de A.B. Vraiment ?"] for a, b in sentences(text)]
    ['M. Roux vend 3.5 % de A.B.', 'Vraiment ?']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if not _ends(text, end):
            continue
        _add(spans, text, start, end.end())
        start = end.end()
    _add(spans, text, start, len(text))
    return spans


def _ends(text: str, end: regex.Match[str]) -> bool:
    if end[0] != ".":
        return True
    last = _LAST_WORD.search(text, max(0, end.start() - 20), end.start())
    if last is None:
        return True
    word = last[0].lower()
    initial = len(word) == 1 and last[0].isupper()
    return not initial and word not in _abbreviations()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if any(char.isalnum() for char in piece):
        lead = len(piece) - len(piece.lstrip())
        spans.append((start + lead, start + len(piece.rstrip())))
    elif spans and piece.strip():
        spans[-1] = (spans[-1][0], start + len(piece.rstrip()))
