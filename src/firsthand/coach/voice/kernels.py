"""Compiled counting, fitting and predicting over rows of symbols.

Symbols are 32-bit codes of characters or of words; a row is one text. Importing this
module costs the start of numba: do so only to learn or to judge.
"""

import math
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

BITS = 18
"""Slots of the linear views, as a power of two."""
PAIRS, CONTEXTS = 20, 18
"""Slots of the language model: a context with what follows it, and contexts."""
ORDER = 4
"""Characters of context that the language model looks back."""
ALPHABET = 300.0

_STEP, _MIX = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_ONE = np.uint64(1)
_SLOTS = np.uint64(64 - BITS)
_PAIR, _CONTEXT = np.uint64(64 - PAIRS), np.uint64(64 - CONTEXTS)
_BEFORE = np.uint64(2)

Codes = NDArray[np.uint32]
Ints = NDArray[np.int64]
Slots = NDArray[np.int32]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Tallies = NDArray[np.uint16]
_Function = TypeVar("_Function", bound=Callable[..., object])


def compiled(function: _Function) -> _Function:
    """Compile a function when it is first called, and keep what was compiled."""
    options: dict[str, Any] = {"cache": True, "nogil": True}
    fast: _Function = njit(**options)(function)
    return fast


@compiled
def _mixed(value: np.uint64) -> np.uint64:
    value = (value ^ (value >> _HALF)) * _MIX
    return (value ^ (value >> _HALF)) * _MIX


def scratch() -> tuple[Slots, Slots]:
    """Give the marks and places that `runs` writes to."""
    return np.full(1 << BITS, -1, np.int32), np.empty(1 << BITS, np.int32)


@compiled
def pairs(codes: Codes, slots: Slots) -> None:
    """Write the slots of each symbol alone, and of it with the next: (symbols, 2)."""
    for at in range(codes.size):
        value = np.uint64(codes[at]) + _ONE
        slots[at, 0] = np.int64(_mixed(value) >> _SLOTS)
        if at + 1 < codes.size:
            value = value * _STEP + np.uint64(codes[at + 1]) + _ONE
            slots[at, 1] = np.int64(_mixed(value) >> _SLOTS)


@compiled
def runs(
    codes: Codes, ends: Ints, shortest: int, longest: int,
    slots: Slots, counts: Floats, rows: Ints, seen: Slots, place: Slots, first_mark: int,
) -> int:  # fmt: skip
    """Count the runs of `shortest` to `longest` symbols of each text, by slot, sublinearly.

    Text i lies between `ends[i - 1]` and `ends[i]`. Writes slots and 1 + log(count) of one
    text after another, and to `rows[i + 1]` where text i stops; gives how many. `seen` and
    `place` are from `scratch`; `seen` holds no mark from `first_mark` on.
    """
    size, start = 0, 0
    for text in range(ends.size):
        end = ends[text]
        for first in range(start, end):
            value = np.uint64(0)
            for last in range(first, min(first + longest, end)):
                value = value * _STEP + np.uint64(codes[last]) + _ONE
                if last - first + 1 >= shortest:
                    slot = np.int64(_mixed(value) >> _SLOTS)
                    if seen[slot] != first_mark + text:
                        seen[slot] = first_mark + text
                        place[slot] = size
                        slots[size] = slot
                        counts[size] = 0
                        size += 1
                    counts[place[slot]] += 1
        rows[text + 1] = size
        start = end
    for at in range(size):
        counts[at] = 1 + math.log(counts[at])
    return size


@compiled
def _scale(slots: Slots, counts: Floats, idf: Floats, start: int, end: int) -> float:
    total = 0.0
    for at in range(start, end):
        value = counts[at] * idf[slots[at]]
        total += value * value
    return 1 / math.sqrt(total) if total > 0 else 1.0


@compiled
def weigh(chosen: Ints, rows: Ints, slots: Slots, counts: Floats, idf: Floats) -> Floats:
    """Give counts times `idf`, each chosen text of length one (Euclid); the others unwritten."""
    values = np.empty(slots.size, np.float32)
    for text in chosen:
        start, end = rows[text], rows[text + 1]
        scale = _scale(slots, counts, idf, start, end)
        for at in range(start, end):
            values[at] = counts[at] * idf[slots[at]] * scale
    return values


@compiled
def products(
    chosen: Ints, rows: Ints, slots: Slots, counts: Floats, idf: Floats, weights: Floats
) -> Doubles:
    """Give, for each chosen text, the sum of its weighed counts times their slots' weights."""
    found = np.zeros(chosen.size)
    for i in range(chosen.size):
        start, end = rows[chosen[i]], rows[chosen[i] + 1]
        for at in range(start, end):
            found[i] += counts[at] * idf[slots[at]] * weights[slots[at]]
        found[i] *= _scale(slots, counts, idf, start, end)
    return found


