"""The compiled search: the tokens of many posts against an index of many queries."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from firsthand.listen.match import programs
from firsthand.listen.match.index import NO_PHRASE, Arrays, Index
from firsthand.listen.match.kernels import Counts, Hashes, Places
from firsthand.listen.match.lookup import Flags, Numbers, perhaps, slot
from firsthand.text.kernels import compiled

UNASKED, NOT_NAMED = -1, -2
"""A language that nobody has told yet; one that no query names, or that cannot be told."""
MOST_NEAR = 2_048
"""Places noted in a post for NEAR."""
FAR = 1 << 30
_STACK = 256
_NO, _YES, _UNTOLD = 0, 1, 2
_ANY, _AND, _OR, _NOT, _LANGUAGE, _NETWORK = (
    programs.ANY, programs.AND, programs.OR, programs.NOT, programs.LANGUAGE, programs.NETWORK,
)  # fmt: skip
_NODES, _EMPTY = np.uint64(32), np.uint64(0)
_NEARS, _CANDIDATES = 0, 1


class Posts(NamedTuple):
    """The tokens of posts (those of post i begin at `firsts[i]`), the names around them, and more."""

    hashes: Hashes
    starts: Places
    stops: Places
    firsts: Counts
    names: Hashes
    name_firsts: Counts
    languages: Numbers
    networks: Numbers


class Work(NamedTuple):
    """Room to work in. A phrase is seen, a query asked, when it bears the stamp of the post."""

    seen: Counts
    asked: Counts
    candidates: Numbers
    words: Numbers
    at_place: Numbers
    nodes: Numbers
    ends: Numbers
    near_phrases: Numbers
    near_starts: Numbers
    near_stops: Numbers
    verdicts: npt.NDArray[np.int8]
    counts: Counts


def workspace(index: Index, tokens: int) -> Work:
    """Give room for an index and posts of so many tokens in all."""
    phrases, queries = index.arrays.triggers.firsts.size, max(len(index.queries), 1)

    def numbers(size: int) -> Numbers:
        return np.zeros(size, np.int32)

    return Work(
        seen=np.zeros(phrases, np.int64),
        asked=np.zeros(queries, np.int64),
        candidates=numbers(queries),
        words=numbers(tokens + 2),
        at_place=numbers(tokens + 2),
        nodes=numbers(_STACK),
        ends=numbers(_STACK),
        near_phrases=numbers(MOST_NEAR),
        near_starts=numbers(MOST_NEAR),
        near_stops=numbers(MOST_NEAR),
        verdicts=np.zeros(_STACK, np.int8),
        counts=np.zeros(2, np.int64),
    )


@compiled
def scan(
    posts: Posts, which: Counts, index: Arrays, work: Work, stamp: int, begin: int,
    found_posts: Numbers, found_queries: Numbers, untold: Flags,
) -> tuple[int, int]:  # fmt: skip
    """Write which query wants which post, for `which` posts from `begin` on.

    Gives where to go on, and how many were written: it stops before the post whose
    matches might find no room. `untold` is set for posts whose language has to be
    known first.
    """
    count = min(begin, 0)
    for each_post in range(begin, which.size):
        post = which[each_post]
        now = stamp + each_post
        work.counts[_NEARS] = work.counts[_CANDIDATES] = 0
        _look_up(posts, index, work, post)
        _find(posts, index, work, post, now)
        _find_names(posts, index, work, post, now)
        if count + work.counts[_CANDIDATES] > found_posts.size:
            return each_post, count
        for each in range(work.counts[_CANDIDATES]):
            query = work.candidates[each]
            verdict = _judge(posts, index, work, post, query, now)
            if verdict == _YES:
                found_posts[count], found_queries[count] = post, query
                count += 1
            elif verdict == _UNTOLD:
                untold[post] = True
    return which.size, count


@compiled
def _look_up(posts: Posts, index: Arrays, work: Work, post: int) -> None:
    """Note the number of each token that any query knows, and where each place begins."""
    first = posts.firsts[post]
    place = min(first, 0)
    for at in range(first, posts.firsts[post + 1]):
        each = at - first
        key = posts.hashes[at]
        work.words[each] = -1
        if perhaps(key, index.words.bits):
            where = slot(key, index.words.keys)
            if index.words.keys[where] == key:
                work.words[each] = index.words.values[where]
        while place <= posts.starts[at]:
            work.at_place[place] = each
            place += 1
    work.at_place[place] = posts.firsts[post + 1] - first


@compiled
def _find(posts: Posts, index: Arrays, work: Work, post: int, now: int) -> None:
    first = posts.firsts[post]
    for at in range(first, posts.firsts[post + 1]):
        word = work.words[at - first]
        if word < 0:
            continue
        for each in range(index.classes.firsts[word], index.classes.firsts[word + 1]):
            node = index.roots[index.classes.values[each]]
            if node:
                _follow(posts, index, work, post, now, node, posts.starts[at], posts.stops[at])


@compiled
def _follow(
    posts: Posts, index: Arrays, work: Work, post: int, now: int, node: int, start: int, stop: int
) -> None:
    """Follow all phrases that begin with a word."""
    first = posts.firsts[post]
    tokens = posts.firsts[post + 1] - first
    work.nodes[0], work.ends[0] = node, stop
    depth = min(first, 0) + 1
    while depth > 0:
        depth -= 1
        node, stop = work.nodes[depth], work.ends[depth]
        if index.ends[node] != NO_PHRASE:
            _note(index, work, now, index.ends[node], start, stop)
        if not index.goes_on[node]:
            continue
        at = _first_at(posts, work, first, tokens, stop)
        while at < tokens and posts.starts[first + at] == stop:
            depth = _go_on(index, work, node, at, posts.stops[first + at], depth)
            at += 1


@compiled
def _first_at(posts: Posts, work: Work, first: int, tokens: int, place: int) -> int:
    """Give the first token at a place; beyond the last place, their number."""
    if tokens == 0 or place > posts.starts[first + tokens - 1]:
        return tokens
    return int(work.at_place[place])


@compiled
def _go_on(index: Arrays, work: Work, node: int, at: int, stop: int, depth: int) -> int:
    word = work.words[at]
    if word < 0:
        return depth
    for each in range(index.classes.firsts[word], index.classes.firsts[word + 1]):
        key = (np.uint64(node) << _NODES) | np.uint64(index.classes.values[each])
        if not perhaps(key, index.steps.bits):
            continue
        where = slot(key, index.steps.keys)
        if index.steps.keys[where] == key and depth < _STACK:
            work.nodes[depth], work.ends[depth] = index.steps.values[where], stop
            depth += 1
    return depth


@compiled
def _note(index: Arrays, work: Work, now: int, phrase: int, start: int, stop: int) -> None:
    """Note that a phrase stands in the post, and which queries that may make match."""
    if index.near[phrase] and work.counts[_NEARS] < MOST_NEAR:
        at = work.counts[_NEARS]
        work.near_phrases[at] = phrase
        work.near_starts[at], work.near_stops[at] = start, stop
        work.counts[_NEARS] += 1
    if work.seen[phrase] == now:
        return
    work.seen[phrase] = now
    for each in range(index.triggers.firsts[phrase], index.triggers.firsts[phrase + 1]):
        query = index.triggers.values[each]
        if work.asked[query] != now:
            work.asked[query] = now
            work.candidates[work.counts[_CANDIDATES]] = query
            work.counts[_CANDIDATES] += 1


@compiled
def _find_names(posts: Posts, index: Arrays, work: Work, post: int, now: int) -> None:
    for at in range(posts.name_firsts[post], posts.name_firsts[post + 1]):
        key = posts.names[at]
        where = slot(key, index.words.keys)
        if index.words.keys[where] != key or key == _EMPTY:
            continue
        word = index.words.values[where]
        for each in range(index.classes.firsts[word], index.classes.firsts[word + 1]):
            node = index.roots[index.classes.values[each]]
            if node and index.ends[node] != NO_PHRASE:
                # A name around a post stands nowhere in its words: never near them.
                _note(index, work, now, index.ends[node], -FAR, FAR)


@compiled
def _judge(posts: Posts, index: Arrays, work: Work, post: int, query: int, now: int) -> int:
    """Run the program of a query: 0 no, 1 yes, 2 only the language could tell."""
    at, end = index.programs.firsts[query], index.programs.firsts[query + 1]
    if at == end:
        return _YES
    depth = min(at, 0)
    while at < end:
        step = index.programs.values[at]
        at += 1
        if step == _NOT:
            if work.verdicts[depth - 1] != _UNTOLD:
                work.verdicts[depth - 1] = 1 - work.verdicts[depth - 1]
        elif step in (_AND, _OR):
            depth -= 1
            one, other = work.verdicts[depth - 1], work.verdicts[depth]
            work.verdicts[depth - 1] = _both(one, other) if step == _AND else _either(one, other)
        else:
            verdict, at = _told(posts, index, work, post, now, step, at)
            work.verdicts[depth] = verdict
            depth += 1
    return int(work.verdicts[0])


@compiled
def _both(one: int, other: int) -> int:
    if one == _NO or other == _NO:
        return _NO
    return max(one, other)


@compiled
def _either(one: int, other: int) -> int:
    if one == _YES or other == _YES:
        return _YES
    return max(one, other)


@compiled
def _told(
    posts: Posts, index: Arrays, work: Work, post: int, now: int, step: int, at: int
) -> tuple[int, int]:
    """Judge one part of a program, whose arguments begin at `at`; give where the next step is."""
    values = index.programs.values
    count = values[at]
    if step == _ANY:
        for each in range(at + 1, at + 1 + count):
            if work.seen[values[each]] == now:
                return _YES, at + 1 + count
        return _NO, at + 1 + count
    if step in (_LANGUAGE, _NETWORK):
        own = posts.languages[post] if step == _LANGUAGE else posts.networks[post]
        for each in range(at + 1, at + 1 + count):
            if values[each] == own:
                return _YES, at + 1 + count
        return _UNTOLD if own == UNASKED else _NO, at + 1 + count
    left, right = values[at + 1], values[at + 2]
    found = _near(work, values, at + 3, left, right, count)
    return found, at + 3 + left + right


@compiled
def _near(work: Work, values: Numbers, at: int, left: int, right: int, distance: int) -> int:
    for one in range(work.counts[_NEARS]):
        if not _among(work.near_phrases[one], values, at, at + left):
            continue
        for other in range(work.counts[_NEARS]):
            if _within(work, one, other, distance) and _among(
                work.near_phrases[other], values, at + left, at + left + right
            ):
                return _YES
    return _NO


@compiled
def _among(phrase: int, values: Numbers, at: int, end: int) -> bool:
    found = False
    for each in range(at, end):
        found = found or values[each] == phrase
    return found


@compiled
def _within(work: Work, one: int, other: int, distance: int) -> bool:
    """Say whether two places lie within so many words, one after the other."""
    gap = max(
        work.near_starts[other] - work.near_stops[one],
        work.near_starts[one] - work.near_stops[other],
    )
    return bool(0 <= gap < distance)
