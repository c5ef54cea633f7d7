"""How rare a level would be if posts came by plain chance, each independent of the others."""

from datetime import timedelta
from math import exp, inf, lgamma, log, sqrt

#: Beyond so many standard deviations chance explains nothing that would matter.
FAR = 12.0
_DAY = timedelta(days=1)


def once_in(total: float, usual: float, over: timedelta) -> float:
    """Say once in how many days chance alone gives `total` or more where `usual` are expected.

    Counts are taken as Poisson's. A past of small counts is too short to tell five posts
    where three are usual from something rare; chance can, and no level is rarer than it says.
    """
    if total <= usual:
        return 0.0
    if total > usual + FAR * sqrt(usual + 1):
        return inf
    usual = max(usual, 1e-9)
    count = round(total)
    term = exp(count * log(usual) - usual - lgamma(count + 1))
    tail = 0.0
    while term > 1e-12 * tail:
        tail += term
        count += 1
        term *= usual / count
    return over / _DAY / tail if tail > 0 else inf
