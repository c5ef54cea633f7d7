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
#: What a single plain word is worth beside a subject whose words always go together (1).
_PLAIN = 0.1
_NAMED = 0.3
#: A longer form of the heaviest word names a subject when this part of its posts hold it; other
#: names must hold more.
_SAME, _BESIDE = 0.2, 0.4
_TINY = 1e-9

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Terms that go together, the heaviest first, and the texts that hold one of them."""

    terms: tuple[Term, ...]
    posts: frozenset[int]
    worth: float


def bundles(terms: Sequence[Term], total: int, most: int) -> list[Bundle]:
    """Group terms of `total` texts into at most `most` subjects, the ones that stand for most first."""
    terms = terms[:_TERMS]
    parts = min(3 * most, len(terms) // 2, total // 8)
    if parts < 1:
        return [_bundle([term], total) for term in terms[:most]]
    weights = _parts(_matrix(terms, total), parts)
    found: list[Bundle] = []
    taken: set[tuple[str, ...]] = set()
    for row in weights:
        heavy = [terms[n] for n in np.argsort(-row, kind="stable") if row[n] > _HEAVY * row.max()]
        first = heavy[0]
        if first.key not in taken:
            together = [first, *(each for each in heavy[1:] if _meets(first, each, taken))]
            together = together[:_PHRASES]
            taken.update(term.key for term in together)
            found.append(_bundle(_name_first(together), total))
    names = [set(bundle.terms[0].key) for bundle in found]
    # “Spare” is no subject beside “spare parts”.
    apart = [
        bundle
        for bundle, name in zip(found, names, strict=True)
        if not any(name < longer for longer in names)
    ]
    return sorted(apart, key=lambda bundle: -bundle.worth)[:most]


def _name_first(terms: list[Term]) -> list[Term]:
    """Put a name before a plain word: “clean energy” says more than “clean”."""
    first = terms[0]
    if _is_name(first):
        return terms

    def serves(term: Term) -> bool:
        share = _SAME if set(first.key) <= set(term.key) else _BESIDE
        return _is_name(term) and len(term.posts) >= share * len(first.posts)

    name = next((term for term in terms if serves(term)), first)
    return [name, *(term for term in terms if term is not name)]


def _is_name(term: Term) -> bool:
    """Tell whether a term names something by itself: several words, or a hashtag."""
    return len(term.key) > 1 or term.shown.startswith("#")


def _meets(first: Term, other: Term, taken: set[tuple[str, ...]]) -> bool:
    return other.key not in taken and len(first.posts & other.posts) >= 2


def _bundle(terms: Sequence[Term], total: int) -> Bundle:
    """Put terms together; worth is the number of posts, by how surely the terms go together."""
    posts = frozenset[int]().union(*(term.posts for term in terms))
    first = terms[0]
    ties = [_tie(first, other, total) for other in terms[1:]]
    sure = max(0.0, sum(ties) / len(ties)) if ties else 0.0
    return Bundle(
        tuple(terms), posts, len(posts) * (_PLAIN + sure + (_NAMED if _is_name(first) else 0.0))
    )


def _tie(a: Term, b: Term, total: int) -> float:
    """Give how surely two terms go together, -1 to 1: normalised pointwise mutual information."""
    both = len(a.posts & b.posts) / total
    if both in (0.0, 1.0):
        return -1.0 if not both else 1.0
    alone = len(a.posts) * len(b.posts) / total**2
    return float(np.log(both / alone) / -np.log(both))


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
