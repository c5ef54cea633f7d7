"""A section typed in a form: as it is, as it comes back, and what is wrong where."""

from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from tests.records.strategies import strategies

from firsthand.plan.strategy_fields import specs
from firsthand.plan.strategy_form import Form, applied, fields, form_of, sent_form
from firsthand.records.strategy import Audience, KeyMessage, Strategy, Topic
from firsthand.records.strategy_words import SECTIONS

COMPANY = ("topics", "key_messages", "embargoes", "quiet_periods", "red_lines")
EVERY = [section.key for section in SECTIONS] + [f"company.{key}" for key in COMPANY]


def sent(form: Form, **more: str) -> QueryDict:
    """What a browser sends for a form as it stands."""
    data = QueryDict(mutable=True)
    for name, rows in (("row", form.rows), ("aside", form.aside)):
        for row in rows:
            data.appendlist(name, row.id)
            data[f"{row.id}-was"] = row.was
            for key, texts in row.typed.items():
                data.setlist(f"{row.id}-{key}", texts)
    for key, text in more.items():
        data[key.replace("_", "-", 1)] = text
    return data


@pytest.mark.parametrize("section", EVERY)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_field_of_every_section_has_words_in_both_languages(section: str, lang: str) -> None:
    for spec in specs(section):
        assert spec.label.text(lang)
        assert all(words.text(lang) for _, words in spec.options)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(strategies())
def test_sending_every_form_untouched_changes_nothing_but_spaces_around(made: Strategy) -> None:
    strategy = once(made)
    assert once(strategy) == strategy


def once(strategy: Strategy) -> Strategy:
    """Send every form back as it came; where it is refused, keep the strategy."""
    for section in EVERY:
        form = sent_form(sent(form_of(strategy, section)), section)
        strategy = applied(strategy, form) or strategy
    return strategy


def test_a_row_is_typed_added_and_left_out_when_empty() -> None:
    form = form_of(Strategy(), "objectives")
    form.add()
    typed = sent(form, **{"0_name": "Recruit", "0_by": "2026-12-31", "0_success": " Ten came. "})
    strategy = applied(Strategy(), sent_form(typed, "objectives"))
    assert strategy is not None
    (objective,) = strategy.objectives
    assert (objective.name, str(objective.by), objective.success) == (
        "Recruit",
        "2026-12-31",
        "Ten came.",
    )


def test_lines_are_phrases_once_each() -> None:
    typed = sent(
        form_of(Strategy(), "topics"), **{"0_name": "AI", "0_phrases_fr": "ia\r\n\n IA \nia"}
    )
    strategy = applied(Strategy(), sent_form(typed, "topics"))
    assert strategy is not None
    assert strategy.topics[0].phrases_fr == ("ia", "IA")


def test_a_share_is_typed_as_people_say_it() -> None:
    typed = sent(
        form_of(Strategy(), "cadence"), **{"0_own_share": "33 %", "0_posts_per_week": "2,5"}
    )
    strategy = applied(Strategy(), sent_form(typed, "cadence"))
    assert strategy is not None
    assert strategy.own_share == pytest.approx(0.33)
    assert strategy.cadence.posts_per_week == pytest.approx(2.5)


def test_what_is_wrong_is_told_beside_its_field() -> None:
    form = form_of(Strategy(), "embargoes")
    wrong = {"0_name": "Deal", "0_start": "2026-06-01", "0_end": "2026-05-01"}
    told = sent_form(sent(form, **wrong), "embargoes")
    assert applied(Strategy(), told) is None
    assert [said.text("en") for said in told.rows[0].faults["end"]] == [
        "it ends on 2026-05-01, before it starts on 2026-06-01"
    ]
    told = sent_form(sent(form, **{"0_name": "Deal", "0_start": "tomorrow"}), "embargoes")
    assert applied(Strategy(), told) is None
    shown = {each.spec.key: each for each in fields(told, told.rows[0], Strategy())}
    assert shown["start"].text == "tomorrow"
    assert "is not a date" in shown["start"].faults[0].text("en")


def test_a_record_without_its_name_is_asked_for_it() -> None:
    told = sent_form(sent(form_of(Strategy(), "red_lines"), **{"0_why": "Because."}), "red_lines")
    assert applied(Strategy(), told) is None
    assert told.rows[0].faults["name"]


def test_a_row_put_aside_can_be_put_back_until_saved() -> None:
    strategy = Strategy(topics=(Topic(name="A"), Topic(name="B")))
    form = form_of(strategy, "topics")
    form.put_aside("0")
    form = sent_form(sent(form), "topics")
    assert [row.name for row in form.rows] == ["B"]
    assert [row.name for row in form.aside] == ["A"]
    form.put_back("0")
    assert {row.name for row in form.rows} == {"A", "B"}
    assert form.add().id == "2"


def test_audiences_and_key_messages_follow_a_topic_renamed_or_taken_out() -> None:
    strategy = Strategy(
        topics=(Topic(name="AI"), Topic(name="Prices")),
        audiences=(Audience(name="Press", topics=("AI", "Prices")),),
        key_messages=(KeyMessage(name="K", topic="Prices"), KeyMessage(name="L", topic="AI")),
    )
    form = form_of(strategy, "topics")
    form.rows[0].typed["name"] = ["Machines"]
    form.put_aside("1")
    changed = applied(strategy, sent_form(sent(form), "topics"))
    assert changed is not None
    assert changed.audiences[0].topics == ("Machines",)
    assert [message.topic for message in changed.key_messages] == [None, "Machines"]


def test_an_audience_names_a_renamed_topic_once() -> None:
    strategy = Strategy(
        topics=(Topic(name="AI "),), audiences=(Audience(name="Press", topics=("AI ", "AI ")),)
    )
    changed = applied(strategy, sent_form(sent(form_of(strategy, "topics")), "topics"))
    assert changed is not None
    assert changed.audiences[0].topics == ("AI",)


def test_a_topic_is_chosen_as_it_is_named_even_with_spaces_around() -> None:
    strategy = Strategy(
        topics=(Topic(name="AI\r"),), audiences=(Audience(name="Press", topics=("AI\r",)),)
    )
    assert (
        applied(strategy, sent_form(sent(form_of(strategy, "audiences")), "audiences")) == strategy
    )


def test_one_section_leaves_the_others_as_they_are() -> None:
    strategy = Strategy(aim="Be heard.", topics=(Topic(name="AI"),), own_share=0.5)
    form = form_of(strategy, "aim")
    form.rows[0].typed["aim"] = ["Be understood."]
    assert applied(strategy, form) == replace(strategy, aim="Be understood.")


def test_ids_that_are_not_ours_are_left_out() -> None:
    data = QueryDict("row=0&row=0&row=x&row=99999999999&row=-1&0-name=A")
    assert [row.id for row in sent_form(data, "topics").rows] == ["0"]
