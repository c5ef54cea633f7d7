"""Which stories a term occurs in, and how often: a few stories for each term, in one line of memory.

A term gives up the story where it occurs least when one more comes; so a common word
remembers the stories that it is typical of, and churns in its last place only.
"""

from math import exp, log, sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.memory import Memory

_SLOTS, _COUNTS, _TURN, _SPREAD = m.SLOTS, m.COUNTS, m.TURN, m.SPREAD
_DAMPING = m.DAMPING
_POSTS, _OLDEST, _WEIGHED = m.POSTS, m.OLDEST, m.WEIGHED
_INVERSE, _NORM, _UNKNOWN = m.INVERSE, m.NORM, m.UNKNOWN
SHARPNESS = 2.3
"""Power of the inverse document frequency in a dot product; 2 is the cosine of the textbooks."""


@inner
def _weight(posts: int, spread: int) -> float:
    # Between two reckonings a term may be in more posts than there were at the last.
    rarity = max(1.001, (posts + 2.0) / (spread + 0.5))
    return exp(SHARPNESS * log(log(rarity)))


@inner
def weigh_anew(memory: Memory) -> None:
    """Let the weights be computed again when the window has grown by a hundredth since."""
    posts = int(memory.at[_POSTS] - memory.at[_OLDEST])
    if abs(posts - memory.at[_WEIGHED]) * 100 > posts:
        memory.at[_WEIGHED] = posts
        for spread in range(posts + 1):
            memory.weights[spread] = _UNKNOWN


@inner
def weight(memory: Memory, term: int) -> float:
    """Give what a shared term counts, by its inverse document frequency in the window."""
    spread = int(memory.words[term, _SPREAD])
    known = memory.weights[spread]
    if known == _UNKNOWN:
        known = memory.weights[spread] = _weight(memory.at[_WEIGHED], spread)
    return float(known)


@inner
def weigh(memory: Memory, place: int) -> float:
    """Write the weights of a post's terms to `told`; give their sum, its squared length."""
    total = 0.0
    for at in range(memory.terms_of[place]):
        memory.told[at] = weight(memory, int(memory.terms[place, at]))
        total += memory.told[at]
    return total


@inner
def power(memory: Memory, count: int) -> float:
    """Give what it counts that so many posts of a story have a term."""
    if count < memory.powers.size:
        return float(memory.powers[count])
    return exp(_DAMPING * log(float(count)))


@inner
def count_of(memory: Memory, term: int, story: int) -> int:
    """Give how many posts of a story have a term, as far as is remembered."""
    word = memory.words[term]
    for slot in range(_SLOTS):
        if word[slot] == story + 1:
            return int(word[_COUNTS + slot])
    return 0


@inner
def _slot_of(memory: Memory, term: int, story: int) -> int:
    """Give the slot of a story at a term, or -1."""
    word, found = memory.words[term], -1
    for slot in range(_SLOTS):
        found = slot if word[slot] == story + 1 else found
    return found


@inner
def _slot_to_take(memory: Memory, term: int) -> int:
    """Give a free slot, else that of the story to give up: where the term occurs least."""
    word, least, found = memory.words[term], 1 << 30, 0
    slot = int(word[_TURN])
    for _ in range(_SLOTS):
        held = int(word[_COUNTS + slot])
        better = (held < least) | (held == 0)
        least, found = (held, slot) if better else (least, found)
        slot = slot + 1 if slot + 1 < _SLOTS else 0
    return found


@inner
def _grow(memory: Memory, story: int, by: float) -> None:
    memory.fits[story, _NORM] = max(0.0, memory.fits[story, _NORM] + by)


@inner
def increase(memory: Memory, term: int, story: int, told: float) -> None:
    """Count one more post of a story that has a term of this weight."""
    word, slot = memory.words[term], _slot_of(memory, term, story)
    if slot < 0:
        slot = _slot_to_take(memory, term)
        if word[slot] != 0:
            _give_up(memory, int(word[slot]) - 1, told * power(memory, word[_COUNTS + slot]) ** 2)
            word[_TURN] = (word[_TURN] + 1) % _SLOTS
        word[slot], word[_COUNTS + slot] = story + 1, 0
    before, after = power(memory, word[_COUNTS + slot]), power(memory, word[_COUNTS + slot] + 1)
    word[_COUNTS + slot] += 1
    _grow(memory, story, told * (after * after - before * before))


@inner
def _give_up(memory: Memory, story: int, by: float) -> None:
    _grow(memory, story, -by)
    fits = memory.fits[story]
    if fits[_NORM] > 0:
        fits[_INVERSE] = 1 / sqrt(fits[_NORM])


@inner
def decrease(memory: Memory, term: int, story: int, told: float) -> None:
    """Count one post less, if the term remembers the story."""
    word, slot = memory.words[term], _slot_of(memory, term, story)
    if slot >= 0:
        before = power(memory, word[_COUNTS + slot])
        after = power(memory, word[_COUNTS + slot] - 1)
        word[_COUNTS + slot] -= 1
        if word[_COUNTS + slot] == 0:
            word[slot] = 0
        _grow(memory, story, told * (after * after - before * before))
