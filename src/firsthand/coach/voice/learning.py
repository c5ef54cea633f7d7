"""Learn a voice: one linear model a view, blended and calibrated on what it has not seen.

Each fold holds back a span of the leader's time *and* some of the other people,
so that the blend is learnt on strangers, as it will be used. SciPy and
scikit-learn are imported only here, and only when learning.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.coach.voice import features, messages
from firsthand.coach.voice.profile import Blend, Lens, Profile

NEEDED = 50
"""Usable posts below which nothing is said."""
LEARNT = 2_500
"""Posts learnt from on each side, the latest ones: more cost time and change little."""
FOLDS = 4
TOGETHER = 5
STRENGTH = 10.0
EVENNESS = 5.0
SLOTS = 1 << features.BITS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Corpus:
    matrices: Mapping[str, Any]
    length: Floats
    own: Ints
    others: tuple[Ints, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """What one fold says of posts it was not shown: runs of one author, own ones first."""

    odds: tuple[Floats, ...]
    length: tuple[Floats, ...]
    own: tuple[bool, ...]


def usable(texts: Sequence[str]) -> list[str]:
    """Give the masked texts that hold at least two words, each once, in their order."""
    masked = dict.fromkeys(features.mask(text) for text in texts)
    return [text for text in masked if sum(t[0].isalpha() for t in features.tokens(text)) > 1]


def learn(posts: Sequence[str], background: Mapping[str, Sequence[str]] | None = None) -> Profile:
    """Learn a leader's voice from their posts, oldest first.

    `background` holds other people's posts by author. Without it only the
    leader's own spread is known, and every answer says so.
    """
    own = usable(posts)
    if len(own) < NEEDED:
        return Profile(len(own), missing=messages.TOO_FEW(n=len(own), needed=NEEDED))
    others = _parted({who: usable(texts) for who, texts in (background or {}).items()})
    common = features.habitual([*own, *(text for texts in others for text in texts)])
    corpus = _corpus(own[-LEARNT:], others, common)
    if not others:
        return _alone(len(own), corpus, common)
    held = [_fold(corpus, k) for k in range(FOLDS)]
    rest = [[part for j, part in enumerate(held) if j != k] for k in range(FOLDS)]
    blends = tuple(_blend(parts) for parts in (held, *rest))
    lenses = _lenses(corpus, corpus.own, np.concatenate(corpus.others))
    return Profile(len(own), common, lenses, blends, _echo(held, blends[0]))


def _parted(by_author: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Give the others' latest posts by author; a lone author is cut in spans of time."""
    found = [list(texts) for texts in by_author.values() if texts]
    if len(found) == 1 and len(found[0]) >= FOLDS:
        spans = np.array_split(np.arange(len(found[0])), FOLDS)
        found = [[found[0][i] for i in span] for span in spans]
    each = max(1, LEARNT // max(1, len(found)))
    return [texts[-each:] for texts in found]


def _corpus(own: list[str], others: list[list[str]], common: frozenset[str]) -> _Corpus:
    from scipy.sparse import csr_matrix

    texts = [*own, *(text for part in others for text in part)]
    seen = [features.views(text, common) for text in texts]
    matrices = {}
    for name in features.VIEWS:
        slots = np.concatenate([view[name][0] for view in seen])
        counts = np.concatenate([view[name][1] for view in seen])
        ends = np.cumsum([0, *(len(view[name][0]) for view in seen)])
        matrices[name] = csr_matrix((1 + np.log(counts), slots, ends), shape=(len(texts), SLOTS))
    starts = np.cumsum([len(own), *map(len, others)])
    parts = tuple(np.arange(a, b) for a, b in itertools.pairwise(starts))
    length = np.array([len(text) for text in texts], dtype=float)
    return _Corpus(matrices, length, np.arange(len(own)), parts)


def _lenses(corpus: _Corpus, own: Ints, others: Ints) -> dict[str, Lens]:
    return {name: _lens(matrix, own, others) for name, matrix in corpus.matrices.items()}


def _lens(matrix: Any, own: Ints, others: Ints) -> Lens:
    from sklearn.svm import LinearSVC

    shown = np.concatenate([own, others])
    idf = _idf(matrix[shown])
    model = LinearSVC(C=STRENGTH / 10, loss="squared_hinge", tol=0.01, max_iter=300, random_state=0)
    model.fit(_scaled(matrix[shown], idf), np.arange(len(shown)) < len(own))
    return Lens(idf, model.coef_[0].astype(np.float32), float(model.intercept_[0]))


def _idf(matrix: Any) -> NDArray[np.float32]:
    texts = matrix.shape[0]
    having = np.bincount(matrix.indices, minlength=SLOTS)
    return np.asarray(np.log((1 + texts) / (1 + having)) + 1, dtype=np.float32)


def _scaled(matrix: Any, idf: NDArray[np.float32]) -> Any:
    from sklearn.preprocessing import normalize

    weighed = matrix.copy()
    weighed.data = (weighed.data * idf[weighed.indices]).astype(np.float32)
    return normalize(weighed, copy=False)


def _odds(corpus: _Corpus, lenses: Mapping[str, Lens], rows: Ints) -> Floats:
    columns = [
        _scaled(corpus.matrices[name][rows], lens.idf) @ lens.weights + lens.intercept
        for name, lens in lenses.items()
    ]
    return np.asarray(np.column_stack(columns), dtype=float)


def _fold(corpus: _Corpus, k: int) -> _Held:
    spans = np.array_split(corpus.own, FOLDS)
    parts = corpus.others
    away = [p for i, p in enumerate(parts) if i % FOLDS == k] or [parts[k % len(parts)]]
    stay = [p for p in parts if not any(p is q for q in away)] or list(parts)
    shown = np.concatenate([span for i, span in enumerate(spans) if i != k])
    lenses = _lenses(corpus, shown, np.concatenate(stay))
    runs = (spans[k], *away)
    return _Held(
        tuple(_odds(corpus, lenses, rows) for rows in runs),
        tuple(corpus.length[rows] for rows in runs),
        tuple(i == 0 for i in range(len(runs))),
    )


def _blend(held: Sequence[_Held]) -> Blend:
    """Fit gains, offset and the effects of length by balanced logistic loss."""
    odds = np.vstack([o for part in held for o in part.odds])
    length = np.concatenate([o for part in held for o in part.length])
    own = np.concatenate(
        [np.full(len(o), mine) for p in held for o, mine in zip(p.odds, p.own, strict=True)]
    )
    from scipy.optimize import minimize

    sign = np.where(own, -1.0, 1.0)
    share = np.where(own, 0.5 / own.sum(), 0.5 / (~own).sum()) * 2 * min(own.sum(), (~own).sum())
    scale = odds.std(axis=0) + 1e-9
    views = odds.shape[1]

    def read(theta: Floats) -> Blend:
        return Blend(np.exp(theta[:views]) / scale, *(float(x) for x in theta[views:]))

    def loss(theta: Floats) -> float:
        value = read(theta).value(odds, length)
        uneven = ((theta[:views] - theta[:views].mean()) ** 2).sum()
        ridge = EVENNESS * uneven + 2 * (theta[-2:] ** 2).sum()
        return float((share * np.logaddexp(0, sign * value)).sum() + ridge)

    start = np.r_[np.full(views, -np.log(views)), 0.0, 0.0, 0.0]
    bounds = [(-5.0, 2.0)] * views + [(None, None)] + [(-1.0, 1.0)] * 2
    return read(minimize(loss, start, method="L-BFGS-B", bounds=bounds).x)


def _echo(held: Sequence[_Held], blend: Blend) -> float:
    """Find how far five posts together weigh less than five strangers would."""
    from scipy.optimize import minimize_scalar

    sums, signs = [], []
    for part in held:
        for odds, length, own in zip(part.odds, part.length, part.own, strict=True):
            values = blend.value(odds, length)
            full = values[: len(values) // TOGETHER * TOGETHER].reshape(-1, TOGETHER)
            sums += list(full.sum(axis=1))
            signs += [-1.0 if own else 1.0] * len(full)
    sign, total = np.array(signs), np.array(sums)
    share = np.where(sign < 0, 1 / max(1, (sign < 0).sum()), 1 / max(1, (sign > 0).sum()))

    def loss(echo: float) -> float:
        weight = 1 / (1 + (TOGETHER - 1) * echo)
        return float((share * np.logaddexp(0, sign * weight * total)).sum())

    return float(minimize_scalar(loss, bounds=(0.0, 1.0), method="bounded").x)


def _alone(n: int, corpus: _Corpus, common: frozenset[str]) -> Profile:
    """Judge by nearness to the leader's mean post; half of their own posts lie above two thirds."""
    lenses = {}
    own: list[Floats] = []
    for name, matrix in corpus.matrices.items():
        idf = _idf(matrix)
        scaled = _scaled(matrix, idf)
        half = len(corpus.own) // 2
        mean = np.asarray(scaled[:half].mean(axis=0), dtype=np.float32).ravel()
        lens = Lens(idf, mean / (np.linalg.norm(mean) or 1.0))
        lenses[name] = lens
        own.append(np.asarray(scaled[half:] @ lens.weights, dtype=float))
    odds = np.column_stack(own)
    gains = 1 / (odds.std(axis=0) + 1e-9) / odds.shape[1]
    middle = float(np.median(odds @ gains))
    blends = tuple(Blend(gains, 0.7 - middle + shift) for shift in (0.0, -1.0, 1.0))
    return Profile(n, common, lenses, blends, 0.2, messages.OWN_SPREAD())
