"""The compiled way through a `Memory`: put a post into a story, take it out, join two stories."""

from math import sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.index import decrease, increase, weigh, weigh_anew
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.likeness import dot, fit, nearest, refit
from firsthand.listen.stories.memory import Ints, Longs, Memory
from firsthand.text.kernels import compiled

_POSTS, _OLDEST, _FREE, _NAMES, _JOINED = m.POSTS, m.OLDEST, m.FREE, m.NAMES, m.JOINED
_SPREAD, _FITTED_AT = m.SPREAD, m.FITTED_AT
JOIN = 0.25
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
def _new_story(memory: Memory) -> int:
    story = int(memory.at[_FREE])
    memory.at[_FREE] = memory.post[story]
    memory.post[story] = -1
    memory.size[story] = memory.changes[story] = 0
    memory.tried[story, 0] = -1
    memory.norm[story] = memory.mass[story] = 0.0
    memory.fits[story, _FITTED_AT] = memory.at[_POSTS] - memory.at[_OLDEST]
    memory.names[story] = memory.at[_NAMES]
    memory.at[_NAMES] += 1
    return story


@inner
def _close(memory: Memory, story: int) -> None:
    memory.size[story] = 0
    memory.post[story] = memory.at[_FREE]
    memory.at[_FREE] = story


@inner
def _chain(memory: Memory, place: int, story: int) -> None:
    latest = int(memory.post[story])
    memory.following[place] = latest
    memory.preceding[place] = -1
    if latest >= 0:
        memory.preceding[latest] = place
    memory.post[story] = place
    memory.story[place] = story


@inner
def _unchain(memory: Memory, place: int, story: int) -> None:
    after, before = int(memory.following[place]), int(memory.preceding[place])
    if after >= 0:
        memory.preceding[after] = before
    if before >= 0:
        memory.following[before] = after
    else:
        memory.post[story] = after
    memory.story[place] = -1


@inner
def _changed(memory: Memory, story: int) -> None:
    memory.changes[story] -= 1
    if memory.changes[story] <= 0:
        refit(memory, story)
    else:
        fit(memory, story)


@inner
def _put(memory: Memory, place: int, story: int) -> None:
    memory.mass[story] += sqrt(weigh(memory, place))
    for at in range(memory.terms_of[place]):
        increase(memory, int(memory.terms[place, at]), story, memory.told[at])
    _chain(memory, place, story)
    memory.size[story] += 1
    _changed(memory, story)


@inner
def _take(memory: Memory, place: int) -> None:
    """Take the post at a place out of its story; a story of no posts is closed."""
    story = int(memory.story[place])
    memory.mass[story] -= sqrt(weigh(memory, place))
    for at in range(memory.terms_of[place]):
        decrease(memory, int(memory.terms[place, at]), story, memory.told[at])
    _unchain(memory, place, story)
    memory.size[story] -= 1
    if memory.size[story] == 0:
        _close(memory, story)
    else:
        _changed(memory, story)


@inner
def _tell_joined(memory: Memory, part: int, whole: int) -> None:
    told = int(memory.at[_JOINED])
    if told < memory.joined.shape[0]:
        memory.joined[told, 0], memory.joined[told, 1] = memory.names[part], memory.names[whole]
        memory.at[_JOINED] = told + 1


@inner
def _join(memory: Memory, small: int, large: int) -> None:
    """Make two stories one; the small one's posts go over."""
    _tell_joined(memory, small, large)
    place = int(memory.post[small])
    while place >= 0:
        following = int(memory.following[place])
        weigh(memory, place)
        for at in range(memory.terms_of[place]):
            term = int(memory.terms[place, at])
            decrease(memory, term, small, memory.told[at])
            increase(memory, term, large, memory.told[at])
        _chain(memory, place, large)
        place = following
    memory.size[large] += memory.size[small]
    refit(memory, large)
    _close(memory, small)


