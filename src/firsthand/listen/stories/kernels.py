"""The compiled way of a batch through a `Memory`: each post to its story."""

from math import sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.likeness import dot, nearest
from firsthand.listen.stories.membership import join, move, new_story, store
from firsthand.listen.stories.memory import Ints, Longs, Memory
from firsthand.text.kernels import compiled

_POSTS, _OLDEST, _NORM = m.POSTS, m.OLDEST, m.NORM
JOIN = 0.27
"""Cosine from which two stories are one."""
BETWEEN = 0.85
"""A post between two stories, nearer to the second than this part of its bar, has them compared."""
SOME = 3
"""A story of more posts than this is compared with others only as it grows."""
LAG = 256
"""After so many posts a post of a small story is looked at again."""
SMALL = 2
"""A story of so few posts may be one that found no better place."""
LOOKS = 2
"""How often the posts of a batch are looked at again, if it is much of what is remembered."""


@inner
def join_if_alike(memory: Memory, a: int, b: int, strict: float) -> None:
    """Make two stories one if their terms are alike enough; not tried again before they change."""
    if memory.size[a] > memory.size[b]:
        a, b = b, a
    tried = memory.tried[a]
    grown = memory.size[a] * 4 >= tried[1] * 5 + 4
    if not grown and (tried[0] == b or memory.size[a] > SOME):
        return
    tried[0], tried[1] = b, memory.size[a]
    lengths = memory.fits[a, _NORM] * memory.fits[b, _NORM]
    if lengths > 0 and dot(memory, a, b) >= JOIN * strict * sqrt(lengths):
        join(memory, a, b)


@inner
def _settle(memory: Memory, place: int, strict: float) -> None:
    """Find the story for a post, the nearest one if near enough, else one of its own."""
    story, score, second, next_score = nearest(memory, place, strict)
    now = int(memory.story[place])
    if story < 0 or score < 1:
        if now < 0 or memory.size[now] > 1:
            move(memory, place, new_story(memory))
        return
    if story != now:
        move(memory, place, story)
    if second >= 0 and memory.size[second] > 0 and next_score >= BETWEEN:
        join_if_alike(memory, story, second, strict)


@inner
def _follow(memory: Memory, place: int) -> bool:
    """Put a post into the story of the post it repeats, if that is still remembered."""
    number = int(memory.repeats[place])
    if number < memory.at[_OLDEST]:
        return False
    story = int(memory.story[number % memory.story.size])
    if memory.story[place] != story:
        move(memory, place, story)
    return True


@inner
def look_again(memory: Memory, number: int, most: int, strict: float) -> None:
    """Find a better story for a post, if its story has no more posts than `most`."""
    place = number % memory.story.size
    if not _follow(memory, place) and memory.size[memory.story[place]] <= most:
        _settle(memory, place, strict)


@inner
def settle_anew(memory: Memory, start: int, strict: float, later: float) -> None:
    """Look again at all posts from a number on, then once more at those of small stories."""
    for _ in range(LOOKS):
        for number in range(start, memory.at[_POSTS]):
            look_again(memory, number, memory.story.size, strict)
    for number in range(start, memory.at[_POSTS]):
        look_again(memory, number, SMALL, strict * later)


@compiled
def read(
    memory: Memory, rows: Ints, counts: Longs, repeats: Longs, strict: float, later: float
) -> None:
    """Take in posts, one row of terms each.

    `repeats` holds the number of the post that each repeats, or -1. A post of a small
    story is looked at again somewhat later; a batch that is much of what is remembered
    as a whole, when it is complete. `strict` and `later` as in `Stories`.
    """
    start = int(memory.at[_POSTS])
    for post in range(counts.size):
        place = store(memory, rows[post], counts[post], repeats[post])
        if not _follow(memory, place):
            _settle(memory, place, strict)
        if start + post - LAG >= memory.at[_OLDEST]:
            look_again(memory, start + post - LAG, SMALL, strict * later)
    if counts.size * 4 > memory.at[_POSTS] - memory.at[_OLDEST]:
        settle_anew(memory, start, strict, later)


@compiled
def told(memory: Memory, start: int, names: Longs) -> None:
    """Write the names of the stories of the posts from number `start` on."""
    window = memory.story.size
    for post in range(names.size):
        names[post] = memory.names[memory.story[(start + post) % window]]
