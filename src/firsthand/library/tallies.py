"""How many posts of each sort there are on each day: added up as posts come, read in no time."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Min, QuerySet, Sum
from django.utils import timezone

from firsthand.library.models import Tally
from firsthand.library.query import Question
from firsthand.library.rows import Row, Sort
from firsthand.people.models import Leader

Changes = Counter[tuple[str, Sort]]

ADD = """INSERT INTO library_tally (leader_id, day, network, kind, lang, media, posts)
VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (leader_id, day, network, kind, lang, media)
DO UPDATE SET posts = library_tally.posts + excluded.posts"""
DAYS = """SELECT day, SUM(posts) FROM library_tally WHERE leader_id = %s AND day <> ''
GROUP BY day HAVING SUM(posts) > 0 ORDER BY day"""


def changes(gone: Iterable[Row], come: Iterable[Row]) -> Changes:
    """Count by day and sort what goes away and what comes."""
    zone = timezone.get_default_timezone()
    counted: Changes = Counter((row.day(zone), row.sort) for row in come)
    counted.subtract((row.day(zone), row.sort) for row in gone)
    return counted


def add(leader: Leader, counted: Changes) -> None:
    """Bring the tallies up to date, in the caller's transaction."""
    values = [(leader.pk, day, *sort, count) for (day, sort), count in counted.items() if count]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, sorted(values))


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a filter, and how many posts have it."""

    value: str
    posts: int


def narrowed(leader: Leader, question: Question) -> QuerySet[Tally]:
    """Give the tallies of what a question looks among, whatever its words."""
    found = Tally.objects.filter(leader=leader)
    for name in ("network", "kind", "lang", "media"):
        if (value := getattr(question, name)) is not None:
            found = found.filter(**{name: value})
    if question.start is not None:
        found = found.filter(day__gte=question.start.isoformat())
    if question.end is not None:
        found = found.filter(day__lte=question.end.isoformat()).exclude(day="")
    return found


def total(leader: Leader, question: Question) -> int:
    """Count all posts that a question looks among, whatever its words."""
    return narrowed(leader, question).aggregate(all=Sum("posts"))["all"] or 0


def facets(leader: Leader, question: Question, name: str) -> list[Facet]:
    """Count posts by `network`, `kind` or `lang`, the most frequent first."""
    counted = (
        narrowed(leader, question)
        .values_list(name)
        .annotate(all=Sum("posts"))
        .filter(all__gt=0)
        .order_by("-all", name)
    )
    return [Facet(value, posts) for value, posts in counted]


def by_day(leader: Leader) -> list[tuple[date, int]]:
    """Give every day with dated posts, and how many; thousands of days in some milliseconds."""
    with connection.cursor() as cursor:
        cursor.execute(DAYS, [leader.pk])
        return [(date.fromisoformat(day), posts) for day, posts in cursor.fetchall()]


def days(leader: Leader, year: int, question: Question | None = None) -> dict[date, int]:
    """Count the posts of each day of a year on which there were any."""
    counted = (
        narrowed(leader, question or Question())
        .filter(day__startswith=f"{year:04d}-")
        .values_list("day")
        .annotate(all=Sum("posts"))
        .filter(all__gt=0)
        .order_by("day")
    )
    return {date.fromisoformat(day): posts for day, posts in counted}


def years(leader: Leader) -> range:
    """Give the years from the first dated post to the last; an empty range when there is none."""
    dated = Tally.objects.filter(leader=leader, posts__gt=0).exclude(day="")
    first = dated.aggregate(first=Min("day"))["first"]
    if first is None:
        return range(0)
    last = dated.order_by("-day").values_list("day", flat=True)[0]
    return range(int(first[:4]), int(last[:4]) + 1)
