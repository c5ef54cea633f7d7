"""What somebody looks for: words as typed, and the sorts of post to look among.

Words are all required; `"in a row"` asks for words that follow each other,
`-word` leaves posts out, `fabri*` takes any ending. Case, accents, ligatures and
elided articles make no difference.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from firsthand.text.tokens import fold

MIN_PREFIX = 3  # shorter beginnings fit half the dictionary and would be slow to no purpose
MAX_TERMS = 12
_TYPED = re.compile(r'(?P<out>-)?(?:"(?P<row>[^"]*)"?|(?P<one>[^\s"]+))')
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other; the last one perhaps with any ending; perhaps left out."""

    words: tuple[str, ...]
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Everything that narrows a search down; what is None does not narrow it.

    `start` and `end` are days, both included. `after` is the place of the last
    post of the page before. `oldest_first` turns the order round.
    """

    terms: tuple[Term, ...] = ()
    network: str | None = None
    kind: str | None = None
    lang: str | None = None
    media: bool | None = None
    start: date | None = None
    end: date | None = None
    after: int | None = None
    oldest_first: bool = False


def question(asked: Mapping[str, str]) -> Question:
    """Read a question from the fields of an address; what makes no sense does not narrow it.

    Fields: `q` (words), `network`, `kind`, `lang` (`none` when unknown), `media`
    (`yes`, `no`), `from` and `to` (days), `after`, `order` (`oldest`).
    """
    lang = asked.get("lang") or None
    return Question(
        terms=terms(asked.get("q", "")),
        network=asked.get("network") or None,
        kind=asked.get("kind") or None,
        lang="" if lang == "none" else lang,
        media={"yes": True, "no": False}.get(asked.get("media", "")),
        start=_day(asked.get("from", "")),
        end=_day(asked.get("to", "")),
        after=_place(asked.get("after", "")),
        oldest_first=asked.get("order") == "oldest",
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _place(typed: str) -> int | None:
    return int(typed) if re.fullmatch(r"-?[0-9]{1,18}", typed) else None


def terms(typed: str) -> tuple[Term, ...]:
    """Read what was typed into the search field; nothing typed is ever wrong.

    >>> [term.words for term in terms('l’Été "mise en œuvre" -grève fabri*')]
    [('ete',), ('mise', 'en', 'oeuvre'), ('greve',), ('fabri',)]
    """
    found = (_term(match) for match in _TYPED.finditer(typed[:1000]))
    return tuple(term for term in found if term is not None)[:MAX_TERMS]


def _term(match: re.Match[str]) -> Term | None:
    in_a_row = match["row"] is not None
    folded = fold(match["row"] if in_a_row else match["one"])
    words = tuple(WORD.findall(folded if in_a_row else _ELIDED.sub("", folded)))
    if not words:
        return None
    prefix = not in_a_row and folded.endswith("*") and len(words[-1]) >= MIN_PREFIX
    return Term(words, prefix, match["out"] is not None)
