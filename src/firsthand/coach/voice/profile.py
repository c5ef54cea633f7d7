"""A learnt voice, and how like it a text is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from firsthand.coach.voice import expressions, features, languages, messages
from firsthand.coach.voice.blending import Blend
from firsthand.coach.voice.corpus import prepare
from firsthand.coach.voice.experts import Estrangement, Experts, Nearness
from firsthand.coach.voice.kernels import Doubles
from firsthand.records.message import Said

NEEDED = 50
"""Usable posts below which nothing is said."""
LIMIT = 9.0
"""Log-odds that no answer passes: form alone is never certain."""
WIDE = 1.64
"""Standard errors on each side of a probability: nine times in ten."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely the leader wrote a text: `p` with its interval, and what speaks for and against.

    `p` is None when nothing can be said; `reason` then tells why. Beside a `p`,
    `reason` tells what it rests on when that is less than usual. `compared` tells whom
    the leader was compared with. The prior is even.
    """

    n: int
    p: float | None = None
    low: float | None = None
    high: float | None = None
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    reason: Said | None = None
    compared: Said | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What was learnt in one language, from `n` posts.

    `heard` is how many others it was held against; with `general`, how many texts of
    people in general. `blends` holds the blend learnt from all folds first, then those
    that leave one out (the jackknife behind the interval). `echo` is how much posts of
    one author repeat one another: k texts weigh k / (1 + (k - 1) echo).
    """

    n: int
    heard: int
    common: frozenset[str]
    experts: Experts | Nearness | Estrangement
    blends: tuple[Blend, ...]
    echo: float
    general: bool = False

    @property
    def compared(self) -> Said:
        """Tell whom the answers compare the leader with."""
        if self.general:
            return messages.GENERAL(n=self.heard)
        return messages.OTHERS(n=self.heard) if self.heard else messages.OWN_SPREAD()

    @property
    def note(self) -> Said | None:
        """Tell what the answers rest on when that is less than usual."""
        if self.heard > 1 or self.general:
            return None
        return messages.ONE_OTHER() if self.heard else messages.OWN_SPREAD()

    def odds(self, masked: Sequence[str]) -> Doubles:
        """Give the log-odds of masked texts, each by itself: (blends, texts)."""
        corpus = prepare(masked, self.common)
        seen = self.experts.odds(corpus, np.arange(len(masked)))
        return np.array([blend.value(seen) for blend in self.blends])

    def together(self, masked: Sequence[str]) -> Doubles:
        """Give the log-odds of masked texts as one author's, by blend."""
        weight = 1 / (1 + (len(masked) - 1) * self.echo)
        return np.asarray(self.odds(masked).sum(axis=1) * weight, dtype=float)


@dataclass(frozen=True, slots=True)
class Profile:
    """A leader's voice; `n` usable posts learnt from, the most usual language first."""

    n: int
    voices: Mapping[str, Voice] = field(default_factory=dict)

    def score(self, texts: str | Sequence[str], *, words: bool = True) -> Likeness:
        """Judge one text, or several together as one author's; without `words`, a third sooner."""
        given = [texts] if isinstance(texts, str) else list(texts)
        masked = [text for text in map(features.mask, given) if any(map(str.isalpha, text))]
        if not self.voices:
            return Likeness(self.n, reason=messages.TOO_FEW(n=self.n, needed=NEEDED))
        if not masked:
            return Likeness(self.n, reason=messages.NO_WORDS())
        parts = languages.part(masked, tuple(self.voices))
        heard = [(self.voices[lang], part) for lang, part in parts.items() if part]
        value = sum(voice.together(part) for voice, part in heard)
        p, low, high = _chances(np.asarray(value))
        told = [(voice.experts.lenses["words"], part) for voice, part in heard] if words else []
        for_, against = expressions.telling(told)
        note = next((voice.note for voice, _ in heard if voice.note), self._foreign(masked))
        return Likeness(self.n, p, low, high, for_, against, note, heard[0][0].compared)

    def _foreign(self, masked: Sequence[str]) -> Said | None:
        langs = languages.sure(masked)
        strange = all(lang and lang not in self.voices for lang in langs)
        return messages.OTHER_LANGUAGE() if strange else None


def _chances(value: Doubles) -> tuple[float, float, float]:
    """Turn log-odds by blend into a probability and its interval (jackknife, Tukey 1958)."""
    first, *others = LIMIT * np.tanh(value / LIMIT)
    rest = np.array(others)
    error = np.sqrt((len(rest) - 1) / len(rest) * ((rest - rest.mean()) ** 2).sum())
    around = np.clip(first + np.array([0.0, -WIDE, WIDE]) * error, -LIMIT, LIMIT)
    p, low, high = (1 / (1 + np.exp(-around))).tolist()
    return p, low, high
