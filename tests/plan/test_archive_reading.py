"""What an archive says: read once, again only when it has changed, the leader's own posts only."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import get_current_timezone

from firsthand.library.models import Import
from firsthand.library.shelf import shelve
from firsthand.people.models import Leader
from firsthand.plan import archive_reading as room
from firsthand.plan.models import ArchiveReading
from firsthand.records.clock import FixedClock
from firsthand.records.post import Post

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
CLOCK = FixedClock(NOON)


def posts(n: int, author: str = "ada", network: str = "x", **more: Any) -> list[Post]:
    return [
        Post(
            text=f"Merci à l'équipe {at} !",
            id=f"{author}{at}",
            at=NOON - timedelta(days=at),
            author=author,
            network=network,
            **more,
        )
        for at in range(n)
    ]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every archive for too large to be read while a page is made."""
    monkeypatch.setattr(room, "AT_ONCE", 0)


def test_no_archive_says_nothing(leader: Leader) -> None:
    assert room.told(leader, CLOCK) == room.Told()
    assert not room.step(CLOCK)


def test_a_small_archive_is_read_at_once_and_kept(leader: Leader) -> None:
    shelve(leader, posts(60))
    told = room.told(leader, CLOCK)
    assert (told.posts, told.reading) == (60, False)
    assert told.evidence["thanks"].value == 1.0
    assert told.evidence["thanks"].said.text("fr") == (
        "100\u00a0% de vos messages remercient ou saluent quelqu'un (60 sur 60)."
    )
    assert room.told(leader, CLOCK).evidence == told.evidence
    assert not room.step(CLOCK)


def test_a_large_archive_is_read_by_the_second_process(leader: Leader, large: None) -> None:
    shelve(leader, posts(60))
    told = room.told(leader, CLOCK)
    assert (told.evidence, told.reading) == ({}, True)
    assert room.step(CLOCK)
    assert not room.step(CLOCK)
    told = room.told(leader, CLOCK)
    assert not told.reading
    assert told.evidence["presence"].value == 0


def test_what_was_read_holds_until_it_is_read_again(leader: Leader, large: None) -> None:
    shelve(leader, posts(60))
    room.step(CLOCK)
    shelve(leader, posts(60, "ada_again"))
    told = room.told(leader, CLOCK)
    assert told.reading
    assert told.evidence["presence"].n == 60
    assert room.step(CLOCK)
    assert room.told(leader, CLOCK).evidence["presence"].n == 120


def test_the_next_day_it_is_read_again_without_a_word(leader: Leader, large: None) -> None:
    shelve(leader, posts(60))
    room.step(CLOCK)
    tomorrow = FixedClock(NOON + timedelta(days=1))
    assert not room.told(leader, tomorrow).reading
    assert room.step(tomorrow)
    assert room.told(leader, tomorrow).evidence["presence"].value == 1


def test_nothing_is_read_while_posts_come_in(leader: Leader, large: None) -> None:
    shelve(leader, posts(60))
    brought = leader.imports.create(name="x.zip", state=Import.State.RUNNING)
    assert not room.step(CLOCK)
    brought.state, brought.ended = Import.State.DONE, NOON
    brought.save()
    assert room.step(CLOCK)
    leader.imports.create(name="y.zip", state="done", ended=NOON + timedelta(hours=1))
    assert room.step(FixedClock(NOON + timedelta(hours=2)))
    assert not room.step(CLOCK)


def test_a_reading_that_fails_is_not_tried_again_and_again(
    leader: Leader, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(leader, posts(60))
    monkeypatch.setattr(room, "gather", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        room.step(CLOCK)
    assert not room.step(CLOCK)
    assert not room.told(leader, CLOCK).reading


def test_posts_by_others_are_not_the_leaders(leader: Leader) -> None:
    leader.accounts.create(network="x", handle="@Ada")
    shelve(leader, [*posts(30), *posts(25, "grace"), *posts(20, "", "linkedin")])
    assert room.told(leader, CLOCK).evidence["presence"].n == 50


def test_an_account_of_another_name_than_the_archive_hides_nothing(leader: Leader) -> None:
    leader.accounts.create(network="x", handle="ada_lovelace")
    shelve(leader, posts(30))
    assert room.told(leader, CLOCK).evidence["presence"].n == 30


def test_the_reading_shows_how_far_it_is(
    leader: Leader, large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CHUNK", 20)
    shelve(leader, posts(50))
    seen = []
    read = room.gather

    def watch(stream: Any, *given: Any, **more: Any) -> Any:
        found = read(stream, *given, **more)
        seen.append(ArchiveReading.objects.get(leader=leader).progress)
        return found

    monkeypatch.setattr(room, "gather", watch)
    room.step(CLOCK)
    assert seen == [pytest.approx(0.8)]
    assert ArchiveReading.objects.get(leader=leader).progress is None


def test_what_a_large_archive_proposes_is_read_beside_and_kept(leader: Leader, large: None) -> None:
    shelve(leader, posts(60, reply_to_author="grace"))
    waiting = room.proposals(leader)
    assert waiting.subjects == ()
    assert waiting.said().text("en") == (
        "The desk is reading your 60 posts; in a minute it can say what they suggest."
    )
    room.step(CLOCK)
    kept = room.proposals(leader)
    assert kept.n == 60
    assert kept.people[0].name == "@grace"
    assert kept.people[0].samples[0].text.startswith("Merci")
    assert kept == room.propose(posts(60, reply_to_author="grace"), get_current_timezone())


def test_what_a_small_archive_proposes_follows_it(leader: Leader) -> None:
    assert room.proposals(leader).n == 0
    shelve(leader, posts(40))
    assert room.proposals(leader).n == 40
    shelve(leader, posts(50))
    assert room.proposals(leader).n == 50
