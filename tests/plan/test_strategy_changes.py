"""What changed between two strategies, in words."""

from dataclasses import replace
from datetime import date, time

from hypothesis import HealthCheck, given, settings
from tests.records.strategies import strategies

from firsthand.plan.strategy_changes import changes, in_words
from firsthand.plan.strategy_json import change_line
from firsthand.records.strategy import (
    Approval,
    Company,
    CompanyTopic,
    Objective,
    Stance,
    Strategy,
    Topic,
)

OLD = Strategy(aim="One.", topics=(Topic(name="Repair", stance=Stance.FOR),), own_share=0.5)


def lines(old: Strategy, new: Strategy, lang: str = "en") -> list[str]:
    return [change.line(lang) for change in changes(old, new)]


some = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # whole strategies are long to make up


@some
@given(strategies())
def test_a_strategy_does_not_differ_from_itself(made: Strategy) -> None:
    assert changes(made, made) == ()


@some
@given(strategies(), strategies())
def test_every_change_is_said_in_both_languages(one: Strategy, other: Strategy) -> None:
    for change in changes(one, other):
        assert change.line("en")
        assert change.line("fr")
        assert change_line(change, "fr")["kind"] in {"added", "removed", "changed"}


def test_a_value_that_changed_is_quoted_before_and_after() -> None:
    assert lines(OLD, replace(OLD, aim="Two.")) == [
        "My aim, changed: my aim, in one sentence, “One.” → “Two.”"
    ]
    (share,) = lines(OLD, replace(OLD, own_share=0.8), "fr")
    assert "« 50 % » → « 80 % »" in share.replace("\u00a0", " ").replace("\u202f", " ")


def test_records_are_added_removed_and_changed_by_name() -> None:
    new = replace(OLD, topics=(Topic(name="Repair", stance=Stance.AGAINST), Topic(name="Trains")))
    assert [(c.kind, c.name.en) for c in changes(OLD, new) if c.name] == [
        ("changed", "Repair"),
        ("added", "Trains"),
    ]
    assert [(c.kind, c.name.en) for c in changes(new, OLD) if c.name] == [
        ("changed", "Repair"),
        ("removed", "Trains"),
    ]


def test_a_record_that_kept_all_but_its_name_was_renamed() -> None:
    new = replace(OLD, topics=(Topic(name="Mending", stance=Stance.FOR),))
    (found,) = changes(OLD, new)
    assert found.kind == "changed"
    assert [(d.before.en, d.after.en) for d in found.details] == [("Repair", "Mending")]


def test_the_companys_part_says_so() -> None:
    new = replace(OLD, company=Company(topics=(CompanyTopic(name="Exports"),)))
    (found,) = changes(OLD, new)
    assert found.company
    assert change_line(found, "en")["section"] == "company.topics"


def test_approvals_are_named_by_what_they_approve() -> None:
    new = replace(OLD, approvals=(Approval(kind="rumour", roles=("leader",)),))
    (line,) = lines(OLD, new, "fr")
    assert "rumeur" in line


def test_values_are_said_as_people_say_them() -> None:
    assert in_words("by", date(2026, 5, 1)).fr == "1er mai 2026"
    assert in_words("from_time", time(22)).en == "22:00"
    assert in_words("posts_per_week", 1.5).fr == "1,5"
    assert in_words("target", value=True).fr == "oui"
    assert in_words("aim", "").en == "nothing"
    assert in_words("topics", ("a", "b")).fr == "a, b"


def test_an_objective_without_change_is_not_told() -> None:
    old = replace(OLD, objectives=(Objective(name="Hire"), Objective(name="Sell", success="10")))
    new = replace(OLD, objectives=(Objective(name="Hire"), Objective(name="Sell", success="12")))
    assert [c.name.en for c in changes(old, new) if c.name] == ["Sell"]
