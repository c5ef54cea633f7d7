"""What is remembered of a window of posts: their terms, their stories, how often each term occurs.

Everything lies in arrays whose size is settled once. Posts are a ring; what leaves
it leaves no trace but stale places in `latest`, which do no harm.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from firsthand.listen.stories.terms import MOST, VOCABULARY

LATEST = 14
"""Posts remembered of each term, the latest ones: through them a post finds its story."""
TURN, SPREAD = LATEST, LATEST + 1
"""Columns of a term after its latest posts: where the next is written, and in how many it is.

Sixteen numbers of four bytes are one line of a processor's memory.
"""
KNOWN_WEIGHTS = 1 << 12
"""Weights kept ready, for terms in fewer posts than this."""
PAIRS_A_POST = 16
"""Room in the table of terms and stories, for each post of the window."""
FOUND = LATEST * MOST

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Array = npt.NDArray[Any]

POSTS, OLDEST, FREE, NAMES, JOINED, PAIRS, WEIGHED = range(7)
"""The columns of `at`: posts taken in ever, the oldest one kept, the head of the free stories
(chained by `post`), names given so far, rows used of `joined`, pairs in the table, posts for which
the weights were computed."""


class Memory(NamedTuple):
    """The arrays. A post's place is its number modulo the window; a story's is its slot."""

    at: Longs
    words: Ints  # by term: a ring of places, its turn, and the posts of the window that have it
    weights: Floats  # by how many posts have a term: the square of its weight
    pairs: Longs  # hash table: term, story and count in one number; see `table`
    terms: Ints  # by post: its terms, the rarest first
    terms_of: Ints  # by post: how many terms
    story: Ints  # by post: its story's slot
    following: Ints  # by post: the next of its story
    preceding: Ints
    size: Ints  # by story: its posts
    post: Ints  # by story: its latest post
    names: Longs  # by story: the name it goes by
    norm: Floats  # by story: squared length of its weighted terms
    mass: Floats  # by story: summed lengths of its posts
    fitted: Ints  # by story: changes until norm and mass are to be computed anew
    tried: Ints  # by story: the story it was last found unlike, and its own size then
    votes: Floats  # scratch, by story: weight of the terms shared
    found: Ints  # scratch: stories found
    shared: Floats  # scratch: by story found, the votes
    told: Floats  # scratch: the weights of the terms of the post at hand
    joined: Longs  # names of stories that became part of others, since last asked


def empty(window: int) -> Memory:
    """Give the memory of a window of so many posts."""

    def ints(*shape: int, fill: int = 0) -> Ints:
        return np.full(shape, fill, np.int32)

    memory = Memory(
        at=np.zeros(7, np.int64), words=ints(VOCABULARY, SPREAD + 1, fill=-1),
        weights=np.zeros(KNOWN_WEIGHTS),
        pairs=np.zeros(1 << (window * PAIRS_A_POST - 1).bit_length(), np.int64),
        terms=ints(window, MOST), terms_of=ints(window), story=ints(window, fill=-1),
        following=ints(window), preceding=ints(window), size=ints(window), post=ints(window),
        names=np.zeros(window, np.int64), norm=np.zeros(window), mass=np.zeros(window), fitted=ints(window), tried=ints(window, 2, fill=-1),
        votes=np.zeros(window), found=ints(FOUND), shared=np.zeros(FOUND),
        told=np.zeros(MOST), joined=np.zeros((window, 2), np.int64),
    )  # fmt: skip
    memory.words[:, TURN:] = 0
    memory.post[:] = np.arange(1, window + 1)
    memory.post[-1] = -1
    return memory


_SPARSE = ("words", "pairs")
_SCRATCH = ("votes", "found", "shared", "told", "joined")


def pack(memory: Memory) -> dict[str, Array]:
    """Give the arrays as they are to be stored; long and mostly empty ones by what they hold."""
    stored: dict[str, Array] = {}
    for name, array in memory._asdict().items():
        if name in _SPARSE:
            held = np.flatnonzero(array[:, TURN:].any(axis=1) if array.ndim > 1 else array)
            stored[f"{name}_at"], stored[name] = held, array[held]
        elif name not in _SCRATCH:
            stored[name] = array
    return stored


def unpack(stored: Mapping[str, Array]) -> Memory:
    """Give the memory that was packed."""
    memory = empty(stored["story"].size)
    for name, array in memory._asdict().items():
        if f"{name}_at" in stored:
            array[stored[f"{name}_at"]] = stored[name]
        elif name not in _SCRATCH:
            array[...] = stored[name]
    return memory
