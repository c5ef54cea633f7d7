"""Three questions to each count: is it high at once, for hours, for a day?

Each question compares counts with their baseline over spans of time. Each span asks
its own past how rare such an excess is, in days; the answer to the question is their
geometric mean, so that a surge at once must stand out for a while too. What lasts is
read with single steps cut, so that one burst does not pass for a long day.
"""

from dataclasses import dataclass
from datetime import timedelta

QUIET = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Look:
    """One question.

    `weights`: how much each span has to say. `every`: how often it is asked, at least
    once a step. `cut`: a step counts for at most this many standard deviations above
    what was expected. `rarer`: its days are divided by this, because errors of the
    baseline last too. `quiet`: for so long after an alarm it says nothing new, as its
    spans still hold what was raised and how that faded. `warm_up`: a day is known to be
    long only once each weekday was seen twice.
    """

    spans: tuple[timedelta, ...]
    weights: tuple[float, ...]
    every: timedelta
    cut: float
    rarer: float
    warm_up: timedelta
    quiet: timedelta


AT_ONCE = Look(
    spans=(
        timedelta(minutes=5),
        timedelta(minutes=15),
        timedelta(hours=1),
        timedelta(hours=3),
    ),
    # A single step is where machines that post shout loudest.
    weights=(1.0, 2.0, 2.0, 2.0),
    every=timedelta(minutes=5),
    cut=float("inf"),
    rarer=1.0,
    warm_up=timedelta(days=1),
    quiet=QUIET,
)
FOR_HOURS = Look(
    spans=(timedelta(hours=6),),
    weights=(1.0,),
    every=timedelta(minutes=30),
    cut=5.0,
    rarer=2.0,
    warm_up=timedelta(days=7),
    quiet=QUIET + 2 * timedelta(hours=12),
)
FOR_A_DAY = Look(
    spans=(timedelta(days=1),),
    weights=(1.0,),
    every=timedelta(minutes=30),
    cut=5.0,
    rarer=2.0,
    warm_up=timedelta(days=14),
    quiet=QUIET + 2 * timedelta(days=1),
)
LOOKS = (AT_ONCE, FOR_HOURS, FOR_A_DAY)
