"""The terms that one person's posts are about: words, runs of words and hashtags.

A term is a run of one to three words that does not begin or end with a word
that says nothing. Runs of words must stick together by Dunning's
log-likelihood ratio ("Accurate methods for the statistics of surprise and
coincidence", 1993); a term that hardly ever stands outside a longer one is left
out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from firsthand.plan.strategy_phrases import stems
from firsthand.text.tokens import fold, words

Key = tuple[str, ...]

_LONGEST = 3
_INSIDE = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "l",
        "a",
        "au",
        "of",
        "the",
        "for",
        "to",
        "in",
        "et",
        "and",
        "en",
    ]
)
#: The chance of sticking together by luck is below 0.001 (chi-square, one degree of freedom).
_STICKS = 10.83


@dataclass(frozen=True, slots=True)
class Term:
    """A term, its most usual form as written, and the texts that hold it, by index."""

    key: Key
    shown: str
    posts: frozenset[int]


@cache
def empty_words() -> frozenset[str]:
    """Give the words, folded, that say nothing of a subject in French or in English."""
    return _listed("fr.txt") | _listed("en.txt")


@cache
def not_alone() -> frozenset[str]:
    """Give the stems of words that name a subject only together with others."""
    return frozenset(stem for word in _listed("alone.txt") for stem in stems(word))


def _listed(name: str) -> frozenset[str]:
    text = (files("firsthand.plan.words") / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split())


def terms(texts: Sequence[str], least: int, without: frozenset[str]) -> list[Term]:
    """Give the terms that at least `least` of the texts hold, the most frequent first.

    `without` are folded words that no term may hold, such as the author's own name.
    """
    holders: dict[Key, set[int]] = defaultdict(set)
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for n, text in enumerate(texts):
        for key, shown in (*_tags(text), *_all_runs(text)):
            if without.isdisjoint(key):
                holders[key].add(n)
                forms[key][shown] += 1
    kept = {
        key: found
        for key, found in holders.items()
        if len(found) >= _enough(key, least) and _sticks(key, holders, len(texts))
    }
    kept = {key: found for key, found in kept.items() if key[0] not in not_alone() or key[1:]}
    found = [
        Term(key, _usual(forms[key]), frozenset(posts))
        for key, posts in _longest_only(kept).items()
    ]
    return sorted(found, key=lambda term: (-len(term.posts), term.key))


def _enough(key: Key, least: int) -> int:
    """Give how many texts must hold a term: words that stick together need one less."""
    return least if len(key) == 1 else min(least, max(2, least - 1))


_TAG = re.compile(r"[#＃]\w+")
_LINK = re.compile(r"https?://\S+")
_BREAK = re.compile(r"[.!?…]+(?=\s|$)|[,;:()«»“”\"\n–—]")


def _tags(text: str) -> Iterator[tuple[Key, str]]:
    for tag in _TAG.findall(text):
        said = words(tag)
        if len(said) == 1 and _says(fold(said[0])):
            yield stems(said[0]), said[0].lower()
        elif len(said) > 1:
            yield (fold(tag),), tag


def _all_runs(text: str) -> Iterator[tuple[Key, str]]:
    """Give the runs of words of a text; none goes on beyond a stop, a comma or a line."""
    for clause in _BREAK.split(_LINK.sub(". ", _TAG.sub(". ", text))):
        yield from _runs(clause)


def _runs(text: str) -> Iterator[tuple[Key, str]]:
    said = [word for word in words(text) if not word.startswith(("@", "＠"))]
    folded = [fold(word).rstrip("'") for word in said]
    for start in range(len(said)):
        if not _says(folded[start]):
            continue
        for end in range(start, min(start + 2 * _LONGEST, len(said))):
            if not _says(folded[end]):
                if folded[end] not in _INSIDE:
                    break
                continue
            key = stems(" ".join(said[start : end + 1]))
            if 0 < len(key) <= _LONGEST:
                yield key, _joined(said[start : end + 1])


def _says(word: str) -> bool:
    return len(word) > 2 and not word[0].isdigit() and word not in empty_words()


def _joined(said: Iterable[str]) -> str:
    return " ".join(said).replace("' ", "'").replace("’ ", "’")


def _usual(forms: Counter[str]) -> str:
    """Give the most usual form; one in small letters when it is common enough."""
    best = max(forms.values())
    usual = [form for form, n in forms.items() if n >= best / 3]
    return min(usual, key=lambda form: (not form.islower(), -forms[form], form))


def _sticks(key: Key, holders: dict[Key, set[int]], total: int) -> bool:
    if len(key) == 1:
        return True
    first, rest = holders.get(key[:1], set()), holders.get(key[1:], set())
    if not first or not rest:
        return False
    return log_likelihood(len(holders[key]), len(first), len(rest), total) > _STICKS


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Give Dunning's ratio for two things that meet more often than by luck; 0 when less often.

    Args:
        both: texts that hold the two.
        first: texts that hold the first.
        second: texts that hold the second.
        total: texts.
    """
    if both * total <= first * second:
        return 0.0
    table = (both, first - both, second - both, total - first - second + both)
    rows = (first, total - first)
    columns = (second, total - second)
    expected = (
        rows[0] * columns[0] / total, rows[0] * columns[1] / total,
        rows[1] * columns[0] / total, rows[1] * columns[1] / total,
    )  # fmt: skip
    seen_by_row = (table[0], table[1], table[2], table[3])
    return 2 * sum(
        seen * log(seen / wanted)
        for seen, wanted in zip(seen_by_row, expected, strict=True)
        if seen > 0 and wanted > 0
    )


def _longest_only(kept: dict[Key, set[int]]) -> dict[Key, set[int]]:
    """Leave out terms that hardly ever stand outside one longer term."""
    inside: dict[Key, int] = defaultdict(int)
    for key, posts in kept.items():
        for size in range(1, len(key)):
            for start in range(len(key) - size + 1):
                part = key[start : start + size]
                inside[part] = max(inside[part], len(posts))
    return {key: posts for key, posts in kept.items() if inside[key] < 0.7 * len(posts)}
