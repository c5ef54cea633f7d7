"""Words and sentences of a short text, and a folded form for comparing texts."""

import unicodedata
from collections.abc import Iterator

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


def _is_mark(char: str) -> bool:
    return (
        unicodedata.combining(char) != 0
        and "\u0300" <= char <= "\u036f"
        or (
            "\u1ab0" <= char <= "\u1aff"
            or "\u1dc0" <= char <= "\u1dff"
            or "\u20d0" <= char <= "\u20ff"
            or "\ufe00" <= char <= "\ufe0f"
            or "\ufe20" <= char <= "\ufe2f"
        )
    )


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


_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle mr mrs ms dr pr prof me st ste vs cf ex etc av bd env art vol no nº p pp "
    "inc ltd corp co jr sr gen sen rep gov dept est approx jan feb mar apr jun jul aug sep sept "
    "oct nov dec janv fevr févr avr juil déc e.g i.e p.ex c.-à-d u.s u.k".split()
)
_END = regex.compile(r"(?:[.!?…]+[\"”»’')\]]*(?=\s|$)|[\r\n]+)")
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
    return not initial and word not in _ABBREVIATIONS


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if any(char.isalnum() for char in piece):
        lead = len(piece) - len(piece.lstrip())
        spans.append((start + lead, start + len(piece.rstrip())))
    elif spans and piece.strip():
        spans[-1] = (spans[-1][0], start + len(piece.rstrip()))
