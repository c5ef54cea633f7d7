"""The verdicts: sensible for people one meets, monotone, honest about what is not known."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.standing.readiness.personas import ORDINARY, PERSONAS, Persona, measured

from firsthand.records.clock import FixedClock
from firsthand.standing.measure import Measured
from firsthand.standing.readiness.judge import judge
from firsthand.standing.readiness.path import after, steps
from firsthand.standing.readiness.questions import questionnaire
from firsthand.standing.readiness.situation import Outcome, situation
from firsthand.standing.readiness.verdict import as_json, in_language
from firsthand.standing.readiness.weights import weights

CLOCK = FixedClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
RANKED = [question for question in questionnaire() if question.factors]


def answers(holes: bool = True) -> st.SearchStrategy[dict[str, str]]:
    """Any filled-in questionnaire, with or without questions left open."""
    choices = {
        question.id: st.sampled_from([answer.id for answer in question.answers])
        for question in questionnaire()
    }
    full = st.fixed_dictionaries(choices)
    return st.fixed_dictionaries({}, optional=choices) if holes else full


@st.composite
def evidence(draw: st.DrawFn) -> dict[str, Measured]:
    """Any archive: for each measure nothing, too little, or a value around its marks."""
    found = {}
    for link in weights().links:
        if draw(st.booleans()):
            value = draw(st.none() | st.floats(0, 1))
            spread = None if value is None else link.poor + value * (link.good - link.poor)
            found[link.measure] = measured(link.measure, spread)
    return found


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.name)
def test_personas_get_the_verdict_an_adviser_would_give(persona: Persona) -> None:
    assert judge(persona.answers, {}, CLOCK).verdict == persona.verdict, persona.because


@settings(max_examples=60, deadline=None)
@given(answers(), evidence(), st.data())
def test_a_better_answer_never_makes_the_verdict_worse(
    given_answers: dict[str, str], shown: dict[str, Measured], data: st.DataObject
) -> None:
    before = situation(given_answers, shown)
    open_to_better = [
        one for one in RANKED if one.id in given_answers and one.better(given_answers[one.id])
    ]
    if not open_to_better:
        return
    question = data.draw(st.sampled_from(open_to_better))
    better = data.draw(st.sampled_from(question.better(given_answers[question.id])))
    later = before.answering(**{question.id: better.id})
    worst, best = before.bounds
    worst_later, best_later = later.bounds
    assert worst_later >= worst
    assert best_later >= best
    assert (later.verdict is None) == (before.verdict is None) or not before.enough
    if before.verdict is not None and later.verdict is not None:
        assert later.verdict >= before.verdict


@settings(max_examples=60, deadline=None)
@given(answers(), evidence(), st.data())
def test_a_better_archive_never_makes_the_verdict_worse(
    given_answers: dict[str, str], shown: dict[str, Measured], data: st.DataObject
) -> None:
    told = [link for link in weights().links if link.measure in shown]
    if not told:
        return
    link = data.draw(st.sampled_from(told))
    if shown[link.measure].value is None:
        return
    better = {**shown, link.measure: measured(link.measure, link.good)}
    before, later = situation(given_answers, shown), situation(given_answers, better)
    level_before, level_later = before.level(link.factor), later.level(link.factor)
    if level_before is not None:
        assert level_later is not None
        assert level_later >= level_before - 1e-9
    if before.verdict is not None and later.verdict is not None:
        assert later.verdict >= before.verdict


@settings(max_examples=60, deadline=None)
@given(answers(holes=False), st.data())
def test_a_missing_answer_never_counts_as_zero(
    given_answers: dict[str, str], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(RANKED))
    without = {name: value for name, value in given_answers.items() if name != question.id}
    worst = {**given_answers, question.id: question.answers[-1].id}
    left_open, at_worst = situation(without, {}), situation(worst, {})
    for factor in question.factors:
        level = left_open.level(factor)
        floor = at_worst.level(factor)
        assert floor is not None
        assert level is None or level >= floor
    for side in weights().sides:
        level, floor = left_open.side(side), at_worst.side(side)
        assert level is not None
        assert floor is not None
        assert level >= floor - 1e-9


@settings(max_examples=60, deadline=None)
@given(answers())
def test_what_is_said_of_too_little_holds_however_the_rest_is_answered(
    given_answers: dict[str, str],
) -> None:
    known = situation(given_answers, {})
    if known.enough or known.verdict is None:
        return
    for at in (0, -1):
        filled = {one.id: one.answers[at].id for one in questionnaire()} | given_answers
        assert situation(filled, {}).outcome() is known.verdict


def test_nothing_answered_is_uncertain_and_nothing_is_zero() -> None:
    verdict = judge({}, {}, CLOCK)
    assert verdict.verdict == "uncertain"
    assert all(side.level is None and side.state == "unknown" for side in verdict.sides)
    assert all(factor.level is None for factor in verdict.factors)
    essential = [one.question for one in verdict.missing if one.essential]
    assert sorted(filter(None, essential)) == sorted(weights().essential)
    assert verdict.missing[-1].question is None, "bringing the posts is proposed too"


@settings(max_examples=60, deadline=None)
@given(answers(holes=False), evidence())
def test_the_steps_of_prepare_first_lead_to_go(
    given_answers: dict[str, str], shown: dict[str, Measured]
) -> None:
    known = situation(given_answers, shown)
    if known.verdict is not Outcome.PREPARE:
        return
    path = steps(known)
    assert path
    for question in path:
        known = after(known, question)
    assert known.verdict is Outcome.GO


@settings(max_examples=15, deadline=None)
@given(answers(), evidence())
def test_judging_is_deterministic_and_whole_in_both_languages(
    given_answers: dict[str, str], shown: dict[str, Measured]
) -> None:
    first, again = (as_json(judge(given_answers, shown, CLOCK)) for _ in range(2))
    assert first == again
    for lang in ("en", "fr"):
        spoken = in_language(first, lang)
        assert isinstance(spoken["sentence"], str)
        assert spoken["sentence"]
        assert "{" not in str([spoken["sentence"], spoken["changes"], spoken["steps"]]).replace(
            "{'", ""
        )


def test_a_stop_says_so_in_one_sentence() -> None:
    verdict = judge({**ORDINARY, "writing": "others"}, {}, CLOCK)
    assert verdict.sentence.text("en") == (
        "Posts written wholly by others would pass for yours, and would be found out."
    )
    assert verdict.reasons_against[0].stop
    assert verdict.stops == (verdict.sentence,)


def test_abstaining_names_what_must_change_and_when_to_look_again() -> None:
    verdict = judge({**ORDINARY, "market": "now"}, {}, CLOCK)
    assert verdict.verdict == "abstain"
    assert [step.question for step in verdict.steps] == ["market"]
    assert verdict.again.isoformat() == "2027-01-04"
    assert "6 weeks" in verdict.again_why.text("en")


def test_a_side_never_holds_while_a_rule_stands_against_it() -> None:
    states = {
        side.side: side.state
        for side in judge({**ORDINARY, "litigation": "silence", "aim": "vague"}, {}, CLOCK).sides
    }
    assert states == {
        "worth": "holds", "person": "holds", "safety": "rules_out", "ground": "not_yet"
    }  # fmt: skip


def test_posts_that_only_relay_and_answer_nobody_come_before_go() -> None:
    silent = {"replies": measured("replies", 0.0), "opinion": measured("opinion", 0.0)}
    sure = {**ORDINARY, "listening": "everyone", "true": "same", "writing": "me"}
    verdict = judge(sure, silent, CLOCK)
    assert verdict.verdict == "prepare"
    assert [step.question for step in verdict.steps] == ["true"]
    assert {one.question for one in verdict.contradictions} == {"listening", "true"}
    some_opinions = silent | {"opinion": measured("opinion", 0.4)}
    assert judge(sure, some_opinions, CLOCK).verdict == "go"
    assert judge(sure, {"replies": silent["replies"]}, CLOCK).verdict == "go"


def test_what_would_change_it_is_the_best_that_one_answer_can_do() -> None:
    verdict = judge({**ORDINARY, "litigation": "silence"}, {}, CLOCK)
    assert verdict.changes[0].text("en") == (
        "If you could answer “Yes, and counsel has said what may be said” to “Are you, or is the "
        "organisation, in court or under inquiry?”, the verdict would be: Go."
    )


def test_what_would_undo_it_begins_with_the_smallest_change() -> None:
    verdict = judge({**ORDINARY, "aim": "clear", "presence": "asleep"}, {}, CLOCK)
    assert (
        verdict.undoing[0]
        .text("en")
        .startswith(
            "If your answer to “What do you want to change by speaking, and in whose mind?” became "
            "“I have a rough idea”"
        )
    )


def test_long_spans_are_said_in_months() -> None:
    verdict = judge({**ORDINARY, "litigation": "silence"}, {}, CLOCK)
    assert verdict.again_why.text("fr") == "Ce qui s'y oppose change rarement en moins de 3 mois."


def test_what_one_does_counts_beside_what_one_says() -> None:
    says = {**ORDINARY, "listening": "questions"}
    alone = situation(says, {}).level("listening")
    poor = situation(says, {"replies": measured("replies", 0.02)}).level("listening")
    good = situation(says, {"replies": measured("replies", 0.30)}).level("listening")
    assert (alone, poor, good) == (0.8, pytest.approx(0.4 * 0.8), pytest.approx(0.4 * 0.8 + 0.6))


def test_too_small_an_archive_changes_nothing() -> None:
    without = judge(ORDINARY, {}, CLOCK)
    tiny = judge(ORDINARY, {"replies": measured("replies", None, n=31)}, CLOCK)
    assert [side.level for side in without.sides] == [side.level for side in tiny.sides]
    listening = next(one for one in tiny.factors if one.factor == "listening")
    assert listening.evidence[0].value is None


def test_independent_and_multinational_part_only_where_it_is_argued() -> None:
    """The same answers: what differs between the two are weights and rules that name a size."""
    small = {**ORDINARY, "size": "independent", "cover": "nobody"}
    large = {**ORDINARY, "size": "multinational", "cover": "nobody"}
    assert judge(small, {}, CLOCK).verdict == "go"
    assert judge(large, {}, CLOCK).verdict == "prepare"
    ruled = {rule.name for rule in situation(large, {}).holding()}
    assert ruled == {"nobody_rereads"}


def test_every_factor_shows_answer_weight_reason_and_what_would_change_it() -> None:
    verdict = judge(ORDINARY, {}, CLOCK)
    for factor in verdict.factors:
        assert factor.answers, factor.factor
        assert factor.weight_why, factor.factor
        assert factor.change, factor.factor
        assert factor.level is not None, factor.factor


def test_a_half_heard_verdict_names_both_ends() -> None:
    answers_given = {name: value for name, value in ORDINARY.items() if name != "litigation"}
    verdict = judge(answers_given, {}, CLOCK)
    assert verdict.sentence.text("fr") == (
        "Nous en savons trop peu pour vous conseiller\u202f; ce qui reste ouvert peut mener à "
        "«\u00a0Abstenez-vous pour l'instant\u00a0» comme à «\u00a0Allez-y\u00a0»."
    )
