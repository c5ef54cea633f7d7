"""How a leader's way of writing moves over the years."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.coach.voice import features
from firsthand.coach.voice.corpus import rows
from firsthand.coach.voice.experts import SLOTS, rarity
from firsthand.coach.voice.kernels import Doubles, Ints, scratch, weigh

NEEDED = 50
"""Usable posts that a year needs."""
MOST = 400
"""Posts of a year that are looked at, spread over it."""
SHUFFLES = 99
TOLD = 5
_VIEW = "distorted"


@dataclass(frozen=True, slots=True)
class Step:
    """How far one year's form is from that of the year before it in the archive.

    `distance` is 1 - cosine between the mean posts; `usual` is what it would be were
    nothing but chance at work, and `chance` how often chance goes as far. `more` and
    `less` are the frequent words and marks whose use grew and fell most.
    """

    year: int
    before: int
    n: int
    distance: float
    usual: float
    chance: float
    more: tuple[str, ...]
    less: tuple[str, ...]


def drift(posts: Iterable[tuple[int, str]]) -> tuple[Step, ...]:
    """Compare each year of (year, text) with the one before; years with few posts are left out."""
    by_year: dict[int, list[str]] = {}
    for year, text in posts:
        by_year.setdefault(year, []).append(text)
    usable = {year: features.usable(by_year[year]) for year in sorted(by_year)}
    years = {year: _spread(texts) for year, texts in usable.items() if len(texts) >= NEEDED}
    common = features.habitual(text for texts in years.values() for text in texts)
    return tuple(_step(years, common, a, b) for a, b in itertools.pairwise(years))


def _spread(texts: Sequence[str]) -> list[str]:
    chosen = np.linspace(0, len(texts) - 1, min(MOST, len(texts))).astype(int)
    return [texts[i] for i in chosen]


def _step(
    years: Mapping[int, Sequence[str]], common: frozenset[str], before: int, year: int
) -> Step:
    texts = [*years[before], *years[year]]
    seen = _forms(texts, common)
    size = len(years[before])
    order = np.arange(len(texts))
    away = _distance(seen, order[:size], order[size:])
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(SHUFFLES):
        chance.shuffle(order)
        drawn.append(_distance(seen, order[:size], order[size:]))
    beyond = (1 + sum(each >= away for each in drawn)) / (1 + SHUFFLES)
    more, less = _words(years[before], years[year], common)
    return Step(
        year, before, len(years[year]), away, float(np.mean(drawn)), float(beyond), more, less
    )


def _forms(texts: Sequence[str], common: frozenset[str]) -> Doubles:
    counted = rows([features.symbols(text, common)[_VIEW] for text in texts], (2, 3), scratch())
    every = np.arange(len(texts))
    idf = rarity(counted, every)
    values = weigh(every, counted.starts, counted.slots, counted.counts, idf)
    used, places = np.unique(counted.slots, return_inverse=True)
    seen = np.zeros((len(texts), min(len(used), SLOTS)))
    seen[np.repeat(every, np.diff(counted.starts)), places] = values
    return seen


def _distance(seen: Doubles, one: Ints, other: Ints) -> float:
    a, b = seen[one].mean(axis=0), seen[other].mean(axis=0)
    return 1 - float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) or 1.0))


def _words(
    before: Sequence[str], after: Sequence[str], common: frozenset[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words that moved most, by how many standard errors their share moved."""
    old, new = (_shares(texts, common) for texts in (before, after))
    a, b = len(before), len(after)
    moved = {}
    for word in sorted(old.keys() | new.keys()):
        both = (old[word] + new[word]) / (a + b)
        error = (both * (1 - both) * (1 / a + 1 / b)) ** 0.5
        moved[word] = (new[word] / b - old[word] / a) / error if error else 0.0
    ranked = sorted(moved, key=lambda word: (-abs(moved[word]), word))
    clear = [word for word in ranked if abs(moved[word]) > 2]
    more = tuple(word for word in clear if moved[word] > 0)[:TOLD]
    return more, tuple(word for word in clear if moved[word] < 0)[:TOLD]


def _shares(texts: Sequence[str], common: frozenset[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        words = {token.lower() for token in features.tokens(text)}
        found.update(word for word in words if word in common or not word[0].isalnum())
    return found
