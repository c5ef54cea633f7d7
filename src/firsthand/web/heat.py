"""A year of posts as a calendar: one square a day, darker for more, and what it shows in words."""

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

CELL, STEP, TOP = 11, 14, 18
LEVELS = 4
WEEKS = 54  # the most that a year touches
FEW = 10  # below that, the words name no favourite day


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
    shades: list[tuple[int, str]]
    months: list[Month]
    finding: str
    width: int = (WEEKS - 1) * STEP + CELL
    height: int = TOP + 7 * STEP


#: One square for each day of a year, column after column: a little smaller than its cell; the
#: style sheet's round stroke fills it up.
_SQUARES = tuple(
    f"M{week * STEP + 1} {TOP + weekday * STEP + 1}h9v9h-9z"
    for week in range(WEEKS)
    for weekday in range(7)
)


def year_of(year: int, days: dict[date, int], today: date) -> Year:
    """Draw a year up to today; the darkest shade begins at the day's 90th percentile."""
    first = date(year, 1, 1)
    last = min(date(year, 12, 31), today)
    by_month = Counter[int]()
    for day, count in days.items():
        by_month[day.month] += count
    months = [_month(first, month, by_month[month]) for month in range(1, last.month + 1)]
    shades = _shades(first, last, days)
    return Year(year, sum(days.values()), shades, months, _finding(year, days))


def _shades(first: date, last: date, days: dict[date, int]) -> list[tuple[int, str]]:
    """Give each shade and one path through its squares, which draws in no time.

    The lightest is under every day of the year so far.
    """
    steps = _steps(sorted(days.values()))
    paths: list[list[str]] = [[] for _ in range(LEVELS + 1)]
    start = first.weekday()
    paths[0] += _SQUARES[start : start + (last - first).days + 1]
    start -= first.toordinal()
    for day, posts in days.items():
        paths[bisect_right(steps, posts)].append(_SQUARES[start + day.toordinal()])
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
