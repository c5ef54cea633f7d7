"""The polarity of the words and phrases of a post, turned by negations, in compiled code."""

from firsthand.text.kernels import compiled
from firsthand.text.tone_table import (
    AGAIN,
    BAD,
    BAD_2,
    BEST,
    EMOJI,
    FACE,
    GOOD,
    GOOD_2,
    HASHED,
    HEAD,
    IDIOM,
    IDIOMS,
    IRONY,
    LAST,
    LEADS,
    LEAST,
    LONGEST,
    NEGATED,
    NOT,
    OPENS,
    POLARITY,
    POLARITY_2,
    ROLE,
    ROW,
    SCOPE,
    TURN,
    TURNED,
    UNIT,
    VALENCE,
    VALENCE_DOWN,
    VALENCE_MAX,
    VALENCE_MIN,
    VALENCE_UP,
    VALUE,
    WORST,
    Found,
    Rows,
    Sums,
    find,
    pair,
)


@compiled
def _value(words: Rows, row: int, turn: float, sums: Sums) -> None:
    """Add the polarity that a word's vector lets expect."""
    value = words[row, VALUE] * (turn / UNIT)
    sums[VALENCE] += value
    if value > LEAST:
        sums[VALENCE_UP] += value
        sums[VALENCE_MAX] = max(sums[VALENCE_MAX], value)
    elif value < -LEAST:
        sums[VALENCE_DOWN] += value
        sums[VALENCE_MIN] = min(sums[VALENCE_MIN], value)


@compiled
def _polarity(words: Rows, row: int, turn: float, sums: Sums) -> float:
    """Add the polarity of a known word or phrase; give it."""
    first = words[row, POLARITY] * (turn / UNIT)
    second = words[row, POLARITY_2] * (turn / UNIT)
    if first == 0 and second == 0:
        return 0.0
    sums[GOOD] += max(first, 0.0)
    sums[BAD] += max(-first, 0.0)
    sums[GOOD_2] += max(second, 0.0)
    sums[BAD_2] += max(-second, 0.0)
    sums[BEST] = max(sums[BEST], first)
    sums[WORST] = min(sums[WORST], first)
    if first != 0:
        sums[LAST] = first
    return float(first + second)


@compiled
def _phrase(words: Rows, found: Found, at: int, count: int) -> tuple[int, int]:
    """Give the table's row of the longest known phrase that begins here, and its length."""
    row, length = int(found[at, ROW]), 1
    if row < 0 or not words[row, ROLE] & LEADS:
        return row, 1
    value = int(found[at, HASHED])
    for last in range(at + 1, min(at + LONGEST, count)):
        value = pair(value, int(found[last, HASHED]))
        longer = find(words, value)
        if longer >= 0:
            row, length = longer, last - at + 1
    return row, length


@compiled
def _breaks(head: int) -> bool:
    """Say whether a token that begins so ends the reach of a negation."""
    return head in (33, 44, 46, 58, 59, 63)


@compiled
def _mocks(stage: int, role: int, at: int, value: float, sums: Sums) -> int:
    """Follow “great, another outage”: praise at the start; then once more, and what is bad.

    A stage holds 1 once praise opened, 2 once something came again, 4 once it was bad.
    """
    if role & OPENS and at < 4:
        return 1
    if stage == 0 or value > 0:
        return 0
    if role & AGAIN:
        stage |= 2
    if value < 0:
        stage |= 4
    if stage == 7:
        sums[IRONY] = 1
    return stage


@compiled
def polarities(words: Rows, found: Found, count: int, sums: Sums) -> None:
    """Add the polarities and meanings of the words, each turned by a negation before it."""
    at, left, opened = 0, 0, 0
    while at < count:
        row, length = _phrase(words, found, at, count)
        role = int(words[row, ROLE]) if row >= 0 else 0
        _reach(found, at, length, left)
        if role & FACE:
            sums[EMOJI] += words[row, VALUE] / UNIT
        elif row >= 0:
            value = _read(words, found, at, row, length, sums)
            opened = _mocks(opened, role, at, value, sums)
        if role & NOT:
            left, sums[NEGATED] = SCOPE, 1.0
        else:
            left = 0 if _breaks(int(found[at, HEAD])) else max(left - length, 0)
        at += length


@compiled
def _read(words: Rows, found: Found, at: int, row: int, length: int, sums: Sums) -> float:
    """Add what a known word or phrase says; give its polarity."""
    turn = TURN if found[at, TURNED] > 0 else 1.0
    value = _polarity(words, row, turn, sums)
    if words[row, ROLE] & IDIOM:
        sums[IDIOMS] += value
        return value
    for each in range(at, at + length):
        one = int(found[each, ROW])
        if one >= 0 and words[one, VALUE] != 0:
            _value(words, one, turn, sums)
    return value


@compiled
def _reach(found: Found, at: int, length: int, left: int) -> None:
    for each in range(at, at + length):
        found[each, TURNED] = left
