"""How the experts' log-odds become one calibrated probability."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.coach.voice.kernels import Doubles

TOGETHER = 5
EVENNESS = 50.0
"""How strongly the experts' gains are drawn to one another."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one fold says of texts it was not shown: runs of one author each, in order."""

    odds: tuple[Doubles, ...]
    own: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Blend:
    """Gains by expert, and an offset."""

    gains: Doubles
    offset: float

    def value(self, odds: Doubles) -> Doubles:
        """Give calibrated log-odds; `odds` is (texts, experts)."""
        return np.asarray(odds @ self.gains + self.offset, dtype=float)

    def held_back(self, share: float) -> "Blend":
        """Give the blend that says the same more cautiously."""
        return Blend(self.gains * share, self.offset * share)


def blend(held: Sequence[Held]) -> Blend:
    """Fit gains and offset by balanced logistic loss, the gains drawn to one another."""
    from scipy.optimize import minimize

    odds = np.vstack([run for part in held for run in part.odds])
    own = np.concatenate(
        [np.full(len(run), mine) for p in held for run, mine in zip(p.odds, p.own, strict=True)]
    )
    sign = np.where(own, -1.0, 1.0)
    share = np.where(own, 0.5 / own.sum(), 0.5 / (~own).sum()) * 2 * min(own.sum(), (~own).sum())
    scale = odds.std(axis=0) + 1e-9
    many = odds.shape[1]

    def read(theta: Doubles) -> Blend:
        return Blend(np.exp(theta[:many]) / scale, float(theta[many]))

    def loss(theta: Doubles) -> float:
        uneven = ((theta[:many] - theta[:many].mean()) ** 2).sum()
        fit = (share * np.logaddexp(0, sign * read(theta).value(odds))).sum()
        return float(fit + EVENNESS * uneven)

    start = np.r_[np.full(many, -np.log(many)), 0.0]
    bounds = [(-5.0, 2.0)] * many + [(None, None)]
    return read(minimize(loss, start, method="L-BFGS-B", bounds=bounds).x)


def echo(held: Sequence[Held], by: Blend) -> float:
    """Find how far five posts together weigh less than five strangers would."""
    from scipy.optimize import minimize_scalar

    sums, signs = [], []
    for part in held:
        for odds, own in zip(part.odds, part.own, strict=True):
            values = by.value(odds)
            full = values[: len(values) // TOGETHER * TOGETHER].reshape(-1, TOGETHER)
            sums += list(full.sum(axis=1))
            signs += [-1.0 if own else 1.0] * len(full)
    sign, total = np.array(signs), np.array(sums)
    share = np.where(sign < 0, 1 / max(1, (sign < 0).sum()), 1 / max(1, (sign > 0).sum()))

    def loss(much: float) -> float:
        weight = 1 / (1 + (TOGETHER - 1) * much)
        return float((share * np.logaddexp(0, sign * weight * total)).sum())

    return float(minimize_scalar(loss, bounds=(0.0, 1.0), method="bounded").x)
