"""The few numbers from which a rumour's probability is computed, each with a plain meaning."""

from math import log1p

from firsthand.listen.rumour import phrases
from firsthand.listen.rumour.tally import Tally

NAMES = ("answers", "disbelief", "questions", "comfort", "hearsay", "official", "opening comfort")
"""log(1 + answers); shares of the answers that disbelieve or accuse, ask, comfort; and of the opening post:
does it tell from hearsay, name an official source, comfort."""

PRIOR = 2.0
"""Answers that are imagined beforehand, so that one answer is not a share of 100 %."""
USUAL = {phrases.DISBELIEF: 0.03, phrases.QUESTION: 0.1, phrases.COMFORT: 0.1}


def features(tally: Tally) -> list[float]:
    """Give the features of a story so far, in the order of `NAMES`."""
    shares = [tally.share(kind, usual, PRIOR) for kind, usual in USUAL.items()]
    opening = [float(kind in tally.opening) for kind in (phrases.OFFICIAL, phrases.COMFORT)]
    return [log1p(tally.answers), *shares, float(tally.hearsay), *opening]
