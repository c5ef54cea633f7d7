"""A step of a series of counts, and a silence of many steps: all that is learnt from them.

What to expect is a slow level, times the hour's habit, times the weekday's. How rare an
excess over it is, its own past says: peaks over a threshold (Pickands, 1975; Davison &
Smith, 1990) with a tail from probability-weighted moments (Hosking & Wallis, 1987), its
shape drawn to a usual one while peaks are few.

Importing this costs the start of numba. Compiled code is kept for as long as the text of its
file is the same, so all that must agree on the places in a row stands in this one file.
"""

import numpy as np
import numpy.typing as npt

from firsthand.text.kernels import compiled

Numbers = npt.NDArray[np.float64]

_DAY, _HOUR = 86_400_000_000.0, 3_600_000_000.0
SLOTS, SLOT_MINUTES = 96, 15
#: How quickly an hour's habit learns, and how far it spreads to its neighbours.
SLOT_RATE = 0.03
SPREAD = 2
DAY_RATE = 0.004
#: A count beyond this many times what was expected teaches only so much.
CAP_TIMES, CAP_MORE, LEAST = 2.0, 4.0, 0.01
#: Places in the row of habits; then come the slots of a day and the days of a week.
LEVEL, SEEN, RATE, FITTED = range(4)
_SLOTS = 4
_DAYS = _SLOTS + SLOTS
HABITS = _DAYS + 7
#: Heights so close in time, in days, are one peak.
GAP_DAYS = 0.25
#: Peaks kept: this many a day, over this many days at most.
PEAKS_A_DAY = 2.0
DAYS_KEPT = 60.0
FEWEST, LEAST_KEPT = 4, 5
#: The shape is drawn to this value with the weight of that many peaks.
SHAPE_USUAL, SHAPE_WEIGHT, SHAPE_LOW, SHAPE_HIGH = 0.25, 20.0, 0.02, 0.9
#: Places in the row of a tail; `THRESHOLD` is below 0 while nothing is known.
THRESHOLD, SCALE, SHAPE, A_DAY, PEAK, PEAK_AT, FILLED = range(7)
_SUM = 7
UNKNOWN = (
    -1.0,
    1.0,
    SHAPE_USUAL,
    1.0,
    0.0,
    -1.0,
    0.0,
)  #: Columns of the peaks: when, how high, and all heights once more in rising order.
AT, HEIGHT, RISING = range(3)
#: A span that sees nothing special counts as this often, so that others may outweigh it.
NOTHING = 0.05

#: Places in the row of a question: what came since it was last asked, how often it was asked,
#: and what it is (steps between askings, its spans from one to before another, see `Look`).
STEPS, CUT, COUNT, EXPECTED, ASKED, UNIT, FIRST, LAST, HIGHEST, RARER, WARM_UP = range(11)
#: Places in the row of a span: its tail, then sums over it and what it is.
CUT_SUM, COUNT_SUM, EXPECTED_SUM, UNITS, SOFTENING, SHARE = range(_SUM, _SUM + 6)
#: Places in an answer: once in how many days, and the span that says so, in steps.
DAYS, OVER, TOTAL, USUAL = range(4)


@compiled
def step(
    habit: Numbers,
    looks: Numbers,
    spans: Numbers,
    ring: Numbers,
    peaks: Numbers,
    slot: int,
    day: int,
    age: int,
    count: float,
    answers: Numbers,
) -> tuple[float, float, bool]:
    """Judge one count and learn from it; `age` of the series is in microseconds.

    Gives what was expected, how rare it is, in days, and whether there is no room for another
    peak. Each question writes its row of `answers`.
    """
    now = age / _DAY
    expected = _expect(habit, slot, day)
    rarest = 0.0
    for number in range(looks.shape[0]):
        rare = ask(looks[number], spans, ring[number], peaks, now, count, expected, answers[number])
        rarest = max(rarest, rare)
    _learn_habits(habit, slot, day, count)
    most, due = 0.0, age > 0 and (habit[FITTED] < 0 or age - habit[FITTED] >= _HOUR)
    if due:
        habit[FITTED] = age
    for number in range(spans.shape[0]):
        most = max(most, spans[number, FILLED])
        if due:
            fit(spans[number], peaks[number], now)
    return expected, rarest, most >= peaks.shape[1]


