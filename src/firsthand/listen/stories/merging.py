"""Making one memory of two: the posts and stories of the second come after those of the first."""

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.kernels import BETWEEN, join_if_alike, settle_anew
from firsthand.listen.stories.likeness import nearest
from firsthand.listen.stories.membership import join, new_story, put, store
from firsthand.listen.stories.memory import Longs, Memory
from firsthand.text.kernels import compiled

_POSTS, _OLDEST = m.POSTS, m.OLDEST


@compiled
def absorb(
    memory: Memory, other: Memory, bound: Longs, given: Longs, strict: float, later: float
) -> None:
    """Take in all that another memory holds.

    `bound` holds pairs of posts that share a key, one's own first, by their numbers
    in the two memories; `given` is room for two numbers a story of the other, -1 each.
    """
    start = int(memory.at[_POSTS])
    shift = start - int(other.at[_OLDEST])
    for number in range(other.at[_OLDEST], other.at[_POSTS]):
        _copy(memory, other, number, shift, given)
    for pair in range(bound.shape[0]):
        _bind(memory, int(bound[pair, 0]), int(bound[pair, 1]) + shift)
    for number in range(max(start, int(memory.at[_OLDEST])), memory.at[_POSTS]):
        _compare(memory, number % memory.story.size, strict)
    settle_anew(memory, int(memory.at[_OLDEST]), strict, later)


@inner
def _copy(memory: Memory, other: Memory, number: int, shift: int, given: Longs) -> None:
    """Take in one post, into a story of its own for each story of the other memory."""
    theirs = number % other.story.size
    repeats = int(other.repeats[theirs])
    repeats = repeats + shift if repeats >= other.at[_OLDEST] else -1
    place = store(memory, other.terms[theirs], int(other.terms_of[theirs]), repeats)
    story = int(other.story[theirs])
    slot = int(given[story, 0])
    # A story that came over may have left the window since, and its slot be another's now.
    if slot < 0 or memory.size[slot] == 0 or memory.names[slot] != given[story, 1]:
        slot = new_story(memory)
        given[story, 0], given[story, 1] = slot, memory.names[slot]
    put(memory, place, slot)


@inner
def _bind(memory: Memory, mine: int, theirs: int) -> None:
    """Let a post, or the first one that it repeats, repeat a post of one's own."""
    window = memory.story.size
    if min(mine, theirs) < memory.at[_OLDEST]:
        return
    while memory.repeats[theirs % window] >= memory.at[_OLDEST]:
        theirs = memory.repeats[theirs % window]
    if theirs > mine:
        memory.repeats[theirs % window] = mine
    _unite(memory, int(memory.story[mine % window]), int(memory.story[theirs % window]))


@inner
def _unite(memory: Memory, a: int, b: int) -> None:
    if memory.size[a] > memory.size[b]:
        a, b = b, a
    if a != b:
        join(memory, a, b)


@inner
def _compare(memory: Memory, place: int, strict: float) -> None:
    """Make the story of a post one with another that the post is near, if the two are alike."""
    best, likeness, second, next_likeness = nearest(memory, place, strict)
    own = int(memory.story[place])
    if best == own:
        best, likeness = second, next_likeness
    if best >= 0 and likeness >= BETWEEN:
        join_if_alike(memory, own, best, strict)
