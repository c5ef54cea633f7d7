"""The experts that hear a voice: a linear model a view, language models, plain habits.

The linear model on runs of 1 to 5 characters is the method to beat in the literature on
short posts. Beside it: the same on views that forget the subject, and how much better
the leader's own language model foretells a text than each rival's does, on average
(after Nini et al. 2024, on characters).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.coach.voice import habits, kernels
from firsthand.coach.voice.corpus import Corpus, Rows
from firsthand.coach.voice.kernels import Doubles, Floats, Ints, Tallies

STRENGTH = 10.0
"""Cost of an error in the linear models (their `C`)."""
RECENT = (0.5, 1.5)
"""What the leader's oldest and latest posts weigh: what is judged is later still."""
CALM = 0.05
"""The same for habits: few and dense, they overfit sooner."""
SLOTS = 1 << kernels.BITS
SPOKEN = 600
"""Texts that a language model learns from, the latest ones; all models alike."""
STEADY = 0.05


@dataclass(frozen=True, slots=True)
class Lens:
    """One view's learnt weights: `idf` and `weights` by slot, and the intercept last."""

    idf: Floats
    weights: Floats

    def odds(self, rows: Rows, chosen: Ints) -> Doubles:
        """Give the view's log-odds for the chosen texts."""
        tables = (rows.starts, rows.slots, rows.counts, self.idf, self.weights)
        return np.asarray(kernels.products(chosen, *tables) + self.weights[-1], dtype=float)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A speaker's language model: how often each character follows a context of up to four."""

    pairs: Tallies
    totals: Tallies
    kinds: Tallies


@dataclass(frozen=True, slots=True)
class Tongues:
    """The leader's language model and the others', one column a speaker, the leader first."""

    pairs: Tallies
    totals: Tallies
    kinds: Tallies

    def surprise(self, corpus: Corpus, chosen: Ints) -> Doubles:
        """Give how much better the leader's model foretells the texts than the others' do."""
        tables = (self.pairs, self.totals, self.kinds)
        found = kernels.likelihoods(chosen, corpus.codes, corpus.ends, *tables)
        better = found[:, 0] - found[:, 1:].mean(axis=1)
        return np.asarray(better / np.sqrt(corpus.length[chosen] + 1), dtype=float)


@dataclass(frozen=True, slots=True)
class Manner:
    """Weights of plain habits, after each is set against its mean and scale."""

    mean: Doubles
    scale: Doubles
    weights: Doubles

    def odds(self, seen: Doubles) -> Doubles:
        """Give the log-odds for each row of habits."""
        spread = habits.spread(seen, self.mean, self.scale)
        return np.asarray(spread @ self.weights[:-1] + self.weights[-1], dtype=float)


@dataclass(frozen=True, slots=True)
class Experts:
    """All that was learnt of one leader against others."""

    lenses: Mapping[str, Lens]
    tongues: Tongues
    manner: Manner

    def odds(self, corpus: Corpus, chosen: Ints) -> Doubles:
        """Give each expert's log-odds for the chosen texts: (texts, experts)."""
        columns = [lens.odds(corpus.views[name], chosen) for name, lens in self.lenses.items()]
        columns.append(self.tongues.surprise(corpus, chosen))
        columns.append(self.manner.odds(corpus.habits[chosen]))
        return np.column_stack(columns)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a text is to the leader's mean post, by view: all there is without others."""

    lenses: Mapping[str, Lens]

    def odds(self, corpus: Corpus, chosen: Ints) -> Doubles:
        """Give the cosine with the mean post by view: (texts, views)."""
        columns = [lens.odds(corpus.views[name], chosen) for name, lens in self.lenses.items()]
        return np.column_stack(columns)


@dataclass(frozen=True, slots=True)
class Estrangement:
    """What sets a leader apart from people in general, and nearness to their mean post.

    Nothing is known of how those people speak but counts: no language model is held
    against the leader's.
    """

    lenses: Mapping[str, Lens]
    manner: Manner
    near: Nearness

    def odds(self, corpus: Corpus, chosen: Ints) -> Doubles:
        """Give each expert's log-odds, then the nearness by view: (texts, experts)."""
        columns = [lens.odds(corpus.views[name], chosen) for name, lens in self.lenses.items()]
        columns.append(self.manner.odds(corpus.habits[chosen]))
        return np.column_stack([*columns, self.near.odds(corpus, chosen)])


