"""The forecast of a story's size from what it has done so far."""

from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from math import exp, expm1, log, log1p

import msgspec

from firsthand.listen.forecast.growth import Growth

FEWEST, YOUNGEST = 4, 300.0
"""Posts, and seconds, below which it is too early to tell."""
AGE_CUTS, RECENT_CUTS = (1_500.0, 2_700.0, 5_000.0, 9_000.0, 30_000.0), (0.5, 3.5, 12.5, 40.0)
"""Where kinds of stories part: seconds of age, posts in the last third of it."""
AHEAD = timedelta(hours=48)
"""The size forecast is that in so long from now, unless asked otherwise."""


class Forecast(msgspec.Struct, frozen=True):
    """What is to be expected of a story.

    `expected`, `low`, `high`: posts by then (in two days, unless asked otherwise); the true number lies between low and
    high four times in five. `doubles`: probability that it has twice today's posts
    by then. `peaked`: the busiest span lies behind; `peak_at`: its middle, or when it
    is to be expected.
    """

    posts: int
    expected: float
    low: float
    high: float
    doubles: float
    peak_at: datetime
    peaked: bool


class Model(msgspec.Struct, frozen=True):
    """Weights by feature: of the logarithm of the posts to come, and of the odds to double.

    `shifts`: what is added to the four sums in each `regime`, so that the interval holds
    as often as it says in each, not only on the whole (conformalised quantile
    regression; Romano, Patterson and Candès, 2019, within groups).
    """

    learnt_from: str
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    doubles: tuple[float, ...]
    shifts: tuple[tuple[float, float, float, float], ...]


def regime(growth: Growth, age: float) -> int:
    """Give which kind of story it is.

    It goes by the age, the posts of the last third of it, and whether these are more
    than a third of all.
    """
    recent, posts = growth.between(age * 2 / 3, age), growth.between(0, age)
    older = sum(age > cut for cut in AGE_CUTS)
    busier = sum(recent > cut for cut in RECENT_CUTS)
    return (older * (len(RECENT_CUTS) + 1) + busier) * 2 + (3 * recent > posts)


def features(growth: Growth, now: datetime, ahead: timedelta = AHEAD) -> list[float]:
    """Give one, and logarithms of what tells how a story goes on.

    These are: its posts, those of the last third and of the last tenth of its age,
    the age, the time ahead as a story that fades like one over its age would use it up,
    and the share of its age for which it has been silent.
    """
    age = growth.age(now)
    return [
        1.0,
        log1p(growth.between(0, age)),
        log1p(growth.between(age * 2 / 3, age)),
        log1p(growth.between(age * 9 / 10, age)),
        log(max(age, 60.0) / 3600),
        log(log1p(max(ahead.total_seconds(), 60.0) / max(age, 60.0))),
        log(0.01 + growth.silent(age) / max(age, 60.0)),
    ]


def forecast(
    growth: Growth, now: datetime, *, ahead: timedelta = AHEAD, model: Model | None = None
) -> Forecast | None:
    """Say what is to be expected of a story, or None when it is too early to tell.

    What came after `now` is not looked at.
    """
    age = growth.age(now)
    posts = round(growth.between(0, age))
    if posts < FEWEST or age < YOUNGEST or growth.start is None:
        return None
    model = model or shipped()
    values = features(growth, now, ahead)
    shifts = model.shifts[regime(growth, age)]
    weighed = (model.low, model.middle, model.high, model.doubles)
    *sizes, odds = (
        _sum(weights, values) + shift for weights, shift in zip(weighed, shifts, strict=True)
    )
    low, middle, high = (posts + max(0.0, expm1(each)) for each in sizes)
    peak, peaked = _peak(growth, age)
    return Forecast(
        posts=posts,
        expected=max(low, middle),
        low=low,
        high=max(low, middle, high),
        doubles=1 / (1 + exp(-odds)),
        peak_at=growth.start + timedelta(seconds=peak),
        peaked=peaked,
    )


def _sum(weights: tuple[float, ...], values: list[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _peak(growth: Growth, age: float) -> tuple[float, bool]:
    """Give the age at the busiest eighth so far, or, if that is the latest, when it may come.

    A story still rising is expected to peak a quarter of its age from now: a rule of thumb.
    """
    span = age / 8
    best, at = growth.highest(span, age)
    latest = growth.between(age - span, age)
    if latest + latest**0.5 < best:
        return at, True
    return age * 1.25, False


@cache
def shipped() -> Model:
    """Give the model that comes with the package."""
    return msgspec.json.decode((files(__package__) / "model.json").read_bytes(), type=Model)
