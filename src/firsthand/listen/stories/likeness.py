"""How alike a post and a story are, and how alike they must be for the post to belong."""

from math import log, sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.index import count_of, power, weigh, weight
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.memory import Memory

_SLOTS, _COUNTS = m.SLOTS, m.COUNTS
_POSTS, _OLDEST = m.POSTS, m.OLDEST
_VOTES, _NORM, _MASS, _FITTED_AT = m.VOTES, m.NORM, m.MASS, m.FITTED_AT
_INVERSE, _COHERENCE, _EASE = m.INVERSE, m.COHERENCE, m.EASE
LEAST, NOISE, COHERENCE = 0.06, 0.5, 0.17
"""Cosine from which a post belongs to a story: a constant, a part of the cosine of posts with
stories that have nothing to do with them, and what is added for a story whose posts are all alike."""
EASE, EASIEST = 0.08, 0.4
"""How much less likeness a large story asks for, by the logarithm of its posts; and the least."""
SAMPLE = 8
"""Posts by which a story's length is computed, and two stories compared, at most."""
MEMORY = 2000
"""Posts over which the noise is averaged."""
NOISELESS = 50
"""Posts for which it stays near its first value, which stands in the empty memory."""


@inner
def _eased(size: int) -> float:
    return max(EASIEST, 1 - EASE * log(max(1.0, float(size))))


@inner
def _coherence(norm: float, mass: float) -> float:
    """Give how alike the posts of a story are: the part of their lengths that its length keeps."""
    return COHERENCE * min(1.0, sqrt(max(norm, 0.0)) / mass) if mass > 0 else COHERENCE


@inner
def fit(memory: Memory, story: int) -> None:
    """Bring up to date what follows from a story's norm, mass and size."""
    fits = memory.fits[story]
    fits[_INVERSE] = 1 / sqrt(fits[_NORM]) if fits[_NORM] > 1e-9 else 0.0
    fits[_COHERENCE] = _coherence(fits[_NORM], fits[_MASS])
    fits[_EASE] = _eased(memory.size[story])


@inner
def refit(memory: Memory, story: int) -> None:
    """Compute a story's norm and mass from its posts, as weights drift."""
    memory.fits[story, _NORM] = dot(memory, story, story)
    memory.changes[story] = 1 + memory.size[story] // 2
    memory.fits[story, _FITTED_AT] = memory.at[_POSTS] - memory.at[_OLDEST]
    fit(memory, story)


@inner
def dot(memory: Memory, a: int, b: int) -> float:
    """Give the dot product of two stories, by way of the posts of the first; fit its mass."""
    total, seen, mass = 0.0, 0, 0.0
    place = int(memory.post[a])
    while place >= 0 and seen < SAMPLE:
        length = 0.0
        for at in range(memory.terms_of[place]):
            term = int(memory.terms[place, at])
            told, own = weight(memory, term), count_of(memory, term, a)
            length += told
            if own > 0:
                other = own if a == b else count_of(memory, term, b)
                # Each of the `own` posts comes by here with this term.
                total += told * (power(memory, own) * power(memory, other) / own)
        mass += sqrt(length)
        seen += 1
        place = int(memory.following[place])
    if seen == 0:
        return 0.0
    memory.fits[a, _MASS] = mass * memory.size[a] / seen
    return total * int(memory.size[a]) / seen


@inner
def vote(memory: Memory, place: int) -> tuple[int, float]:
    """Sum up the dot products of a post with the stories its terms remember, its own without it.

    Gives how many stories are in `found`, some more than once, and by how much the
    squared length of its own is less without it. The weights of its terms are in `told`.
    """
    words, votes, found = memory.words, memory.fits, memory.found
    count, less, own = 0, 0.0, int(memory.story[place])
    for at in range(memory.terms_of[place]):
        word, told = words[memory.terms[place, at]], memory.told[at]
        for slot in range(_SLOTS):
            story, posts = int(word[slot]) - 1, int(word[_COUNTS + slot])
            if story < 0:
                continue
            if story == own:
                posts -= 1
                with_it, without = power(memory, posts + 1), power(memory, posts)
                less += told * (with_it * with_it - without * without)
                if posts == 0:
                    continue
            # Noted each time, not the first only: nothing then waits for the votes to be fetched.
            found[count] = story
            count += 1
            votes[story, _VOTES] += told * power(memory, posts)
    return count, less


@inner
def _likeness(memory: Memory, story: int, own: int, less: float, bar: float) -> tuple[float, float]:
    """Give the dot product of the post at hand and a story over the story's length, and its bar.

    The post's own story counts without it: its squared length is so much less.
    """
    fits = memory.fits[story]
    if story != own:
        return fits[_VOTES] * fits[_INVERSE], (bar + fits[_COHERENCE]) * fits[_EASE]
    norm = fits[_NORM] - less
    if norm <= 1e-9:
        return 0.0, 1.0
    needed = (bar + _coherence(norm, fits[_MASS])) * _eased(memory.size[story] - 1)
    return fits[_VOTES] / sqrt(norm), needed


@inner
def _aged(memory: Memory, story: int) -> bool:
    """Say whether the window has grown by a seventh since the story's length was computed.

    Its terms weigh more since, so that it seems more alike than it is.
    """
    return bool(memory.fits[story, _FITTED_AT] * 8 < (memory.at[_POSTS] - memory.at[_OLDEST]) * 7)


@inner
def _hear_noise(memory: Memory, cosine: float) -> None:
    """Average how alike a post is to the third story, which its own has nothing to do with."""
    memory.noise[1] = min(memory.noise[1] + 1, MEMORY)
    memory.noise[0] += (cosine - memory.noise[0]) / (memory.noise[1] + NOISELESS)


@inner
def nearest(memory: Memory, place: int, strict: float) -> tuple[int, float, int, float]:
    """Give the story most like a post, how much as a multiple of its bar, and the second."""
    length = sqrt(weigh(memory, place)) * strict
    (count, less), bar = vote(memory, place), LEAST + NOISE * memory.noise[0]
    own = int(memory.story[place])
    best, top, second, next_top = -1, 0.0, -1, 0.0
    first, other, third = 0.0, 0.0, 0.0
    for which in range(count):
        story = int(memory.found[which])
        product, needed = _likeness(memory, story, own, less, bar)
        if product > next_top * needed * length:
            if _aged(memory, story):
                refit(memory, story)
                product, needed = _likeness(memory, story, own, less, bar)
            score = product / (needed * length)
            if score > top:
                second, next_top, best, top = best, top, story, score
            elif score > next_top:
                second, next_top = story, score
        memory.fits[story, _VOTES] = 0.0
        if product > third:
            third = max(third, min(other, product))
            other = max(other, min(first, product))
            first = max(first, product)
    _hear_noise(memory, third * strict / length if length > 0 else 0.0)
    return best, top, second, next_top