@compiled
def rest(
    habit: Numbers,
    looks: Numbers,
    spans: Numbers,
    ring: Numbers,
    peaks: Numbers,
    since_midnight: int,
    day: int,
    age: int,
    length: int,
    steps: int,
    answers: Numbers,
) -> None:
    """Learn from steps without a post, all of one day; times and lengths in microseconds."""
    for number in range(steps):
        slot = (since_midnight + number * length) // (SLOT_MINUTES * 60_000_000)
        step(habit, looks, spans, ring, peaks, slot, day, age + number * length, 0.0, answers)


@compiled
def _expect(row: Numbers, slot: int, day: int) -> float:
    """Give the count expected in a slot of a day; `day` is its weekday, 6 for a holiday."""
    if row[LEVEL] < 0:
        return LEAST
    return float(max(LEAST, row[LEVEL] * row[_SLOTS + slot] * row[_DAYS + day]))


@compiled
def _learn_habits(row: Numbers, slot: int, day: int, count: float) -> None:
    """Learn from one count; one far above expectation is cut first."""
    if row[LEVEL] < 0:
        row[LEVEL] = max(count, 0.5)
    habit = row[_SLOTS + slot] * row[_DAYS + day]
    kept = min(count, row[LEVEL] * habit * CAP_TIMES + CAP_MORE)
    row[SEEN] += 1
    rate = max(row[RATE], 1 / (row[SEEN] + 1))
    row[LEVEL] = max(LEAST, row[LEVEL] + rate * (kept / habit - row[LEVEL]))
    of_slot = (kept + 1) / (row[LEVEL] * row[_DAYS + day] + 1)
    for near in range(slot - SPREAD, slot + SPREAD + 1):
        at = _SLOTS + near % SLOTS
        row[at] += SLOT_RATE * (of_slot - row[at])
    of_day = (kept + 1) / (row[LEVEL] * row[_SLOTS + slot] + 1)
    row[_DAYS + day] += DAY_RATE * (of_day - row[_DAYS + day])


@compiled
def ask(
    look: Numbers,
    spans: Numbers,
    ring: Numbers,
    peaks: Numbers,
    now: float,
    count: float,
    expected: float,
    answer: Numbers,
) -> float:
    """Take in one step; say once in how many days its like is expected, 0 when not asked.

    `now` is the age of the series in days. The span that is rarest goes to `answer`.
    """
    look[STEPS] += 1
    look[CUT] += min(count, expected + look[HIGHEST] * (expected + 1) ** 0.5)
    look[COUNT], look[EXPECTED] = look[COUNT] + count, look[EXPECTED] + expected
    answer[DAYS] = 0.0
    if look[STEPS] < look[UNIT]:
        return 0.0
    rare = _compare(look, spans, ring, peaks, now, answer)
    _turn(look, ring)
    if now >= look[WARM_UP]:
        answer[DAYS] = rare / look[RARER]
    return float(answer[DAYS])


@compiled
def _compare(
    look: Numbers, spans: Numbers, ring: Numbers, peaks: Numbers, now: float, answer: Numbers
) -> float:
    """Give the geometric mean of what the spans of a question say; 0 if none sees anything."""
    days, most = 1.0, 0.0
    for number in range(int(look[FIRST]), int(look[LAST])):
        span = spans[number]
        height = _excess(look, span, ring)
        of_span = return_period(span, height)
        if of_span > most:
            most = of_span
            answer[OVER] = look[UNIT] * min(look[ASKED] + 1, span[UNITS])
            answer[TOTAL], answer[USUAL] = span[COUNT_SUM], span[EXPECTED_SUM]
        days *= max(of_span, NOTHING) ** span[SHARE]
        learn_height(span, peaks[number], now, height)
    return days if most > 0 else 0.0


@compiled
def _excess(look: Numbers, span: Numbers, ring: Numbers) -> float:
    """Take in what is new and give the excess over a span, in rough standard deviations."""
    old = int(look[ASKED] - span[UNITS])
    for column in range(3):
        span[CUT_SUM + column] += look[CUT + column]
        if old >= 0:
            span[CUT_SUM + column] -= ring[old % ring.shape[0], column]
    usual = span[EXPECTED_SUM]
    return float((span[CUT_SUM] - usual) / (max(usual, 0.0) + span[SOFTENING]) ** 0.5)


