"""A year of posts as a calendar: one square a day, darker for more, and what it shows in words."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

CELL, STEP, TOP = 11, 14, 18
LEVELS = 4
FEW = 10  # below that, the words name no favourite day


@dataclass(frozen=True, slots=True)
class Square:
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
    first: date
    last: date


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
        day = first + timedelta(number)
        posts = days.get(day, 0)
        x, y = _corner(day, first)
        squares.append(Square(x, y, sum(posts >= step for step in steps), day, posts))
    months = [_month(year, month, days, first) for month in range(1, last.month + 1)]
    return Year(year, sum(days.values()), squares, _shades(squares), months, _finding(year, days))


def _shades(squares: list[Square]) -> list[tuple[int, str]]:
    """Give each shade and one path through all its squares, which draws in no time.

    A square is a little smaller than its cell; the style sheet's round stroke fills it up.
    """
    return [
        (level, "".join(f"M{s.x + 1} {s.y + 1}h9v9h-9z" for s in squares if s.level == level))
        for level in range(LEVELS + 1)
    ]


def _corner(day: date, first: date) -> tuple[int, int]:
    week = (day - first).days + first.weekday()
    return week // 7 * STEP, TOP + day.weekday() * STEP


def _steps(counts: list[int]) -> list[int]:
    """Give the least posts of each shade: any, then the 50th, 75th and 90th percentiles."""
    if not counts:
        return [1] * LEVELS
    steps = [1]
    for share in (0.5, 0.75, 0.9):
        steps.append(max(steps[-1] + 1, counts[min(int(len(counts) * share), len(counts) - 1)]))
    return steps


def _month(year: int, month: int, days: dict[date, int], first: date) -> Month:
    begin, end = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    posts = sum(count for day, count in days.items() if day.month == month)
    x, _y = _corner(begin, first)
    return Month(x, str(MONTHS_3[month]), str(MONTHS[month]), posts, begin, end)


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
