"""A year of posts as a calendar: one square a day, darker for more, and what it shows in words."""

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

CELL, STEP, TOP = 11, 14, 18
LEVELS = 4
FEW = 10  # below that, the words name no favourite day


class Square(NamedTuple):
    """One day: where it is drawn (in the drawing's units), how dark, and what it stands for."""

    x: int
    y: int
    level: int
    day: date
    posts: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month: where its name is drawn, and its figures."""

    x: int
    short: str
    name: str
    posts: int
    query: str


@dataclass(frozen=True, slots=True)
class Year:
    """One year, drawn and told."""

    year: int
    posts: int
    squares: list[Square]
    shades: list[tuple[int, str]]
    months: list[Month]
    finding: str
    width: int = 53 * STEP + CELL
    height: int = TOP + 7 * STEP


def year_of(year: int, days: dict[date, int], today: date) -> Year:
    """Draw a year up to today; the darkest shade begins at the day's 90th percentile."""
    first = date(year, 1, 1)
    last = min(date(year, 12, 31), today)
    steps = _steps(sorted(days.values()))
    squares = []
    for number in range((last - first).days + 1):
        week, weekday = divmod(number + first.weekday(), 7)
        posts = days.get(day := first + timedelta(number), 0)
        squares.append(
            Square(week * STEP, TOP + weekday * STEP, bisect_right(steps, posts), day, posts)
        )
    by_month = Counter[int]()
    for day, count in days.items():
        by_month[day.month] += count
    months = [_month(first, month, by_month[month]) for month in range(1, last.month + 1)]
    return Year(year, sum(days.values()), squares, _shades(squares), months, _finding(year, days))


def _shades(squares: list[Square]) -> list[tuple[int, str]]:
    """Give each shade and one path through all its squares, which draws in no time.

    A square is a little smaller than its cell; the style sheet's round stroke fills it up.
    """
    paths: list[list[str]] = [[] for _ in range(LEVELS + 1)]
    for square in squares:
        paths[square.level].append(f"M{square.x + 1} {square.y + 1}h9v9h-9z")
    return [(level, "".join(path)) for level, path in enumerate(paths)]


def _steps(counts: list[int]) -> list[int]:
    """Give the least posts of each shade: any, then the 50th, 75th and 90th percentiles."""
    if not counts:
        return [1] * LEVELS
    steps = [1]
    for share in (0.5, 0.75, 0.9):
        steps.append(max(steps[-1] + 1, counts[min(int(len(counts) * share), len(counts) - 1)]))
    return steps


def _month(first: date, month: int, posts: int) -> Month:
    begin = first.replace(month=month)
    end = begin.replace(day=monthrange(first.year, month)[1])
    week = ((begin - first).days + first.weekday()) // 7
    query = f"?from={begin.isoformat()}&to={end.isoformat()}"
    return Month(week * STEP, str(MONTHS_3[month]), str(MONTHS[month]), posts, query)


def _finding(year: int, days: dict[date, int]) -> str:
    posts = sum(days.values())
    told = _("In %(year)s, %(posts)s %(days)s") % {
        "year": year,
        "posts": ngettext("%(n)s post", "%(n)s posts", posts) % {"n": number_format(posts)},
        "days": ngettext("on one day", "on %(n)s days", len(days)) % {"n": len(days)},
    }
    weekdays = Counter[int]()
    for day, count in days.items():
        weekdays[day.weekday()] += count
    if posts < FEW:
        return told
    (favourite, most), *_others = weekdays.most_common(1)
    if most * 4 < posts:
        return _("%(told)s, spread over the week") % {"told": told}
    return _("%(told)s, most of them on a %(day)s") % {"told": told, "day": WEEKDAYS[favourite]}