@compiled
def _turn(look: Numbers, ring: Numbers) -> None:
    """Remember what came since a question was last asked, and begin anew."""
    place = int(look[ASKED]) % ring.shape[0]
    for column in range(3):
        ring[place, column] = look[CUT + column]
        look[CUT + column] = 0.0
    look[STEPS], look[ASKED] = 0.0, look[ASKED] + 1


@compiled
def return_period(tail: Numbers, height: float) -> float:
    """Say once in how many days such a height is expected; 0 when it is nothing special."""
    if tail[THRESHOLD] < 0 or height <= tail[THRESHOLD]:
        return 0.0
    beyond = (height - tail[THRESHOLD]) / tail[SCALE]
    return float((1 + tail[SHAPE] * beyond) ** (1 / tail[SHAPE]) / tail[A_DAY])


@compiled
def learn_height(tail: Numbers, peaks: Numbers, now: float, height: float) -> None:
    """Take in one height at `now` (days); what lies close in time is one peak."""
    if height <= 0:
        return
    if tail[PEAK_AT] >= 0 and now - tail[PEAK_AT] <= GAP_DAYS:
        if height > tail[PEAK]:
            tail[PEAK], tail[PEAK_AT] = height, now
        return
    if tail[PEAK_AT] >= 0:
        _keep(tail, peaks)
    tail[PEAK], tail[PEAK_AT] = height, now


@compiled
def fit(tail: Numbers, peaks: Numbers, now: float) -> None:
    """Fit the tail to the peaks kept; time that passes without any makes them rarer."""
    _forget(tail, peaks, now - DAYS_KEPT)
    filled, age = int(tail[FILLED]), min(now, DAYS_KEPT)
    kept = min(filled - 1, max(LEAST_KEPT, int(PEAKS_A_DAY * age)))
    if kept < FEWEST:
        return
    lowest = filled - kept
    threshold = peaks[lowest - 1, RISING]
    total = weighted = 0.0
    for rank in range(kept):
        excess = peaks[lowest + rank, RISING] - threshold
        total += excess
        weighted += excess * (1 - rank / (kept - 1))
    if total > 0:
        _settle(tail, threshold, total / kept, weighted / kept, kept)
        tail[A_DAY] = kept / age


@compiled
def _settle(tail: Numbers, threshold: float, mean: float, weighted: float, kept: int) -> None:
    spare = mean - 2 * weighted
    shape = 2 - mean / spare if spare > 1e-12 else SHAPE_USUAL
    shape = (kept * shape + SHAPE_WEIGHT * SHAPE_USUAL) / (kept + SHAPE_WEIGHT)
    tail[SHAPE] = min(max(shape, SHAPE_LOW), SHAPE_HIGH)
    tail[THRESHOLD], tail[SCALE] = threshold, mean * (1 - tail[SHAPE])


@compiled
def _keep(tail: Numbers, peaks: Numbers) -> None:
    """Put the last peak behind those before, and its height in its place."""
    at = int(tail[FILLED])
    peaks[at, AT], peaks[at, HEIGHT] = tail[PEAK_AT], tail[PEAK]
    while at > 0 and peaks[at - 1, RISING] > tail[PEAK]:
        peaks[at, RISING] = peaks[at - 1, RISING]
        at -= 1
    peaks[at, RISING] = tail[PEAK]
    tail[FILLED] += 1


@compiled
def _forget(tail: Numbers, peaks: Numbers, oldest: float) -> None:
    old = 0
    while old < tail[FILLED] and peaks[old, AT] < oldest:
        _drop_height(peaks, int(tail[FILLED]) - old, peaks[old, HEIGHT])
        old += 1
    if old:
        tail[FILLED] -= old
        for at in range(int(tail[FILLED])):
            peaks[at, AT], peaks[at, HEIGHT] = peaks[at + old, AT], peaks[at + old, HEIGHT]


@compiled
def _drop_height(peaks: Numbers, filled: int, height: float) -> None:
    at = 0
    while at < filled - 1 and peaks[at, RISING] != height:
        at += 1
    for place in range(at, filled - 1):
        peaks[place, RISING] = peaks[place + 1, RISING]
