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
_INVERSE = m.INVERSE
SHARPNESS = 2.3
"""Power of the inverse document frequency in a dot product; 2 is the cosine of the textbooks."""


@inner
def _weight(posts: int, spread: int) -> float:
    # Between two reckonings a term may be in more posts than there were at the last.
    rarity = max(1.001, (posts + 2.0) / (spread + 0.5))
    return exp(SHARPNESS * log(log(rarity)))


@inner
def weigh_anew(memory: Memory) -> None:
    """Compute the weights again when the window has grown by a hundredth since."""
    posts = int(memory.at[_POSTS] - memory.at[_OLDEST])
    if abs(posts - memory.at[_WEIGHED]) * 100 > posts:
        memory.at[_WEIGHED] = posts
        for spread in range(min(memory.weights.size, posts + 1)):
            memory.weights[spread] = _weight(posts, spread)


@inner
def weight(memory: Memory, term: int) -> float:
    """Give what a shared term counts, by its inverse document frequency in the window."""
    spread = int(memory.words[term, _SPREAD])
    if spread < memory.weights.size:
        return float(memory.weights[spread])
    return _weight(memory.at[_WEIGHED], spread)


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
def _slot_for(memory: Memory, term: int, story: int) -> int:
    """Give the slot of a story at a term, else a free one, else that of the story to give up."""
    word = memory.words[term]
    free, least, scarce = -1, 1 << 30, 0
    for turn in range(_SLOTS):
        slot = (turn + word[_TURN]) % _SLOTS
        if word[slot] == story + 1:
            return int(slot)
        if word[slot] == 0:
            free = slot
        elif word[_COUNTS + slot] < least:
            least, scarce = word[_COUNTS + slot], slot
    return int(free if free >= 0 else scarce)


@inner
def _grow(memory: Memory, story: int, by: float) -> None:
    memory.norm[story] = max(0.0, memory.norm[story] + by)


@inner
def increase(memory: Memory, term: int, story: int, told: float) -> None:
    """Count one more post of a story that has a term of this weight."""
    slot = _slot_for(memory, term, story)
    word = memory.words[term]
    if word[slot] != story + 1:
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
    if memory.norm[story] > 0:
        memory.fits[story, _INVERSE] = 1 / sqrt(memory.norm[story])


@inner
def decrease(memory: Memory, term: int, story: int, told: float) -> None:
    """Count one post less, if the term remembers the story."""
    word = memory.words[term]
    for slot in range(_SLOTS):
        if word[slot] == story + 1:
            before = power(memory, word[_COUNTS + slot])
            after = power(memory, word[_COUNTS + slot] - 1)
            word[_COUNTS + slot] -= 1
            if word[_COUNTS + slot] == 0:
                word[slot] = 0
            _grow(memory, story, told * (after * after - before * before))
            return
