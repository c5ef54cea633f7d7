"""The compiled way through a `Memory`: put a post into a story, take it out, join two stories.

A post is compared with the stories of the latest posts that share its terms, by the
cosine of their terms weighted by inverse document frequency in the window.
"""

from math import log, sqrt

from firsthand.listen.stories import memory as m
from firsthand.listen.stories.inner import inner
from firsthand.listen.stories.memory import Floats, Ints, Longs, Memory
from firsthand.listen.stories.table import count_of, decrease, increase
from firsthand.text.kernels import compiled

_POSTS, _OLDEST, _FREE, _NAMES, _JOINED = m.POSTS, m.OLDEST, m.FREE, m.NAMES, m.JOINED
_PAIRS, _WEIGHED = m.PAIRS, m.WEIGHED
_LATEST, _TURN, _SPREAD = m.LATEST, m.TURN, m.SPREAD
BETWEEN = 0.7
"""A post between two stories, nearer to the second than this part of its bar, has them compared."""
EASE, EASIEST = 0.08, 0.5
"""How much less likeness a large story asks for, by the logarithm of its posts; and the least."""
SMALL = 2
"""A story of so few posts may be one that found no better place."""
SAMPLE = 32
"""Posts by which two stories are compared, and a story's length computed, at most."""


@inner
def _weight(posts: int, spread: int) -> float:
    """Give the square of an inverse document frequency."""
    told = log((posts + 1.0) / (spread + 0.5))
    return told * told


@inner
def weight(memory: Memory, term: int) -> float:
    """Give the square of a term's inverse document frequency in the window."""
    spread = int(memory.words[term, _SPREAD])
    if spread < memory.weights.size:
        return float(memory.weights[spread])
    return _weight(memory.at[_WEIGHED], spread)


@inner
def _weigh_anew(memory: Memory) -> None:
    """Compute the weights again when the window has grown by a hundredth since."""
    posts = int(memory.at[_POSTS] - memory.at[_OLDEST])
    if abs(posts - memory.at[_WEIGHED]) * 100 > posts:
        memory.at[_WEIGHED] = posts
        for spread in range(memory.weights.size):
            memory.weights[spread] = _weight(posts, spread)


@inner
def _weigh(memory: Memory, place: int) -> float:
    """Write the weights of a post's terms to `told`; give their sum."""
    total = 0.0
    for at in range(memory.terms_of[place]):
        memory.told[at] = weight(memory, int(memory.terms[place, at]))
        total += memory.told[at]
    return total


@inner
def _new_story(memory: Memory) -> int:
    story = int(memory.at[_FREE])
    memory.at[_FREE] = memory.post[story]
    memory.post[story] = -1
    memory.size[story] = memory.fitted[story] = 0
    memory.tried[story, 0] = -1
    memory.norm[story] = memory.mass[story] = 0.0
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
def _put(memory: Memory, place: int, story: int) -> None:
    memory.mass[story] += sqrt(_weigh(memory, place))
    for at in range(memory.terms_of[place]):
        before = increase(memory, int(memory.terms[place, at]), story, 1)
        memory.norm[story] += memory.told[at] * (2 * before + 1)
    _chain(memory, place, story)
    memory.size[story] += 1
    _refit(memory, story)


@inner
def _take(memory: Memory, place: int) -> None:
    """Take the post at a place out of its story; a story of no posts is closed."""
    story = int(memory.story[place])
    memory.mass[story] -= sqrt(_weigh(memory, place))
    for at in range(memory.terms_of[place]):
        before = decrease(memory, int(memory.terms[place, at]), story)
        memory.norm[story] -= memory.told[at] * (2 * before - 1)
    _unchain(memory, place, story)
    memory.size[story] -= 1
    if memory.size[story] == 0:
        _close(memory, story)
    else:
        _refit(memory, story)


@inner
def _refit(memory: Memory, story: int) -> None:
    """Compute a story's norm and mass anew after so many changes, as weights drift meanwhile."""
    memory.fitted[story] -= 1
    if memory.fitted[story] <= 0:
        memory.fitted[story] = 1 + memory.size[story] // 4
        memory.norm[story] = _dot(memory, story, story)


