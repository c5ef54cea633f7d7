"""A learnt voice, and how like it a text is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.coach.voice import features, messages
from firsthand.coach.voice.blending import Blend
from firsthand.coach.voice.corpus import prepare, rows
from firsthand.coach.voice.experts import Experts, Nearness
from firsthand.records.message import Said

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
class Profile:
    """A leader's voice; `n` usable posts learnt from.

    `blends` holds the blend learnt from all folds first, then those that leave one
    out (the jackknife behind the interval). `echo` is how much posts of one author
    repeat one another: k texts weigh k / (1 + (k - 1) echo).
    """

    n: int
    common: frozenset[str] = frozenset()
    experts: Experts | Nearness | None = None
    blends: tuple[Blend, ...] = ()
    echo: float = 0.0
    missing: Said | None = None

    def score(self, texts: str | Sequence[str]) -> Likeness:
        """Judge one text, or several together as one author's."""
        given = [texts] if isinstance(texts, str) else list(texts)
        masked = [text for text in map(features.mask, given) if text]
        if self.experts is None:
            return Likeness(self.n, reason=self.missing)
        if not masked:
            return Likeness(self.n, reason=messages.NO_WORDS())
        corpus = prepare(masked, self.common)
        odds = self.experts.odds(corpus, np.arange(len(masked)))
        weight = 1 / (1 + (len(masked) - 1) * self.echo)
        p = [
            1 / (1 + float(np.exp(-np.clip(weight * b.value(odds).sum(), -30, 30))))
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
        if self.experts is None:
            return []
        lens = self.experts.lenses["words"]
        words = features.tokens(text)
        found = [(word,) for word in words] + list(itertools.pairwise(words))
        each = [features.codes(run)[1:-1] for run in found]
        counted = rows(each, 1, 2)
        weights = lens.weights[counted.slots] * lens.idf[counted.slots]
        last = counted.starts[1:] - 1
        return [
            (" ".join(run), float(weights[at]))
            for run, at in zip(found, last, strict=True)
            if any(token[0].isalnum() for token in run)
        ]
