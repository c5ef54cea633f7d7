"""Did a story calm down after an answer? Its growth against the forecast made at that moment.

answer = calmed(growth, answered, now)     # None: too little to tell
answer.calmed                              # True, False, or None for “one cannot say”
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import erf, log1p, sqrt

from firsthand.listen.forecast import Growth, forecast

SOONEST = timedelta(minutes=15)
"""After an answer, nothing is said before this."""
_SPREADS = 2 * 1.2816
"""Standard deviations between the tenth and the ninetieth hundredth of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Calmed:
    """What came after an answer, against what was to be expected without one.

    `came`: posts since. `expected`, `low`, `high`: what was forecast, with its 80 %
    interval. `chance`: probability of so few, had nothing changed. `calmed`: True
    when fewer came than the interval allows, False when as many as expected or
    more, None in between. It does not say that the answer is the reason.
    """

    came: float
    expected: float
    low: float
    high: float
    chance: float
    calmed: bool | None


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
    verdict = True if chance < 0.1 else False if came >= expected else None
    return Calmed(came, expected, low, high, chance, verdict)