@inner
def _dot(memory: Memory, a: int, b: int) -> float:
    """Give the dot product of two stories, by way of the posts of the first; fit its mass."""
    total, seen, mass = 0.0, 0, 0.0
    place = int(memory.post[a])
    while place >= 0 and seen < SAMPLE:
        mass += sqrt(_weigh(memory, place))
        for at in range(memory.terms_of[place]):
            total += memory.told[at] * count_of(memory, int(memory.terms[place, at]), b)
        seen += 1
        place = int(memory.following[place])
    if seen == 0:
        return 0.0
    memory.mass[a] = mass * memory.size[a] / seen
    return total * int(memory.size[a]) / seen


@inner
def _join(memory: Memory, small: int, large: int) -> None:
    """Make two stories one; the small one's posts go over."""
    told = int(memory.at[_JOINED])
    if told < memory.joined.shape[0]:
        memory.joined[told, 0], memory.joined[told, 1] = memory.names[small], memory.names[large]
        memory.at[_JOINED] = told + 1
    place = int(memory.post[small])
    while place >= 0:
        following = int(memory.following[place])
        for at in range(memory.terms_of[place]):
            term = int(memory.terms[place, at])
            decrease(memory, term, small)
            increase(memory, term, large, 1)
        _chain(memory, place, large)
        place = following
    memory.size[large] += memory.size[small]
    memory.norm[large] = _dot(memory, large, large)
    _close(memory, small)


@inner
def _join_if_alike(memory: Memory, a: int, b: int, least: float) -> None:
    if memory.size[a] > memory.size[b]:
        a, b = b, a
    tried = memory.tried[a]
    if tried[0] == b and memory.size[a] * 4 < tried[1] * 5 + 4:
        return
    tried[0], tried[1] = b, memory.size[a]
    lengths = memory.norm[a] * memory.norm[b]
    if lengths > 0 and _dot(memory, a, b) >= least * sqrt(lengths):
        _join(memory, a, b)


@inner
def _vote(memory: Memory, place: int) -> int:
    """Let each term vote for the stories of the latest posts that have it.

    Gives how many stories were found; they are in `found`, their votes in `shared`.
    """
    count = 0
    for at in range(memory.terms_of[place]):
        word = memory.words[memory.terms[place, at]]
        told = memory.told[at]
        before = -1
        for turn in range(_LATEST):
            other = int(word[turn])
            if other < 0:
                break
            story = int(memory.story[other])
            if story < 0 or story == before or other == place:
                continue
            before = story
            if memory.votes[story] == 0.0:
                memory.found[count] = story
                count += 1
            memory.votes[story] += told
    for which in range(count):
        story = int(memory.found[which])
        memory.shared[which] = memory.votes[story]
        memory.votes[story] = 0.0
    return count


@inner
def _most_voted(memory: Memory, count: int) -> int:
    best = 0
    for which in range(1, count):
        if memory.shared[which] > memory.shared[best]:
            best = which
    return best


@inner
def _likeness(memory: Memory, place: int, story: int, length: float) -> float:
    """Give the cosine of a post and a story; of its own story, as if it were not in it."""
    own = int(memory.story[place] == story)
    dot, norm = 0.0, memory.norm[story]
    for at in range(memory.terms_of[place]):
        told = memory.told[at]
        count = count_of(memory, int(memory.terms[place, at]), story)
        dot += told * (count - own)
        norm -= own * told * (2 * count - 1)
    return dot / sqrt(length * norm) if norm > 0 and dot > 0 else 0.0


@inner
def _bar(memory: Memory, story: int, rule: Floats) -> float:
    """Give the cosine from which a post belongs to a story.

    The more a story's own posts differ, the lower: they are then no nearer to its
    centre themselves. And the more posts it has, the likelier one more is of it.
    """
    if memory.mass[story] <= 0:
        return 1.0
    coherence = sqrt(max(memory.norm[story], 0.0)) / memory.mass[story]
    ease = max(EASIEST, 1 - EASE * log(float(memory.size[story])))
    return float(rule[1] + rule[2] * min(1.0, coherence)) * ease


