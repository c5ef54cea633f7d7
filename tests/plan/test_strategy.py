"""Versions of a strategy: kept as saved, told apart, and in force at their time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from firsthand.people.founding import found
from firsthand.people.models import Leader, Member
from firsthand.plan import strategy
from firsthand.plan.models import StrategyVersion
from firsthand.records.errors import Corrupt, NotAllowed, NotFound
from firsthand.records.strategy import Objective, Strategy


def test_a_leader_without_a_version_has_an_empty_strategy_in_their_name(leader: Leader) -> None:
    assert strategy.current(leader) == Strategy(leader="Claire Martin")
    assert strategy.at(leader, timezone.now()) is None


def test_each_save_is_a_version_with_author_time_and_note(leader: Leader, member: Member) -> None:
    kept = strategy.save(leader, Strategy(aim="Be heard."), member.user, "  after the seminar ")
    assert (kept.number, kept.author, kept.author_name) == (1, member.user, "Claire Martin")
    assert kept.note == "after the seminar"
    assert strategy.save(leader, Strategy(aim="Be understood.")).number == 2
    assert strategy.current(leader).aim == "Be understood."


def test_saving_the_same_again_makes_no_version(leader: Leader) -> None:
    first = strategy.save(leader, Strategy(aim="Be heard."))
    assert strategy.save(leader, Strategy(aim="Be heard.")) == first


def test_a_later_version_never_rewrites_what_was_planned_when_a_post_went_out(
    leader: Leader,
) -> None:
    posted = datetime(2026, 5, 4, 9, 12, tzinfo=UTC)
    for hours, aim in ((-1, "Before."), (1, "After.")):
        kept = strategy.save(leader, Strategy(aim=aim))
        StrategyVersion.objects.filter(pk=kept.pk).update(created=posted + timedelta(hours=hours))
    held = strategy.at(leader, posted)
    assert held is not None
    assert held.aim == "Before."
    assert strategy.at(leader, posted - timedelta(hours=2)) is None


def test_a_version_is_written_once(leader: Leader) -> None:
    kept = strategy.save(leader, Strategy(aim="Be heard."))
    kept.note = "changed my mind"
    with pytest.raises(NotAllowed):
        kept.save()


def test_going_back_is_a_new_version(leader: Leader) -> None:
    strategy.save(leader, Strategy(aim="One."))
    strategy.save(leader, Strategy(aim="Two."))
    assert strategy.restore(leader, 1).number == 3
    assert strategy.current(leader).aim == "One."
    assert strategy.version(leader, 2).note == ""
    assert strategy.version(leader, 3).note == "Back to version 1."


def test_versions_of_another_leader_are_out_of_reach(leader: Leader) -> None:
    other = found("Paul Durand", "Durand SA")
    strategy.save(other, Strategy(aim="Secret."))
    assert strategy.current(leader).aim == ""
    with pytest.raises(NotFound):
        strategy.version(leader, 1)


def test_a_section_changed_meanwhile_is_noticed_and_only_that_section(leader: Leader) -> None:
    opened = strategy.save(leader, Strategy(aim="One.")).number
    strategy.save(leader, Strategy(aim="One.", objectives=(Objective(name="Recruit"),)))
    changed = strategy.changed_since(leader, opened, "objectives")
    assert changed is not None
    assert changed.number == 2
    assert strategy.changed_since(leader, opened, "aim") is None
    assert strategy.changed_since(leader, 2, "objectives") is None
    assert strategy.changed_since(leader, 0, "aim") is not None


def test_a_version_that_no_longer_reads_stops_loudly(leader: Leader) -> None:
    kept = strategy.save(leader, Strategy(aim="One."))
    StrategyVersion.objects.filter(pk=kept.pk).update(toml="aim = ")
    with pytest.raises(Corrupt, match="Version 1 of Claire Martin's strategy cannot be read back"):
        strategy.current(leader)
