"""Putting posts into stories and taking them out, making two stories one, moving the window on."""

from math import sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.index import decrease, increase, weigh, weigh_anew
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.likeness import fit, refit
from firsthand.listen.stories.memory import Ints, Memory

_POSTS, _OLDEST, _FREE, _NAMES, _JOINED = m.POSTS, m.OLDEST, m.FREE, m.NAMES, m.JOINED
_SPREAD, _NORM, _MASS, _FITTED_AT = m.SPREAD, m.NORM, m.MASS, m.FITTED_AT


@inner
def new_story(memory: Memory) -> int:
    """Open a story without posts, with a new name."""
    story = int(memory.at[_FREE])
    memory.at[_FREE] = memory.post[story]
    memory.post[story] = -1
    # Its first post makes its length as exactly as computing it anew would.
    memory.size[story], memory.changes[story] = 0, 2
    memory.tried[story, 0] = memory.tried[story, 1] = -1
    memory.fits[story, _NORM] = memory.fits[story, _MASS] = 0.0
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
def put(memory: Memory, place: int, story: int) -> None:
    """Put the post at a place into a story."""
    memory.fits[story, _MASS] += sqrt(weigh(memory, place))
    for at in range(memory.terms_of[place]):
        increase(memory, int(memory.terms[place, at]), story, memory.told[at])
    _chain(memory, place, story)
    memory.size[story] += 1
    _changed(memory, story)


@inner
def _take(memory: Memory, place: int) -> None:
    """Take the post at a place out of its story; a story of no posts is closed."""
    story = int(memory.story[place])
    memory.fits[story, _MASS] -= sqrt(weigh(memory, place))
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
def join(memory: Memory, small: int, large: int) -> None:
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
def _forget_oldest(memory: Memory) -> None:
    place = int(memory.at[_OLDEST] % memory.story.size)
    _take(memory, place)
    for at in range(memory.terms_of[place]):
        memory.words[memory.terms[place, at], _SPREAD] -= 1
    memory.at[_OLDEST] += 1


@inner
def store(memory: Memory, row: Ints, count: int, repeats: int) -> int:
    """Take in the terms of a post, which has no story yet; give its place."""
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
def move(memory: Memory, place: int, story: int) -> None:
    """Put the post at a place into a story, out of the one that it is in."""
    now = int(memory.story[place])
    if now >= 0:
        if memory.size[now] == 1:
            _tell_joined(memory, now, story)
        _take(memory, place)
    put(memory, place, story)
