"""A learnt voice, and how like it a text is."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.coach.voice import features, messages
from firsthand.records.message import Said

USUAL_LENGTH = 120
SPOKEN = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely the leader wrote a text: `p` with its interval, and what speaks for and against.

    `p` is None when nothing can be said; `reason` then tells why. Beside a `p`,
    `reason` tells what it rests on when that is less than usual. The prior is even.
    """

    n: int
    p: float | None = None
    low: float | None = None
    high: float | None = None
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    reason: Said | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """One view's learnt weights: `idf` and `weights` by slot, and where it is centred."""

    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    intercept: float = 0.0

    def value(self, counts: features.Counts) -> float:
        """Give the view's log-odds for one text."""
        return float(self.parts(counts).sum()) + self.intercept

    def parts(self, counts: features.Counts) -> NDArray[np.float32]:
        """Give the share that each slot of a text has in the view's log-odds."""
        slots, counted = counts
        seen = (1 + np.log(counted)) * self.idf[slots]
        length = float(np.sqrt((seen * seen).sum())) or 1.0
        return np.asarray(seen * self.weights[slots] / length, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Blend:
    """How the views' log-odds become one: gains by view, offset, and the effects of length."""

    gains: NDArray[np.float64]
    offset: float
    stretch: float = 0.0
    drift: float = 0.0

    def value(self, odds: NDArray[np.float64], length: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give calibrated log-odds; `odds` is (texts, views), `length` in characters."""
        size = np.log(np.maximum(length, 1) / USUAL_LENGTH)
        spread: NDArray[np.float64] = np.exp(self.stretch * size)
        return (odds @ self.gains + self.offset) * spread + self.drift * size


@dataclass(frozen=True, slots=True)
class Profile:
    """A leader's voice; `n` usable posts learnt from.

    `blends` holds the blend learnt from all folds first, then those that leave one
    out (the jackknife behind the interval). `echo` is how much posts of one author
    repeat one another: k texts weigh k / (1 + (k - 1) echo).
    """

    n: int
    common: frozenset[str] = frozenset()
    lenses: Mapping[str, Lens] | None = None
    blends: tuple[Blend, ...] = ()
    echo: float = 0.0
    missing: Said | None = None

    def score(self, texts: str | Sequence[str]) -> Likeness:
        """Judge one text, or several together as one author's."""
        given = [texts] if isinstance(texts, str) else list(texts)
        masked = [features.mask(text) for text in given if text.strip()]
        if self.lenses is None:
            return Likeness(self.n, reason=self.missing)
        if not masked:
            return Likeness(self.n, reason=messages.NO_WORDS())
        seen = [features.views(text, self.common) for text in masked]
        odds = np.array([[lens.value(v[k]) for k, lens in self.lenses.items()] for v in seen])
        length = np.array([len(text) for text in masked], dtype=float)
        weight = 1 / (1 + (len(masked) - 1) * self.echo)
        p = [
            1 / (1 + float(np.exp(-np.clip(weight * b.value(odds, length).sum(), -30, 30))))
            for b in self.blends
        ]
        for_, against = self._spoken(masked)
        return Likeness(self.n, p[0], min(p), max(p), for_, against, self.missing)

    def _spoken(self, masked: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shares: dict[str, float] = {}
        for text in masked:
            for words, share in self._expressions(text):
                shares[words] = shares.get(words, 0.0) + share
        ranked = sorted(shares, key=lambda words: shares[words])
        for_ = tuple(words for words in ranked[::-1][:SPOKEN] if shares[words] > 0)
        return for_, tuple(words for words in ranked[:SPOKEN] if shares[words] < 0)

    def _expressions(self, text: str) -> list[tuple[str, float]]:
        if self.lenses is None or "words" not in self.lenses:
            return []
        words = features.tokens(text)
        slots = features.word_slots(words)
        counts = features.count(slots)
        parts = self.lenses["words"].parts(counts)
        share = dict(zip(counts[0].tolist(), (parts / counts[1]).tolist(), strict=True))
        runs = [*((word,) for word in words), *itertools.pairwise(words)]
        # Runs of one token come first, framed by the text's start and end; then runs of two.
        inner = [*slots[1 : len(words) + 1], *slots[len(words) + 3 : -1]]
        return [
            (" ".join(run), share[int(slot)])
            for run, slot in zip(runs, inner, strict=True)
            if any(token[0].isalnum() for token in run)
        ]
