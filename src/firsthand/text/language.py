"""Which language a short post is written in.

A linear model on hashed character n-grams, as in P. McNamee, "Language
identification: a solved problem suitable for undergraduate instruction" (2005)
and A. Joulin et al., "Bag of tricks for efficient text classification" (2017).
What it learnt from and how it fares: `docs/models.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from firsthand.text import ngrams
from firsthand.text.aligned import aligned
from firsthand.text.many import worth_compiled

UNSURE_BELOW = 0.5
"""Below this probability the answer is that one cannot tell."""
_CHUNK = 4_096


class Language(NamedTuple):
    """A language as ISO 639-1, or None when unsure; and the probability of the likeliest."""

    lang: str | None
    p: float


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights by bucket and language; the last language, unnamed, stands for all others."""

    weights: npt.NDArray[np.int8]
    scale: float
    languages: tuple[str, ...]


def detect(text: str) -> Language:
    """Say which language a text is written in.

    >>> detect("Merci à toute l'équipe pour ce beau travail").lang
    'fr'
    """
    found = ngrams.buckets(text)
    sums = _model().weights[found].sum(axis=0, dtype=np.int64)
    return _judge(sums[np.newaxis], np.array([len(found)]))[0]


def detect_many(texts: Sequence[str]) -> list[Language]:
    """Say which language each of many texts is written in, as `detect` does."""
    if not worth_compiled(len(texts)):
        return [detect(text) for text in texts]
    answers: list[Language] = []
    for at in range(0, len(texts), _CHUNK):
        answers += _batch(texts[at : at + _CHUNK])
    return answers


def _judge(sums: npt.NDArray[np.int64], counts: npt.NDArray[np.int64]) -> list[Language]:
    model = _model()
    logits = sums * (model.scale / np.sqrt(np.maximum(counts, 1)))[:, np.newaxis]
    best = logits.argmax(axis=1)
    top = logits[np.arange(len(best)), best]
    chances = 1 / np.exp(logits - top[:, np.newaxis]).sum(axis=1)
    chances[counts == 0] = 0.0
    return _named(best, chances)


def _named(best: npt.NDArray[np.intp], chances: npt.NDArray[np.float64]) -> list[Language]:
    names = np.array([name or None for name in _model().languages], object)[best]
    names[chances < UNSURE_BELOW] = None
    return list(map(Language._make, zip(names.tolist(), chances.tolist(), strict=True)))


def _batch(texts: Sequence[str]) -> list[Language]:
    # Imported here because compiled code takes a second to start.
    from firsthand.text import kernels

    codes = _codes(texts)
    if ngrams.may_compose(codes):
        texts = ngrams.composed(texts)
        codes = _codes(texts)
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    totals, counts = kernels.sums(codes, ends, ngrams.table(), _lanes())
    best, chances = np.zeros(len(texts), np.int64), np.zeros(len(texts))
    weights = totals.view(np.uint16).reshape(len(texts), -1)
    kernels.judge(weights, counts, _model().scale, best, chances)
    return _named(best, chances)


def _codes(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    return np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _model() -> _Model:
    stored = np.load(BytesIO((files(__package__) / "data" / "language.npz").read_bytes()))
    return _Model(stored["weights"], float(stored["scale"]), tuple(map(str, stored["languages"])))


def _offset() -> int:
    return -int(_model().weights.min())


@cache
def _lanes() -> npt.NDArray[np.uint64]:
    """Give the weights raised above zero, four to a 64-bit number, as `kernels` adds them."""
    raised = (_model().weights.astype(np.int16) + _offset()).astype("<u2")
    return aligned(raised).view("<u8")
