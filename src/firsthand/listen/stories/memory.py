"""What is remembered of a window of posts: their terms, their stories, how often each term occurs.

Everything lies in arrays whose size is settled once. Posts are a ring; what leaves
it leaves no trace.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from firsthand.listen.stories.terms import MOST, VOCABULARY
from firsthand.text.aligned import zeros

SLOTS = 7
"""Stories remembered of each term, those where it occurs most: by them a post finds its story."""
COUNTS, TURN, SPREAD = SLOTS, 2 * SLOTS, 2 * SLOTS + 1
"""Columns of a term after its stories (counted from 1; 0 is none): in how many posts of each, where
to look first for one to give up, and in how many posts of the window the term is."""
KNOWN_POWERS = 1 << 10
"""Powers kept ready, for terms in fewer posts of a story than this."""
DAMPING = 0.87
"""Power to which it counts in how many posts of a story a term is."""
FIRST_NOISE = 0.05
"""Cosine with a story that has nothing to do with a post, as long as nothing is known."""
FOUND = SLOTS * MOST
UNKNOWN = -1.0
"""A weight that nobody has asked for since it changed."""

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Array = npt.NDArray[Any]

POSTS, OLDEST, FREE, NAMES, JOINED, WEIGHED = range(6)
"""The columns of `at`: posts taken in ever, the oldest one kept, the head of the free stories
(chained by `post`), names given so far, rows used of `joined`, posts for which the weights were
computed."""
VOTES, INVERSE, COHERENCE, EASE, NORM, MASS, FITTED_AT = range(7)
"""The columns of `fits`: the dot product with the post at hand, else 0; the inverse length of the
story's weighted terms and what makes its bar, which follow from the squared length, the summed
lengths of its posts and their number; the posts in the window when these were last computed
from its posts."""
COLUMNS = 8
"""Those of `fits`, and one more: a story's are one line of a processor's memory, as are a term's."""


class Memory(NamedTuple):
    """The arrays. A post's place is its number modulo the window; a story's is its slot."""

    at: Longs
    noise: Floats  # how alike a post and a story that has nothing to do with it are; looks so far
    words: Ints  # by term: its stories, their counts, its turn, its spread
    weights: Floats  # by how many posts have a term: the square of its weight, or UNKNOWN
    powers: Floats  # by how many posts of a story have a term: what that counts
    terms: Ints  # by post: its terms
    terms_of: Ints  # by post: how many terms
    repeats: Longs  # by post: the number of the post that it repeats, or -1
    story: Ints  # by post: its story's slot
    following: Ints  # by post: the next of its story
    preceding: Ints
    size: Ints  # by story: its posts
    post: Ints  # by story: its latest post
    names: Longs  # by story: the name it goes by
    fits: Floats  # by story: its length, and what it takes to belong to it
    changes: Ints  # by story: changes until norm and mass are to be computed anew
    tried: Ints  # by story: the story it was last found unlike, and its own size then
    found: Ints  # scratch: stories found
    told: Floats  # scratch: the weights of the terms of the post at hand
    joined: Longs  # names of stories that became part of others, since last asked


def empty(window: int) -> Memory:
    """Give the memory of a window of so many posts."""

    def ints(*shape: int, fill: int = 0) -> Ints:
        return np.full(shape, fill, np.int32)

    memory = Memory(
        at=np.zeros(6, np.int64), noise=np.array([FIRST_NOISE, 0.0]),
        words=zeros((VOCABULARY, SPREAD + 1), np.int32), weights=np.full(window + 1, UNKNOWN), powers=np.arange(KNOWN_POWERS, dtype=np.float64) ** DAMPING,
        terms=ints(window, MOST), terms_of=ints(window), repeats=np.full(window, -1, np.int64),
        story=ints(window, fill=-1), following=ints(window), preceding=ints(window),
        size=ints(window), post=ints(window), names=np.zeros(window, np.int64),
        fits=zeros((window, COLUMNS), np.float64), changes=ints(window), tried=ints(window, 2, fill=-1),
        found=ints(FOUND), told=np.zeros(MOST),
        joined=np.zeros((window * 4, 2), np.int64),
    )  # fmt: skip
    memory.post[:] = np.arange(1, window + 1)
    memory.post[-1] = -1
    return memory


_NO_WINDOW = ("at", "noise", "words")
_SCRATCH = ("weights", "powers", "found", "told", "joined")


def pack(memory: Memory) -> dict[str, memoryview]:
    """Give the bytes of the arrays as they are to be stored; of the terms, those that occur.

    Places and slots are given out in their order: what has never been used is not stored.
    """
    used = min(int(memory.at[POSTS]), len(memory.names))
    stored = {name: array for name, array in memory._asdict().items() if name not in _SCRATCH}
    stored |= {name: array[:used] for name, array in stored.items() if name not in _NO_WINDOW}
    stored["words_at"] = np.flatnonzero(memory.words[:, SPREAD])
    stored["words"] = memory.words[stored["words_at"]]
    return {name: memoryview(array.reshape(-1).view(np.uint8)) for name, array in stored.items()}


def unpack(stored: Mapping[str, memoryview], window: int) -> Memory:
    """Give the memory of a window that was packed."""
    memory = empty(window)
    for name, array in memory._asdict().items():
        if name in _SCRATCH:
            continue
        saved = np.frombuffer(stored[name], array.dtype).reshape(-1, *array.shape[1:])
        if name == "words":
            array[np.frombuffer(stored["words_at"], np.int64)] = saved
        else:
            array[: len(saved)] = saved
    return memory
