"""Did a story calm down after an answer? Its growth against the forecast made at that moment.

answer = calmed(growth, answered, now)     # None: too little to tell
answer.calmed                              # True, False, or None for “one cannot say”
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import erf, exp, lgamma, log, log1p, sqrt

from firsthand.listen.forecast import Growth, forecast

SOONEST = timedelta(minutes=15)
"""After an answer, nothing is said before this."""
HOUR = 3600.0
UNLIKELY = 0.1
_SPREADS = 2 * 1.2816
"""Standard deviations between the tenth and the ninetieth hundredth of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Calmed:
    """What came after an answer, against what was to be expected without one.

    `came`: posts since. `expected`, `low`, `high`: what was forecast, with its 80 %
    interval. `chance`: probability of so few, had nothing changed. `calmed`: True
    when fewer came than the interval allows, False when as many as expected or more
    and the pace has not surely fallen, None in between. It does not say that the answer is the reason.

    `pace_before`, `pace_now`: posts an hour, in the hour before the answer and in the
    last quarter of the time since. `pace_chance`: probability of a pace so low now,
    had it stayed as it was; stories slow down by themselves too.
    """

    came: float
    expected: float
    low: float
    high: float
    chance: float
    calmed: bool | None
    pace_before: float
    pace_now: float
    pace_chance: float


def calmed(growth: Growth, answered: datetime, now: datetime) -> Calmed | None:
    """Compare a story's growth since an answer with the forecast at that moment."""
    if now - answered < SOONEST:
        return None
    before = forecast(growth, answered, ahead=now - answered)
    if before is None:
        return None
    came = growth.between(growth.age(answered), growth.age(now))
    low, expected, high = (
        max(0.0, size - before.posts) for size in (before.low, before.expected, before.high)
    )
    # Counts wobble even when all is known: Poisson noise widens the interval.
    spread = sqrt(((log1p(high) - log1p(low)) / _SPREADS) ** 2 + 1 / (1 + expected))
    z = (log1p(came) - log1p(expected)) / spread
    chance = (1 + erf(z / sqrt(2))) / 2
    paces = _paces(growth, answered, now)
    verdict = True if chance < UNLIKELY else None
    if came >= expected and paces[2] >= UNLIKELY:
        verdict = False
    return Calmed(came, expected, low, high, chance, verdict, *paces)


def _paces(growth: Growth, answered: datetime, now: datetime) -> tuple[float, float, float]:
    """Give the posts an hour before and now, and the chance of so few now at an even pace.

    At an even pace, each of the posts of both spans falls into the later one with
    the share of its length: a binomial count.
    """
    at, end = growth.age(answered), growth.age(now)
    begin = max(0.0, at - HOUR)
    late = max(at, end - max((end - at) / 4, SOONEST.total_seconds()))
    before, lately = growth.between(begin, at), growth.between(late, end)
    share = (end - late) / (end - late + at - begin)
    chance = _at_most(round(lately), round(before + lately), share)
    return before / (at - begin) * HOUR, lately / (end - late) * HOUR, chance


def _at_most(count: int, of: int, share: float) -> float:
    """Give the probability that a binomial count is at most `count`."""
    logs = (
        lgamma(of + 1)
        - lgamma(k + 1)
        - lgamma(of - k + 1)
        + k * log(share)
        + (of - k) * log1p(-share)
        for k in range(count + 1)
    )
    return min(1.0, sum(exp(each) for each in logs))
