"""Counts by day and sort, kept as posts come, change and go."""

from collections import Counter
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.made import post

from firsthand.library import tallies
from firsthand.library.query import Question
from firsthand.library.shelf import shelve
from firsthand.library.tallies import Facet
from firsthand.people.founding import found
from firsthand.people.models import Leader

YEAR_END = datetime(2023, 12, 31, 23, 30, tzinfo=UTC)


def test_days_are_those_of_the_people_who_read_them(leader: Leader) -> None:
    shelve(leader, [post(1, at=YEAR_END), post(2, at=None), post(3), post(4)])
    assert tallies.days(leader, 2024) == {date(2024, 1, 1): 1, date(2024, 5, 4): 2}
    assert tallies.days(leader, 2023) == {}
    assert tallies.years(leader) == range(2024, 2025)
    assert tallies.total(leader, Question()) == 4


def test_an_empty_library_has_no_years(leader: Leader) -> None:
    assert tallies.years(leader) == range(0)
    assert tallies.facets(leader, Question(), "network") == []


def test_a_change_of_sort_moves_the_count(leader: Leader) -> None:
    shelve(leader, [post(1), post(2)])
    shelve(leader, [post(1, lang="en", reply_to="7")])
    assert tallies.facets(leader, Question(), "lang") == [Facet("en", 1), Facet("fr", 1)]
    assert tallies.facets(leader, Question(kind="reply"), "lang") == [Facet("en", 1)]


def test_spans_of_days_leave_unknown_times_out(leader: Leader) -> None:
    shelve(leader, [post(1), post(2, at=None)])
    assert tallies.total(leader, Question(end=date(2030, 1, 1))) == 1
    assert tallies.total(leader, Question(start=date(2000, 1, 1))) == 1


MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2025, 1, 1), timezones=st.just(UTC))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.integers(0, 5), MOMENTS), max_size=5), max_size=3))
def test_the_calendar_is_what_counting_every_post_gives(
    leader: Leader, batches: list[list[tuple[int, datetime]]]
) -> None:
    some = found("Somebody", "Somewhere")
    for batch in batches:
        shelve(some, [post(number, at=at) for number, at in batch])
    paris = ZoneInfo("Europe/Paris")
    counted = Counter(
        row.post.at.astimezone(paris).date() for row in some.posts.all() if row.post.at
    )
    found_: dict[date, int] = {}
    for year in tallies.years(some):
        found_ |= tallies.days(some, year)
    assert found_ == dict(counted)
