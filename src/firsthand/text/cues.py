"""What a post does, by the words that say it: asks, complains, thanks, doubts, accuses.

The phrases stand in `data/cues.fr.toml` and `data/cues.en.toml`; every cue shows the
span that made it fire.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from firsthand.text.cue_rules import KINDS, LANGUAGES, MARK, CueKind, Rule, rules
from firsthand.text.flat import flatten
from firsthand.text.tokens import fold, fold_offsets

__all__ = ["KINDS", "LANGUAGES", "Cue", "CueKind", "cues", "cues_many"]

_CHUNK = 2_048
_TURNABLE = frozenset({"denial", "praise", "complaint", "urgency", "insult", "accusation"})
"""Kinds that a negation before them silences."""
_NOT = frozenset({
    "pas", "jamais", "aucun", "aucune", "ni", "sans", "rien", "non", "plus", "nullement", "no",
    "not", "never", "nor", "without", "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't",
    "didn't", "won't", "can't", "ain't", "isnt", "arent", "wasnt", "dont", "doesnt", "didnt",
    "cannot", "hardly",
})  # fmt: skip
_REACH = 3
_STOPS = ".,;:!?\n"


@dataclass(frozen=True, slots=True)
class Cue:
    """A kind of cue, and the characters of the text that speak for it."""

    kind: CueKind
    start: int
    end: int


def cues(text: str, lang: str | None = None) -> tuple[Cue, ...]:
    """Give the cues of a text, in order; with a language, only by that language's phrases.

    >>> [(c.kind, "Il paraît que c'est fini ?"[c.start:c.end]) for c in cues("Il paraît que c'est fini ?")]
    [('doubt', 'Il paraît que'), ('question', '?')]
    """
    return cues_many([text], [lang])[0]


def cues_many(
    texts: Iterable[str], langs: Sequence[str | None] | str | None = None
) -> list[tuple[Cue, ...]]:
    """Give the cues of many texts, in their order; `langs` is one language, or one for each."""
    texts = list(texts)
    each = [langs] * len(texts) if langs is None or isinstance(langs, str) else list(langs)
    found: list[tuple[Cue, ...]] = []
    for at in range(0, len(texts), _CHUNK):
        found += _chunk(texts[at : at + _CHUNK], each[at : at + _CHUNK])
    return found


def _chunk(texts: list[str], langs: list[str | None]) -> list[tuple[Cue, ...]]:
    """Search all texts at once, as lines of one text."""
    joined, starts, offsets = _lines(texts)
    found: list[tuple[Cue, ...]] = [()] * len(texts)
    by_text: dict[int, list[_Hit]] = {}
    automaton, by_pattern = rules().automaton, rules().by_pattern
    for pattern, start, end in automaton.find_matches_as_indexes(joined, overlapping=True):
        for rule in by_pattern[pattern]:
            if _stands(joined, start, end, rule):
                at = bisect_right(starts, start) - 1
                if rule.lang == langs[at] or not rule.lang or langs[at] not in LANGUAGES:
                    by_text.setdefault(at, []).append((start, end, rule))
    for at, hits in by_text.items():
        spans = set(_judged(joined, hits))
        placed = [
            _placed(kind, a - starts[at], b - starts[at], offsets.get(at)) for a, b, kind in spans
        ]
        found[at] = tuple(sorted(placed, key=_order))
    return found


def _lines(texts: list[str]) -> tuple[str, list[int], dict[int, list[int]]]:
    """Give the folded texts, a line each; where each starts; and offsets where lengths differ."""
    joined, wrong = flatten("\n".join(texts))
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    special = {bisect_right(starts, at) - 1 for at in wrong.tolist()}
    if special:
        lines = [joined[starts[at] : starts[at + 1] - 1] for at in range(len(texts))]
        for at in special:
            lines[at] = fold(texts[at]).replace("\n", " ")
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        joined = "\n".join(lines)
    else:
        joined = _ruled(joined, starts)
    return joined, starts, {at: fold_offsets(texts[at]) for at in special}


def _ruled(joined: str, starts: list[int]) -> str:
    """Put the line ends back that the folding made blanks."""
    return "\n".join(joined[a : b - 1] for a, b in pairwise(starts))


_Hit = tuple[int, int, Rule]


def _order(cue: Cue) -> tuple[int, int, str]:
    return cue.start, cue.end, cue.kind


def _placed(kind: CueKind, start: int, end: int, offsets: list[int] | None) -> Cue:
    if offsets is None:
        return Cue(kind, start, end)
    return Cue(kind, offsets[start], offsets[end])


def _judged(text: str, hits: list[_Hit]) -> Iterator[tuple[int, int, CueKind]]:
    """Leave out what a longer phrase covers or a negation silences; a denial asked is a doubt."""
    for start, end, rule in hits:
        kind = rule.kind
        if kind is None or (len(hits) > 1 and _covered(start, end, rule, hits)):
            continue
        if kind in _TURNABLE and _negated(text, start):
            continue
        if kind == "denial" and _asked(text, end):
            kind = "doubt"
        yield start, end, kind


def _covered(start: int, end: int, rule: Rule, hits: list[_Hit]) -> bool:
    """Say whether a longer phrase of the same kind, or a silencing one, holds this one."""
    return any(
        a <= start and end <= b and b - a > end - start and other.kind in (None, rule.kind)
        for a, b, other in hits
    )


def _negated(text: str, start: int) -> bool:
    """Say whether one of the few words before, in the same clause, is a negation."""
    first = max(0, start - 24)
    before = text[first:start]
    for stop in _STOPS:
        at = before.rfind(stop)
        if at >= 0:
            before = before[at + 1 :]
    return not _NOT.isdisjoint(before.split()[-_REACH:])


def _asked(text: str, end: int) -> bool:
    """Say whether the clause goes on to a question mark."""
    rest = text[end : end + 40]
    at = rest.find("?")
    return at >= 0 and not any(stop in rest[:at] for stop in ".;:!\n")


def _stands(text: str, start: int, end: int, rule: Rule) -> bool:
    """Say whether a phrase begins and ends where words do; a question mark, outside links."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if rule.key == MARK:
        return after != MARK and not (after.isalnum() and (before.isalnum() or before in "/=&"))
    if before.isalnum() and text[start].isalnum():
        return False
    if not rule.opens and after.isalnum() and text[end - 1].isalnum():
        return False
    return not rule.asks or text[end : end + 8].lstrip(" !").startswith(MARK)
