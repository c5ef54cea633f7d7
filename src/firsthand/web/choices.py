"""What a library can be narrowed down by, and its calendar: each read in one pass over the tallies."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from firsthand.library import tallies
from firsthand.library.query import Question
from firsthand.library.tallies import Facet
from firsthand.people.models import Leader

NAMES = ("network", "kind", "lang")


@dataclass(frozen=True, slots=True)
class Choices:
    """How many posts there are, and of each network, kind and language, the most frequent first."""

    total: int
    network: list[Facet]
    kind: list[Facet]
    lang: list[Facet]


def choices(leader: Leader) -> Choices:
    """Count a leader's posts by what they can be narrowed down by."""
    counted = tallies.narrowed(leader, Question()).values_list(*NAMES).annotate(all=Sum("posts"))
    by: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    total = 0
    for *values, posts in counted.order_by():
        total += posts
        for name, value in zip(NAMES, values, strict=True):
            by[name][value] += posts
    found = {name: [Facet(*each) for each in by[name].most_common() if each[1]] for name in NAMES}
    return Choices(total, **found)


def calendar(leader: Leader) -> dict[int, dict[date, int]]:
    """Count a leader's dated posts by day, for each year that has any."""
    years: dict[int, dict[date, int]] = defaultdict(dict)
    for day, posts in tallies.by_day(leader):
        years[day.year][day] = posts
    return dict(years)
