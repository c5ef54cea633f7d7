"""How rare a level would be if posts came by plain chance, each independent of the others.

Source: Alm (1983) for the scan statistic: a span that slides along meets more chances than
spans side by side. How many posts are usual is itself known from few posts only, so their
number follows a negative binomial law (Gamma–Poisson) rather than Poisson's.
"""

from datetime import timedelta
from math import exp, inf, lgamma, log, log1p, sqrt

#: Beyond so many standard deviations chance explains nothing that would matter.
FAR = 12.0
_DAY = timedelta(days=1)


def once_in(
    total: float, usual: float, over: timedelta, *, known: float, every: timedelta
) -> float:
    """Say once in how many days chance alone newly gives `total` where `usual` are expected.

    `over`: the span, looked at `every` so often. `known`: posts that say what is usual. A
    past of small counts is too short to tell five posts where three are usual from something
    rare; chance can, and no level is rarer than it says.
    """
    if total <= usual:
        return 0.0
    if total > usual + FAR * sqrt(usual + usual * usual / known + 1):
        return inf
    count = round(total)
    newly = count * _chance(count, usual, known) - (count + 1) * _chance(count + 1, usual, known)
    a_day = newly * (_DAY / over)
    if over <= every:
        a_day = min(a_day, _or_more(count, usual, known) * (_DAY / every))
    return 1 / a_day if a_day > 0 else inf


def _chance(count: int, usual: float, known: float) -> float:
    """Give the chance of a count, by the negative binomial law."""
    usual = max(usual, 1e-9)
    ways = lgamma(count + known) - lgamma(known) - lgamma(count + 1)
    return exp(ways - known * log1p(usual / known) + count * log(usual / (usual + known)))


def _or_more(count: int, usual: float, known: float) -> float:
    tail = 0.0
    while (term := _chance(count, usual, known)) > 1e-9 * tail:
        tail += term
        count += 1
    return tail
