"""Terms grouped into subjects, by the posts in which they meet.

Non-negative matrix factorisation of the weighted terms of the posts: Lee and
Seung's multiplicative updates (2001), begun from the main directions of the
matrix (Boutsidis and Gallopoulos, 2008), so that the same posts always give the
same subjects. Each part is a subject; its heaviest terms are its phrases.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.plan.proposal_terms import Term

_TERMS = 400
_PHRASES = 6
_ROUNDS = 60
#: A phrase of a subject weighs at least this part of its heaviest.
_HEAVY = 0.2
_PLAIN = 0.3
_TINY = 1e-9

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Terms that go together, the heaviest first, and the texts that hold one of them."""

    terms: tuple[Term, ...]
    posts: frozenset[int]

    @property
    def worth(self) -> float:
        """Give how much it stands for: its posts, and far fewer when it is one plain word."""
        plain = len(self.terms) == 1 and len(self.terms[0].key) == 1
        return len(self.posts) * (_PLAIN if plain and self.terms[0].shown[0] != "#" else 1)


def bundles(terms: Sequence[Term], total: int, most: int) -> list[Bundle]:
    """Group terms of `total` texts into at most `most` subjects, the ones that stand for most first."""
    terms = terms[:_TERMS]
    parts = min(2 * most, len(terms) // 2, total // 10)
    if parts < 1:
        return [_bundle([term]) for term in terms[:most]]
    weights = _parts(_matrix(terms, total), parts)
    found: list[Bundle] = []
    taken: set[tuple[str, ...]] = set()
    for row in weights:
        heavy = [
            n for n in np.argsort(-row, kind="stable")[:_PHRASES] if row[n] > _HEAVY * row.max()
        ]
        together = [terms[n] for n in heavy if terms[n].key not in taken]
        if together and heavy[0] == terms.index(together[0]):
            taken.update(term.key for term in together)
            found.append(_bundle(together))
    return sorted(found, key=lambda bundle: -bundle.worth)[:most]


def _bundle(terms: Sequence[Term]) -> Bundle:
    return Bundle(tuple(terms), frozenset[int]().union(*(term.posts for term in terms)))


def _matrix(terms: Sequence[Term], total: int) -> Matrix:
    """Give the texts (rows) by terms, rarer terms weighing more, longer terms too, rows of length 1."""
    matrix = np.zeros((total, len(terms)))
    for column, term in enumerate(terms):
        rarity = np.log((1 + total) / (1 + len(term.posts))) + 0.1
        matrix[list(term.posts), column] = rarity * len(term.key) ** 0.5
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    result: Matrix = matrix / np.maximum(lengths, _TINY)
    return result


def _parts(matrix: Matrix, count: int) -> Matrix:
    """Give the parts of a matrix, one a row, as weights of its columns."""
    values, directions = np.linalg.eigh(matrix.T @ matrix)
    chosen = np.argsort(-values, kind="stable")[:count]
    right = np.stack([_positive(directions[:, n]) for n in chosen]) + 1e-4
    left = np.maximum(matrix @ right.T, _TINY)
    for _ in range(_ROUNDS):
        right *= (left.T @ matrix) / (left.T @ left @ right + _TINY)
        left *= (matrix @ right.T) / (left @ (right @ right.T) + _TINY)
    order = np.argsort(-np.linalg.norm(left, axis=0) * np.linalg.norm(right, axis=1), kind="stable")
    result: Matrix = right[order]
    return result


def _positive(direction: Matrix) -> Matrix:
    """Give the heavier of the two signs of a direction."""
    plus, minus = np.maximum(direction, 0), np.maximum(-direction, 0)
    heavier: Matrix = plus if np.linalg.norm(plus) >= np.linalg.norm(minus) else minus
    return heavier
