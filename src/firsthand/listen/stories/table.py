"""How often a term occurs in a story: one open-addressed hash table for all stories.

Term, story and count share one number, so that a look-up touches one place of
memory. Removal shifts what follows back (Knuth, volume 3, 6.4, algorithm R).
"""

from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.memory import PAIRS, Memory

TERM_BITS, STORY_BITS, COUNT_BITS = 20, 21, 21
"""A million terms, two million stories, two million posts a story; 62 bits in all."""

_COUNT_MASK = (1 << COUNT_BITS) - 1


@inner
def _key(term: int, story: int) -> int:
    return (term << STORY_BITS | story) << COUNT_BITS


@inner
def _home(key: int, mask: int) -> int:
    value = (key >> COUNT_BITS) * 0x5851F42D4C957F2D
    return ((value >> 29) ^ (value >> 43)) & mask


@inner
def _find(memory: Memory, key: int) -> int:
    """Give the place of a key, or of the gap where it would go."""
    pairs = memory.pairs
    mask = pairs.size - 1
    at = _home(key, mask)
    while pairs[at] != 0 and (pairs[at] ^ key) >> COUNT_BITS != 0:
        at = (at + 1) & mask
    return at


@inner
def count_of(memory: Memory, term: int, story: int) -> int:
    """Give how many posts of a story have a term."""
    return int(memory.pairs[_find(memory, _key(term, story))]) & _COUNT_MASK


@inner
def increase(memory: Memory, term: int, story: int, by: int) -> int:
    """Count posts of a story that have a term; give how many there were before."""
    key = _key(term, story)
    at = _find(memory, key)
    before = int(memory.pairs[at]) & _COUNT_MASK
    if before == 0:
        memory.at[PAIRS] += 1
    memory.pairs[at] = key | (before + by)
    return before


@inner
def decrease(memory: Memory, term: int, story: int) -> int:
    """Count one post less; give how many there were before."""
    at = _find(memory, _key(term, story))
    before = int(memory.pairs[at]) & _COUNT_MASK
    if before > 1:
        memory.pairs[at] -= 1
    elif before == 1:
        memory.at[PAIRS] -= 1
        _remove(memory, at)
    return before


@inner
def _remove(memory: Memory, gap: int) -> None:
    pairs = memory.pairs
    mask = pairs.size - 1
    at = gap
    while True:
        at = (at + 1) & mask
        if pairs[at] == 0:
            break
        home = _home(pairs[at], mask)
        if ((at - home) & mask) >= ((at - gap) & mask):
            pairs[gap] = pairs[at]
            gap = at
    pairs[gap] = 0