@inner
def _join_if_alike(memory: Memory, a: int, b: int, strict: float) -> None:
    if memory.size[a] > memory.size[b]:
        a, b = b, a
    tried = memory.tried[a]
    grown = memory.size[a] * 4 >= tried[1] * 5 + 4
    if not grown and (tried[0] == b or memory.size[a] > SOME):
        return
    tried[0], tried[1] = b, memory.size[a]
    lengths = memory.norm[a] * memory.norm[b]
    if lengths > 0 and dot(memory, a, b) >= JOIN * strict * sqrt(lengths):
        _join(memory, a, b)


@inner
def _forget_oldest(memory: Memory) -> None:
    place = int(memory.at[_OLDEST] % memory.story.size)
    _take(memory, place)
    for at in range(memory.terms_of[place]):
        memory.words[memory.terms[place, at], _SPREAD] -= 1
    memory.at[_OLDEST] += 1


@inner
def _store(memory: Memory, row: Ints, count: int, repeats: int) -> int:
    window = memory.story.size
    if memory.at[_POSTS] - memory.at[_OLDEST] >= window:
        _forget_oldest(memory)
    place = int(memory.at[_POSTS] % window)
    for at in range(count):
        memory.terms[place, at] = row[at]
        memory.words[row[at], _SPREAD] += 1
    memory.terms_of[place] = count
    memory.repeats[place] = repeats
    memory.at[_POSTS] += 1
    weigh_anew(memory)
    return place


@inner
def _move(memory: Memory, place: int, story: int) -> None:
    now = int(memory.story[place])
    if now >= 0:
        if memory.size[now] == 1:
            _tell_joined(memory, now, story)
        _take(memory, place)
    _put(memory, place, story)


@inner
def _settle(memory: Memory, place: int, strict: float) -> None:
    """Find the story for a post, the nearest one if near enough, else one of its own."""
    story, score, second, next_score = nearest(memory, place, strict)
    now = int(memory.story[place])
    if story < 0 or score < 1:
        if now < 0 or memory.size[now] > 1:
            _move(memory, place, _new_story(memory))
        return
    if story != now:
        _move(memory, place, story)
    if second >= 0 and memory.size[second] > 0 and next_score >= BETWEEN:
        _join_if_alike(memory, story, second, strict)


@inner
def _follow(memory: Memory, place: int) -> bool:
    """Put a post into the story of the post it repeats, if that is still remembered."""
    number = int(memory.repeats[place])
    if number < memory.at[_OLDEST]:
        return False
    story = int(memory.story[number % memory.story.size])
    if memory.story[place] != story:
        _move(memory, place, story)
    return True


@inner
def _look_again(memory: Memory, number: int, most: int, strict: float) -> None:
    """Find a better story for a post, if its story has no more posts than `most`."""
    place = number % memory.story.size
    if not _follow(memory, place) and memory.size[memory.story[place]] <= most:
        _settle(memory, place, strict)


@compiled
def read(memory: Memory, rows: Ints, counts: Longs, repeats: Longs, strict: float) -> None:
    """Take in posts, one row of terms each.

    `repeats` holds the number of the post that each repeats, or -1. A post of a small
    story is looked at again somewhat later; a batch that is much of what is remembered
    as a whole, when it is complete.
    """
    start = int(memory.at[_POSTS])
    for post in range(counts.size):
        place = _store(memory, rows[post], counts[post], repeats[post])
        if not _follow(memory, place):
            _settle(memory, place, strict)
        if start + post - LAG >= memory.at[_OLDEST]:
            _look_again(memory, start + post - LAG, SMALL, strict)
    if counts.size * 4 > memory.at[_POSTS] - memory.at[_OLDEST]:
        for _ in range(LOOKS):
            for number in range(start, start + counts.size):
                _look_again(memory, number, memory.story.size, strict)


@compiled
def told(memory: Memory, start: int, names: Longs) -> None:
    """Write the names of the stories of the posts from number `start` on."""
    window = memory.story.size
    for post in range(names.size):
        names[post] = memory.names[memory.story[(start + post) % window]]
