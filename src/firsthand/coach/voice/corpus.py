"""Texts made ready for the experts: counted runs by view, codes of characters, habits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.coach.voice import features, habits, kernels
from firsthand.coach.voice.kernels import Codes, Doubles, Floats, Ints, Slots


@dataclass(frozen=True, slots=True)
class Rows:
    """Counts by slot, one text after another: text i lies between `starts[i]` and the next."""

    starts: Ints
    slots: Slots
    counts: Floats


@dataclass(frozen=True, slots=True)
class Corpus:
    """Masked texts as the experts see them; `length` in characters."""

    views: Mapping[str, Rows]
    codes: Codes
    ends: Ints
    habits: Doubles
    length: Doubles


def prepare(texts: Sequence[str], common: frozenset[str]) -> Corpus:
    """Make masked texts ready; at least one."""
    seen = [features.symbols(text, common) for text in texts]
    scratch = kernels.scratch()
    views = {}
    for i, (name, lengths) in enumerate(features.VIEWS.items()):
        symbols = [view[name] for view in seen]
        views[name] = rows(symbols, lengths, scratch, i * len(texts))
    # The language model is not told how a text starts: it says so itself.
    spoken = [view["characters"][1:] for view in seen]
    length = np.array([len(text) for text in texts], dtype=float)
    return Corpus(views, np.concatenate(spoken), _ends(spoken), habits.table(texts), length)


def rows(
    texts: Sequence[Codes],
    lengths: tuple[int, int],
    scratch: tuple[Slots, Slots],
    first_mark: int = 0,
) -> Rows:
    """Count the runs of symbols of each text, by slot; `lengths` are the shortest and longest."""
    ends = _ends(texts)
    shortest, longest = lengths
    most = int(ends[-1]) * (longest - shortest + 1)
    slots, counts = np.empty(most, np.int32), np.empty(most, np.float32)
    starts = np.zeros(len(texts) + 1, np.int64)
    codes = np.concatenate(texts)
    size = kernels.runs(codes, ends, shortest, longest, slots, counts, starts, *scratch, first_mark)
    return Rows(starts, slots[:size].copy(), counts[:size].copy())


def joined(one: Corpus, other: Corpus) -> Corpus:
    """Put the texts of two corpora after one another."""
    views = {name: _rows_joined(rows, other.views[name]) for name, rows in one.views.items()}
    last = one.ends[-1] if len(one.ends) else 0
    return Corpus(
        views,
        np.concatenate([one.codes, other.codes]),
        np.concatenate([one.ends, other.ends + last]),
        np.vstack([one.habits, other.habits]),
        np.concatenate([one.length, other.length]),
    )


def _rows_joined(one: Rows, other: Rows) -> Rows:
    return Rows(
        np.concatenate([one.starts, other.starts[1:] + one.starts[-1]]),
        np.concatenate([one.slots, other.slots]),
        np.concatenate([one.counts, other.counts]),
    )


def _ends(texts: Sequence[Codes]) -> Ints:
    return np.cumsum([len(text) for text in texts], dtype=np.int64)
