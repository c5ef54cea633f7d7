"""What part of a text speaks of somebody, where it sets them against somebody else.

“I love Solvane, but Ardent lets me down”: what is said of Solvane is only the first half.
A text is cut where one sentence ends and where a word of contrast begins or follows; a
clause belongs to whom it names last, or to whom the clause before it spoke of.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from firsthand.text.lines import Lines
from firsthand.text.phrase_graph import PhraseGraph
from firsthand.text.tokens import fold

_ASIDE = (
    "par contre", "en revanche", "pourtant", "cependant", "à l'inverse", "au contraire",
    "however", "though", "on the other hand", "in contrast", "by contrast",
)  # fmt: skip
"""Words of contrast that also stand aside, between commas."""
_AGAINST = (
    *_ASIDE, "mais", "alors que", "tandis que", "contrairement à", "à la différence de", "quant à",
    "but", "while", "whilst", "whereas", "unlike", "yet", "although", "as for",
)  # fmt: skip
"""Words that set one thing against another."""
_UP_TO_COMMA = re.compile(
    r"^\W*(?:contrairement à|à la différence de|unlike|tandis que|alors que|while|whilst|whereas"
    r"|although|though)\b[^,]*(?:,\s*(?:qui|que|dont|who|which)\b[^,]*)?,",
    re.IGNORECASE,
)
"""A clause that comes before what it is set against, and speaks of somebody up to a comma."""
_NAME_ALONE = re.compile(r"(?:(?:at|in|with|chez|avec) )?[A-ZÀ-Þ@#][\w-]*(?: [A-ZÀ-Þ][\w-]*)?,\s*")
_SENTENCE_END = re.compile(r"[.!?…]+\s+|[;\n]+\s*")
_NAME = re.compile(r"[@#]\w+|\b[A-ZÀ-Þ][\w-]{2,}")
"""What may be somebody's name: a handle, a hashtag, a word with a capital."""
_OPENER = re.compile(
    r"(?:the|this|that|these|those|there|here|what|when|how|why|who|she|they|you|our|his|her|"
    r"their|its|not|very|too|all|and|for|with|les|des|une|ces|cet|cette|son|ses|mes|nos|"
    r"vos|leur|leurs|elle|ils|elles|nous|vous|qui|que|quand|comment|pourquoi|tout|tous|"
    r"toute|toutes|très|trop|pas|bien|encore|merci|bravo|franchement|résultat|dommage)\b",
    re.IGNORECASE,
)
"""Words that begin a sentence with a capital, and are no names."""
_SHORT = 4
"""A sentence of fewer words goes on speaking of the one before."""


def contrasts(lines: Lines) -> dict[int, list[int]]:
    """Give where words of contrast begin in the texts that have any, by the number of the text.

    >>> contrasts(Lines.of(["Solvane est top, mais Ardent non", "Solvane est top"]))
    {0: [17]}
    """
    found: dict[int, list[int]] = {}
    for _, start, end, _ in _contrasts().find(lines.codes):
        at = lines.place(start)
        found.setdefault(at, []).append(lines.span(at, start, end)[0])
    return found


@cache
def _contrasts() -> PhraseGraph[str]:
    return PhraseGraph([(fold(words), "contrast") for words in _AGAINST], opens=lambda _: False)


def part_about(text: str, names: Sequence[str], cuts: Sequence[int]) -> str | None:
    """Give the clauses that speak of one of some names, or None when all or none of them do.

    `names` are folded; `cuts`: where words of contrast begin (see `contrasts`).

    >>> part_about("J'adore Solvane, mais Ardent me déçoit.", ["ardent"], [17])
    'mais Ardent me déçoit.'
    """
    clauses = [*_clauses(text, cuts)]
    ours = _owned(clauses, names)
    if not any(ours) or all(ours):
        return None
    return " ".join(clause for (clause, _), own in zip(clauses, ours, strict=True) if own)


def _clauses(text: str, cuts: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """Cut a text at the ends of sentences and before words of contrast.

    Gives each clause, and whether it begins a sentence.
    """
    begins = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    places = [
        cut for cut in cuts if not _stands_aside(text, begins[bisect_right(begins, cut) - 1], cut)
    ]
    for start, end in pairwise(sorted({*begins, *places, len(text)})):
        clause, first = text[start:end], start in begins
        if found := _UP_TO_COMMA.match(clause):
            yield found[0].strip(), first
            clause, first = clause[found.end() :], False
        if clause.strip():
            yield clause.strip(), first


def _stands_aside(text: str, begin: int, at: int) -> bool:
    """Say whether a word of contrast only follows the name that begins a sentence.

    “Solvane, however, …” is one clause.
    """
    word = text[at : at + 24].lower().replace("’", "'")
    return word.startswith(_ASIDE) and _NAME_ALONE.fullmatch(text, begin, at) is not None


def _owned(clauses: Sequence[tuple[str, bool]], names: Sequence[str]) -> list[bool]:
    """Say of each clause whether it speaks of the names: of whom it names, or as the one before."""
    found: list[bool] = []
    ours = False
    for clause, first in clauses:
        if _names(clause, names):
            ours = True
        elif _names_another(clause, first):
            ours = False
        found.append(ours)
    return found


def _names(clause: str, names: Sequence[str]) -> bool:
    folded = fold(clause)
    return any(
        name in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in names
    )


def _names_another(clause: str, first: bool) -> bool:
    """Say whether a clause names somebody; a capital that begins a sentence may be any word's."""
    for found in _NAME.finditer(clause):
        if found[0].isupper():
            continue  # somebody shouts
        if found.start() > 0 or not first or found[0][0] in "@#":
            return True
        if len(clause.split()) >= _SHORT and not _OPENER.match(clause):
            return True
    return False
