"""The library's pages: what is found, escaped and marked; a post; the years; taking it away."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.pages import Who
from tests.web.world import World

from firsthand.desk.models import LearntVoice
from firsthand.library.shelf import shelve
from firsthand.people.models import Leader
from firsthand.records.post import Media, Post
from firsthand.web.heat import STEP, TOP, Year, year_of

EVIL = "<script>alert(1)</script> été & <b>gras</b>"


def at(month: int, day: int) -> datetime:
    return datetime(2025, month, day, 9, 12, tzinfo=UTC)


@pytest.fixture
def stocked(leader: Leader) -> Leader:
    shelve(
        leader,
        [
            Post(text=EVIL, id="1", at=at(3, 1), network="x", lang="fr"),
            Post(text="Merci à vous", id="2", at=at(3, 2), network="x", reply_to="1"),
            Post(text="Looking ahead", id="at://did/3", at=at(7, 4), network="bluesky", lang="en",
                 url="javascript:alert(1)", media=(Media("a.jpg"),), metrics={"likes": 1234}),
            Post(text="Sans date", id="4", network="mastodon", url="https://m.example/4"),
        ],
    )  # fmt: skip
    return leader


def test_what_others_wrote_is_never_markup(stocked: Leader, member_client: Client) -> None:
    html = member_client.get(reverse("library", args=[stocked.slug]), {"q": "ETE"}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert "<mark>été</mark>" in html
    html = member_client.get(reverse("post", args=[stocked.slug, "x:1"])).content.decode()
    assert "<b>gras" not in html


def test_an_address_from_an_archive_is_a_link_only_when_it_is_one(
    stocked: Leader, member_client: Client
) -> None:
    html = member_client.get(reverse("post", args=[stocked.slug, "bluesky:at://did/3"])).content
    assert b"javascript:" not in html
    assert b"<strong>1,234</strong> likes" in html
    html = member_client.get(reverse("post", args=[stocked.slug, "mastodon:4"])).content
    assert b'href="https://m.example/4"' in html
    assert b"at a time the archive does not tell" in html


def test_an_answer_leads_to_what_it_answers(stocked: Leader, member_client: Client) -> None:
    html = member_client.get(reverse("post", args=[stocked.slug, "x:2"])).content.decode()
    assert reverse("post", args=[stocked.slug, "x:1"]) in html


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 4),
        ({"network": "x"}, 2),
        ({"lang": "en"}, 1),
        ({"kind": "reply"}, 1),
        ({"from": "2025-03-02", "to": "2025-12-31"}, 2),
        ({"from": "2025-03-01", "to": "2025-03-02"}, 2),
        ({"to": "2025-03-01"}, 1),
        ({"from": "not a day"}, 4),
        ({"after": "nowhere"}, 4),
        ({"network": "telegraph"}, 0),
        ({"q": "merci"}, 1),
    ],
)
def test_narrowing(
    asked: dict[str, str], found: int, stocked: Leader, member_client: Client
) -> None:
    html = member_client.get(reverse("library", args=[stocked.slug]), asked).content.decode()
    assert html.count('class="hit"') == found


def test_a_part_comes_alone_when_asked_for(stocked: Leader, member_client: Client) -> None:
    address = reverse("library", args=[stocked.slug])
    answer = member_client.get(
        address, {"q": "merci", "kind": ""}, headers={"HX-Request": "true", "HX-Target": "found"}
    )
    assert b"<html" not in answer.content
    assert answer.headers["HX-Push-Url"] == f"{address}?q=merci"


def test_everything_can_be_taken_away(stocked: Leader, member_client: Client) -> None:
    answer = member_client.get(reverse("export", args=[stocked.slug, "jsonl"]))
    lines = [json.loads(line) for line in answer.getvalue().splitlines()]
    assert {line["id"] for line in lines} == {"1", "2", "at://did/3", "4"}
    answer = member_client.get(reverse("export", args=[stocked.slug, "csv"]))
    table = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert len(table) == 4
    assert answer.headers["Content-Disposition"] == 'attachment; filename="claire-martin-posts.csv"'
    assert member_client.get(f"/{stocked.slug}/library/export.exe").status_code == 404


def test_a_reader_reads_but_takes_nothing_away(world: World) -> None:
    reader = Client()
    reader.force_login(world.full.members.get(role="reader").user)
    assert reader.get(reverse("library", args=[world.full.slug])).status_code == 200
    assert reader.get(reverse("export", args=[world.full.slug, "csv"])).status_code == 403
    assert reader.get(reverse("import", args=[world.full.slug])).status_code == 403
    assert (
        "export.csv" not in reader.get(reverse("library", args=[world.full.slug])).content.decode()
    )


def test_a_post_of_another_leader_is_not_there(world: World) -> None:
    client = Client()
    client.force_login(world.user)
    key = world.full.posts.all()[0].key
    assert client.get(reverse("post", args=[world.full.slug, key])).status_code == 200
    assert client.get(reverse("post", args=[world.empty.slug, key])).status_code == 404


def drawn(year: Year, level: int) -> list[tuple[int, int]]:
    """Give where the squares of one shade are, as (week, weekday from Monday)."""
    path = dict(year.shades)[level]
    return [
        ((int(x) - 1) // STEP, (int(y) - 1 - TOP) // STEP)
        for x, y in re.findall(r"M(\d+) (\d+)", path)
    ]


def test_a_year_has_its_days_in_their_weeks() -> None:
    year = year_of(2025, {date(2025, 1, 1): 3, date(2025, 12, 31): 1}, date(2026, 5, 1))
    days = drawn(year, 0)
    assert len(days) == len(set(days)) == 365
    assert days[0] == (0, 2), "the first of January 2025 was a Wednesday"
    assert days[4:6] == [(0, 6), (1, 0)], "a week is one column, from Monday"
    assert drawn(year, 2) == [days[0]]
    assert drawn(year, 1) == [days[-1]]
    assert drawn(year, 3) == drawn(year, 4) == []
    assert [month.posts for month in year.months] == [3, *[0] * 10, 1]


@pytest.mark.parametrize("number", [2024, 2025, 2028, 2000, 2012])
def test_every_day_of_any_year_is_within_the_drawing(number: int) -> None:
    last = date(number, 12, 31)
    year = year_of(number, {last: 1}, last)
    week, weekday = drawn(year, 1)[0]
    assert weekday == last.weekday()
    assert week * STEP < year.width


def test_a_year_is_drawn_up_to_today() -> None:
    year = year_of(2026, {date(2026, 1, 2): 1}, date(2026, 2, 10))
    assert len(drawn(year, 0)) == 31 + 10
    assert len(year.months) == 2


def test_the_finding_names_the_favourite_day_only_when_there_is_one() -> None:
    mondays = {date(2025, 1, 6 + 7 * week): 3 for week in range(4)}
    assert "most of them on a Monday" in year_of(2025, mondays, date(2026, 1, 1)).finding
    spread = {date(2025, 1, 6 + day): 3 for day in range(7)}
    assert "spread over the week" in year_of(2025, spread, date(2026, 1, 1)).finding
    few = {date(2025, 1, 6): 3}
    assert year_of(2025, few, date(2026, 1, 1)).finding == "In 2025, 3 posts on one day"


def test_a_library_is_emptied_only_by_the_leader_who_types_their_name(
    stocked: Leader, member_client: Client, world: World
) -> None:
    address = reverse("empty-library", args=[stocked.slug])
    assert b"4 posts would be deleted" in member_client.get(address).content
    assert b"not the leader" in member_client.post(address, {"name": "someone"}).content
    assert stocked.posts.count() == 4
    others = world.full.posts.count()
    LearntVoice.objects.create(leader=stocked, told={"lately": [{"text": "Bonjour."}]})
    member_client.post(address, {"name": "claire martin"})
    assert stocked.posts.count() == 0
    assert not LearntVoice.objects.filter(leader=stocked).exists(), "its page shows posts"
    assert LearntVoice.objects.filter(leader=world.full).exists()
    assert world.full.posts.count() == others
    adviser = world.client(Who.MEMBER)
    answer = adviser.post(
        reverse("empty-library", args=[world.full.slug]), {"name": world.full.name}
    )
    assert answer.status_code == 403