@inner
def _nearest(memory: Memory, place: int, rule: Floats) -> tuple[int, float, int, float]:
    """Give the story most like a post and how much it is, and the second.

    No cosine is above the square root of the share of the post's weight that the
    story has too: so the votes say which stories need no comparison.
    """
    best, second, top, next_top = -1, -1, 0.0, 0.0
    length = _weigh(memory, place)
    count = _vote(memory, place)
    for _ in range(min(count, int(rule[0]))):
        which = _most_voted(memory, count)
        story = int(memory.found[which])
        least = BETWEEN * max(top, _bar(memory, story, rule))
        if memory.shared[which] < least * least * length:
            break
        memory.shared[which] = 0.0
        score = _likeness(memory, place, story, length)
        if score > top:
            second, next_top, best, top = best, top, story, score
        elif score > next_top:
            second, next_top = story, score
    return best, top, second, next_top


@inner
def _forget_oldest(memory: Memory) -> None:
    place = int(memory.at[_OLDEST] % memory.story.size)
    _take(memory, place)
    for at in range(memory.terms_of[place]):
        memory.words[memory.terms[place, at], _SPREAD] -= 1
    memory.at[_OLDEST] += 1


@inner
def _store(memory: Memory, row: Ints, count: int) -> int:
    window = memory.story.size
    while (
        memory.at[_POSTS] - memory.at[_OLDEST] >= window
        or memory.at[_PAIRS] * 4 > memory.pairs.size * 3
    ):
        _forget_oldest(memory)
    place = int(memory.at[_POSTS] % window)
    for at in range(count):
        term = row[at]
        memory.terms[place, at] = term
        word = memory.words[term]
        word[_SPREAD] += 1
        word[word[_TURN]] = place
        word[_TURN] = (word[_TURN] + 1) % _LATEST
    memory.terms_of[place] = count
    memory.at[_POSTS] += 1
    _weigh_anew(memory)
    return place


@inner
def _settle(memory: Memory, place: int, rule: Floats) -> None:
    """Find the story for a post, the nearest one if near enough, else one of its own."""
    story, score, second, next_score = _nearest(memory, place, rule)
    now = int(memory.story[place])
    if story < 0 or score < _bar(memory, story, rule):
        if now < 0 or memory.size[now] > 1:
            _move(memory, place, _new_story(memory))
        return
    if story != now:
        _move(memory, place, story)
    if (
        second >= 0
        and memory.size[second] > 0
        and next_score >= BETWEEN * _bar(memory, second, rule)
    ):
        _join_if_alike(memory, story, second, rule[3])


@inner
def _move(memory: Memory, place: int, story: int) -> None:
    if memory.story[place] >= 0:
        _take(memory, place)
    _put(memory, place, story)


@inner
def _follow(memory: Memory, place: int, number: int) -> bool:
    """Put a post into the story of the post it repeats, if that is still remembered."""
    if number < memory.at[_OLDEST]:
        return False
    story = int(memory.story[number % memory.story.size])
    if memory.story[place] != story:
        _move(memory, place, story)
    return True


@compiled
def read(memory: Memory, rows: Ints, counts: Longs, joins: Longs, rule: Floats) -> None:
    """Take in posts, one row of terms each; then look at each of them again.

    `joins` holds the number of the post that each repeats, or -1; `rule` holds how
    many stories to compare with, the least cosine to belong and what coherence adds
    to it, the least cosine to be one, and how often to look again. When most of the
    window was known before, only the posts of small stories are looked at again.
    """
    start = int(memory.at[_POSTS])
    for post in range(counts.size):
        place = _store(memory, rows[post], counts[post])
        if joins[post] < 0 or not _follow(memory, place, joins[post]):
            _settle(memory, place, rule)
    young = counts.size * 4 > memory.at[_POSTS] - memory.at[_OLDEST]
    for _ in range(int(rule[4]) if young else 1):
        for post in range(counts.size):
            place = (start + post) % memory.story.size
            if joins[post] >= 0 and _follow(memory, place, joins[post]):
                continue
            if young or memory.size[memory.story[place]] <= SMALL:
                _settle(memory, place, rule)


@compiled
def told(memory: Memory, start: int, names: Longs) -> None:
    """Write the names of the stories of the posts from number `start` on."""
    window = memory.story.size
    for post in range(names.size):
        names[post] = memory.names[memory.story[(start + post) % window]]
