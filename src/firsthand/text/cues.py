"""What a post does, by the words that say it: asks, complains, thanks, doubts, accuses.

The phrases stand in `data/cues.fr.toml` and `data/cues.en.toml`; every cue shows the
span that made it fire.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from firsthand.text.cue_rules import (
    KINDS,
    LANGUAGES,
    MARK,
    CueKind,
    Means,
    Rule,
    automaton,
    graph,
    spoken,
)
from firsthand.text.flat import edges
from firsthand.text.lines import Lines
from firsthand.text.many import worth_compiled

__all__ = ["KINDS", "LANGUAGES", "Cue", "CueKind", "cues", "cues_in", "cues_many"]

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
_IN_LINKS = frozenset("/=&")
"""What stands before a question mark in a link; nothing does where a text begins."""


class Cue(NamedTuple):
    """A kind of cue, and the characters of the text that speak for it."""

    kind: CueKind
    start: int
    end: int


_Hit = tuple[int, int, CueKind | None]
"""Where a phrase stands in the folded text, and its kind; None for one that silences."""


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
        found += cues_in(Lines.of(texts[at : at + _CHUNK]), each[at : at + _CHUNK])
    return found


def cues_in(lines: Lines, langs: Sequence[str | None]) -> list[tuple[Cue, ...]]:
    """Give the cues of each of many texts that have been folded already."""
    found: list[tuple[Cue, ...]] = [()] * len(langs)
    for at, hits in _by_text(lines, langs):
        spans = _judged(lines.text, hits)
        if at in lines.offsets:
            spans = [(*lines.span(at, a, b), kind) for a, b, kind in spans]
            first = 0
        else:
            first = lines.starts[at]
        found[at] = tuple([Cue(kind, a - first, b - first) for a, b, kind in spans])
    return found


def _by_text(lines: Lines, langs: Sequence[str | None]) -> Iterator[tuple[int, list[_Hit]]]:
    """Give the phrases that stand in each text that has any, text by text."""
    text, in_graph = lines.text, worth_compiled(len(langs))
    at, following, hits = 0, 0, list[_Hit]()
    spoken_here: list[Means] = []
    for which, start, end, whole in _found(lines, in_graph=in_graph):
        if start >= following:
            if hits:
                yield at, hits
            at, hits = lines.place(start), []
            following, spoken_here = lines.starts[at + 1], spoken(langs[at], in_graph=in_graph)
        for rule in spoken_here[which]:
            kind, lang, opens, asks = rule
            if (whole or opens) and ((lang and not asks) or _counts(text, start, end, rule)):
                hits.append((start, end, kind))
    if hits:
        yield at, hits


def _found(lines: Lines, *, in_graph: bool) -> Iterator[Sequence[int]]:
    """Give the phrases that begin where words or signs do, and whether they end there too."""
    return graph().find(lines.codes) if in_graph else _found_in_few(lines)


def _found_in_few(lines: Lines) -> Iterator[Sequence[int]]:
    sides = edges(lines.codes)
    for which, start, end in automaton().find_matches_as_indexes(lines.text, overlapping=True):
        if not (sides[start] and sides[start + 1]):
            yield which, start, end, not (sides[end] and sides[end + 1])


def _counts(text: str, start: int, end: int, rule: Rule) -> bool:
    """Say whether a phrase has the question mark it wants, or is such a mark itself."""
    if rule.lang:
        return not rule.asks or text[end : end + 8].lstrip(" !").startswith(MARK)
    return _is_mark(text, start, end)


def _is_mark(text: str, start: int, end: int) -> bool:
    """Say whether a question mark is the last of its run, and not part of a link."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return after != MARK and not (after.isalnum() and (before.isalnum() or before in _IN_LINKS))


def _judged(text: str, hits: list[_Hit]) -> list[tuple[int, int, CueKind]]:
    """Leave out what a longer phrase covers or a negation silences; a denial asked is a doubt."""
    found: list[tuple[int, int, CueKind]] = []
    apart = _apart(hits)
    for hit in hits:
        start, end, kind = hit
        if kind is None or (not apart and _covered(hit, hits)):
            continue
        if kind in _TURNABLE:
            if _negated(text, start):
                continue
            kind = "doubt" if kind == "denial" and _asked(text, end) else kind
        found.append((start, end, kind))
    return found if len(found) == 1 else sorted(set(found))


def _apart(hits: list[_Hit]) -> bool:
    """Say whether no phrase begins before the one found before it ends."""
    last = 0
    for start, end, _ in hits:
        if start < last:
            return False
        last = end
    return True


def _covered(hit: _Hit, hits: list[_Hit]) -> bool:
    """Say whether a longer phrase of the same kind, or a silencing one, holds this one."""
    start, end, kind = hit
    for a, b, other in hits:
        if a <= start and end <= b and (other == kind or other is None) and b - a > end - start:
            return True
    return False


def _negated(text: str, start: int) -> bool:
    """Say whether one of the few words before, in the same clause, is a negation."""
    before = text[max(0, start - 24) : start]
    said = before.split()[-_REACH:]
    if _NOT.isdisjoint(said):
        return False
    for at in range(len(said) - 1, -1, -1):
        if said[at][-1] in _STOPS:
            return False
        if said[at] in _NOT:
            return "\n" not in before[before.rfind(said[at]) :]
    return False


def _asked(text: str, end: int) -> bool:
    """Say whether the clause goes on to a question mark."""
    rest = text[end : end + 40]
    at = rest.find("?")
    return at >= 0 and not any(stop in rest[:at] for stop in ".;:!\n")
