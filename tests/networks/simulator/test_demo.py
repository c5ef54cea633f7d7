"""The demo leader: invented, the same each time, and plausible."""

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from firsthand.networks.simulator.demo import Demo, build
from firsthand.records.post import Kind
from firsthand.records.strategy_file import read

LAST_DAY = datetime(2026, 6, 30, 11, 5, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def demo() -> Demo:
    return build(seed=1, until=LAST_DAY)


def test_same_seed_same_day_same_posts(demo: Demo) -> None:
    assert build(seed=1, until=LAST_DAY + timedelta(hours=3)) == demo
    assert build(seed=2, until=LAST_DAY).posts != demo.posts


def test_two_years_in_french_with_some_english(demo: Demo) -> None:
    first, last = demo.posts[0].at, demo.posts[-1].at
    assert first is not None
    assert last is not None
    assert timedelta(days=600) < last - first < timedelta(days=735)
    langs = Counter(post.lang for post in demo.posts)
    assert langs["fr"] > 6 * langs["en"] > 0


def test_every_kind_of_post_and_no_identity_twice(demo: Demo) -> None:
    kinds = {post.kind for post in demo.posts}
    assert kinds == {Kind.POST, Kind.REPLY, Kind.REPOST, Kind.ARTICLE}
    identities = [(post.network, post.id) for post in (*demo.posts, *demo.heard)]
    assert len(set(identities)) == len(identities)


def test_nothing_is_later_than_the_last_day(demo: Demo) -> None:
    end = LAST_DAY.replace(hour=20, minute=0)
    assert all(post.at is not None and post.at <= end for post in (*demo.posts, *demo.heard))


def test_an_employee_is_praised(demo: Demo) -> None:
    assert any("Mourad" in post.text and "médaille" in post.text for post in demo.posts)


def test_the_rumour_grows_until_it_is_answered_then_dies_out(demo: Demo) -> None:
    told = [post.at for post in demo.heard if post.id.startswith(("demo-rumour", "demo-spread"))]
    answered = next(post.at for post in demo.posts if post.id == "demo-x-answer")
    assert answered is not None

    def in_hour_from(minutes: int) -> int:
        start = answered + timedelta(minutes=minutes)
        return sum(at is not None and start <= at < start + timedelta(hours=1) for at in told)

    assert in_hour_from(-60) > 2 * in_hour_from(-120)
    assert in_hour_from(-60) > 2 * in_hour_from(30) > 4 * in_hour_from(180)


def test_the_communities_talk_among_themselves_in_one_thread(demo: Demo) -> None:
    first, *answers = [post for post in demo.heard if post.id.startswith("demo-talk")]
    assert len({post.author for post in (first, *answers)}) >= 3
    assert {post.reply_to for post in answers} == {first.id}
    assert first.at is not None
    assert all(post.at is not None and post.at - first.at < timedelta(hours=2) for post in answers)


def test_places_stand_in_real_french(demo: Demo) -> None:
    said = " ".join(post.text for post in demo.heard)
    assert "d'Issoire" in said
    assert "du Puy" in said
    for wrong in ("de Issoire", "de Aurillac", "de Le Puy", "à Le Puy", "{"):
        assert wrong not in said


def test_the_strategy_is_one_the_house_can_read(demo: Demo) -> None:
    strategy = read(demo.strategy)
    assert strategy.leader == demo.leader.name
    assert strategy.company.name == demo.leader.organisation