@compiled
def _product(slots: Slots, values: Floats, weights: Doubles, start: int, end: int) -> float:
    total = 0.0
    for at in range(start, end):
        total += values[at] * weights[slots[at]]
    return total


@compiled
def _coordinate(dual: float, slope: float, margin: float, cost: float) -> float:
    # Newton's steps on one dual variable, kept strictly between 0 and its cost.
    value = dual
    for _ in range(20):
        gradient = slope * (value - dual) + margin + math.log(value / (cost - value))
        if abs(gradient) < 1e-3:
            break
        step = value - gradient / (slope + cost / (value * (cost - value)))
        if step <= 0:
            value *= 0.1
        elif step >= cost:
            value = cost - (cost - value) * 0.1
        else:
            value = step
    return value


@compiled
def descend(
    chosen: Ints, sign: Doubles, cost: Doubles, rows: Ints, slots: Slots, values: Floats, size: int
) -> Doubles:
    """Fit a logistic regression by dual coordinate descent (Yu, Huang & Lin 2011).

    `chosen` texts have `sign` 1 or -1 and their own `cost`. Gives `size` weights and,
    last, the intercept.
    """
    weights = np.zeros(size + 1)
    dual, slope = np.empty(chosen.size), np.ones(chosen.size)
    for i in range(chosen.size):
        dual[i] = cost[i] * 1e-6
        for at in range(rows[chosen[i]], rows[chosen[i] + 1]):
            slope[i] += values[at] * values[at]
    order = np.arange(chosen.size)
    state = np.uint64(1)
    for _ in range(40):
        largest = 0.0
        for j in range(chosen.size - 1, 0, -1):
            state = _mixed(state + _ONE)
            k = np.int64((state >> _HALF) % np.uint64(j + 1))
            order[j], order[k] = order[k], order[j]
        for j in range(order.size):
            i = order[j]
            start, end = rows[chosen[i]], rows[chosen[i] + 1]
            margin = sign[i] * (weights[size] + _product(slots, values, weights, start, end))
            moved = _coordinate(dual[i], slope[i], margin, cost[i]) - dual[i]
            dual[i] += moved
            largest = max(largest, abs(moved) / cost[i])
            for at in range(start, end):
                weights[slots[at]] += sign[i] * moved * values[at]
            weights[size] += sign[i] * moved
        if largest < 0.02:
            break
    return weights


@compiled
def _context(codes: Codes, at: int, back: int, start: int, value: np.uint64) -> np.uint64:
    if back == 0:
        return value
    before = np.uint64(codes[at - back]) if at - back >= start else _BEFORE
    return value * _STEP + before + _ONE


@compiled
def _pair(context: np.uint64, code: np.uint32) -> np.int64:
    return np.int64(_mixed(context * _STEP + np.uint64(code) * _MIX + _ONE) >> _PAIR)


@compiled
def tally(
    chosen: Ints, codes: Codes, ends: Ints, pairs: Tallies, totals: Tallies, kinds: Tallies
) -> None:
    """Count, for contexts of 0 to `ORDER` symbols, what follows them in the chosen texts."""
    for text in chosen:
        start = ends[text - 1] if text else 0
        for at in range(start, ends[text]):
            context = np.uint64(0)
            for back in range(min(ORDER, at - start + 1) + 1):
                context = _context(codes, at, back, start, context)
                place = np.int64(_mixed(context + np.uint64(back)) >> _CONTEXT)
                pair = _pair(context + np.uint64(back), codes[at])
                if totals[place] < 65535:
                    totals[place] += np.uint16(1)
                    if pairs[pair] == 0:
                        kinds[place] += np.uint16(1)
                    pairs[pair] += np.uint16(1)


@compiled
def likelihoods(
    chosen: Ints, codes: Codes, ends: Ints, pairs: Tallies, totals: Tallies, kinds: Tallies
) -> Doubles:
    """Give each chosen text's log-likelihood by speaker: (texts, speakers).

    The tables have one column a speaker. Orders are blended after Witten & Bell (1991).
    """
    speakers = pairs.shape[1]
    found = np.zeros((chosen.size, speakers))
    chance = np.empty(speakers)
    for i in range(chosen.size):
        text = chosen[i]
        start = ends[text - 1] if text else 0
        for at in range(start, ends[text]):
            context = np.uint64(0)
            chance[:] = 1 / ALPHABET
            for back in range(min(ORDER, at - start + 1) + 1):
                context = _context(codes, at, back, start, context)
                place = np.int64(_mixed(context + np.uint64(back)) >> _CONTEXT)
                pair = _pair(context + np.uint64(back), codes[at])
                for who in range(speakers):
                    total = totals[place, who]
                    if total:
                        fresh = max(float(kinds[place, who]), 1.0)
                        chance[who] = (pairs[pair, who] + fresh * chance[who]) / (total + fresh)
            for who in range(speakers):
                found[i, who] += math.log(chance[who])
    return found
