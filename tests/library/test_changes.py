"""Archives that have changed since something was made of them."""

from datetime import UTC, datetime

import pytest

from firsthand.desk.models import LearntVoice
from firsthand.library.changes import next_changed, state_of
from firsthand.library.models import Import
from firsthand.library.shelf import shelve
from firsthand.people.models import Leader
from firsthand.plan.models import ArchiveReading
from firsthand.records.post import Post

MADE = {"learnt_voice": LearntVoice, "archive_reading": ArchiveReading}
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def post(name: str) -> Post:
    return Post(text=f"Bonjour {name} !", id=name, network="x")


def test_an_archive_has_another_name_once_it_changes(leader: Leader) -> None:
    shelve(leader, [post("un")])
    before = state_of(leader)
    assert state_of(leader) == before
    assert state_of(leader, "an account more") != before
    shelve(leader, [post("deux")])
    assert (before[0], state_of(leader)[0]) == (1, 2)
    assert state_of(leader)[1] != before[1]


@pytest.mark.parametrize("made", MADE)
def test_what_was_made_is_made_again_when_asked_or_when_posts_came_since(
    leader: Leader, made: str
) -> None:
    assert next_changed(made) is None
    shelve(leader, [post("un")])
    assert next_changed(made) == leader
    kept = MADE[made].objects.create(leader=leader, state="as it was", at=NOON)
    assert next_changed(made) is None
    kept.state = ""
    kept.save()
    assert next_changed(made) == leader
    kept.state = "as it was"
    kept.save()
    Import.objects.create(leader=leader, state=Import.State.DONE, ended=NOON.replace(hour=13))
    assert next_changed(made) == leader


def test_nothing_is_made_while_posts_are_on_their_way_in(leader: Leader) -> None:
    shelve(leader, [post("un")])
    Import.objects.create(leader=leader, state=next(iter(Import.UNFINISHED)))
    assert next_changed("learnt_voice") is None