def nearness(corpus: Corpus, shown: Ints) -> Nearness:
    """Learn the mean post of the shown texts."""
    lenses = {}
    for name, rows in corpus.views.items():
        idf = rarity(rows, shown)
        values = kernels.weigh(shown, rows.starts, rows.slots, rows.counts, idf)
        inside = np.repeat(np.isin(np.arange(len(rows.starts) - 1), shown), np.diff(rows.starts))
        mean = np.bincount(rows.slots[inside], weights=values[inside], minlength=SLOTS + 1)
        lenses[name] = Lens(idf, (mean / (np.linalg.norm(mean) or 1.0)).astype(np.float32))
    return Nearness(lenses)


def fit(corpus: Corpus, own: Ints, others: Ints, tongues: Sequence[Tongue]) -> Experts:
    """Learn from the leader's own texts, oldest first, and others'; `tongues` are those others' models."""
    lenses, manner = _apart(corpus, own, others)
    speakers = (tongue(corpus, own), *tongues)
    together = Tongues(
        np.stack([each.pairs for each in speakers], axis=1),
        np.stack([each.totals for each in speakers], axis=1),
        np.stack([each.kinds for each in speakers], axis=1),
    )
    return Experts(lenses, together, manner)


def estrange(corpus: Corpus, own: Ints, others: Ints) -> Estrangement:
    """Learn from the leader's own texts, oldest first, and those of people in general."""
    return Estrangement(*_apart(corpus, own, others), nearness(corpus, own))


def _apart(corpus: Corpus, own: Ints, others: Ints) -> tuple[dict[str, Lens], Manner]:
    shown = np.concatenate([own, others])
    sign = np.where(np.arange(len(shown)) < len(own), 1.0, -1.0)
    cost = STRENGTH * np.concatenate([np.linspace(*RECENT, len(own)), np.ones(len(others))])
    lenses = {name: _lens(rows, shown, sign, cost) for name, rows in corpus.views.items()}
    return lenses, _manner(corpus, shown, sign)


def tongue(corpus: Corpus, chosen: Ints) -> Tongue:
    """Learn a language model from the latest of the chosen texts."""
    pairs = np.zeros(1 << kernels.PAIRS, np.uint16)
    totals, kinds = (np.zeros(1 << kernels.CONTEXTS, np.uint16) for _ in range(2))
    kernels.tally(chosen[-SPOKEN:], corpus.codes, corpus.ends, pairs, totals, kinds)
    return Tongue(pairs, totals, kinds)


def _lens(rows: Rows, shown: Ints, sign: Doubles, cost: Doubles) -> Lens:
    idf = rarity(rows, shown)
    values = kernels.weigh(shown, rows.starts, rows.slots, rows.counts, idf)
    weights = kernels.descend(shown, sign, cost, rows.starts, rows.slots, values, SLOTS)
    return Lens(idf, weights.astype(np.float32))


def rarity(rows: Rows, shown: Ints) -> Floats:
    """Give the inverse document frequency of each slot over the shown texts."""
    inside = np.zeros(len(rows.starts) - 1, dtype=bool)
    inside[shown] = True
    having = np.bincount(rows.slots[np.repeat(inside, np.diff(rows.starts))], minlength=SLOTS)
    return np.asarray(np.log((1 + len(shown)) / (1 + having)) + 1, dtype=np.float32)


def _manner(corpus: Corpus, shown: Ints, sign: Doubles) -> Manner:
    seen = corpus.habits[shown]
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + STEADY
    spread = habits.spread(seen, mean, scale)
    texts, many = spread.shape
    starts = np.arange(texts + 1, dtype=np.int64) * many
    slots = np.tile(np.arange(many, dtype=np.int32), texts)
    cost = np.full(texts, CALM)
    weights = kernels.descend(
        np.arange(texts), sign, cost, starts, slots, spread.astype(np.float32).ravel(), many
    )
    return Manner(mean, scale, weights)
