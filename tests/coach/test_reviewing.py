"""Reviewing: marks lie inside the text, nothing changes, and the same gives the same."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.coach.context import Context
from firsthand.coach.quiet import holds
from firsthand.coach.reviewing import review
from firsthand.coach.rules import names, rules
from firsthand.coach.settings import Action, Change, Settings
from firsthand.records.clock import FixedClock
from firsthand.records.draft import Draft
from firsthand.records.errors import BadInput
from firsthand.records.finding import Level
from firsthand.records.post import Post
from firsthand.records.strategy import (
    Embargo,
    KeyMessage,
    QuietPeriod,
    Recurrence,
    Strategy,
)

NOON = FixedClock(datetime(2026, 5, 4, 12, tzinfo=UTC))


def found(text: str, context: Context | None = None) -> dict[str, Level]:
    return {f.check: f.level for f in review(text, context or Context(clock=NOON)).findings}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_spans_lie_inside_the_text_and_nothing_changes(text: str) -> None:
    draft = Draft(text=text)
    context = Context(clock=NOON, answering=Post(text="Toujours pas livré !"))
    first = review(draft, context)
    assert draft == Draft(text=text)
    assert first == review(draft, context)
    for finding in first.findings:
        for start, end in finding.spans:
            assert 0 <= start < end <= len(text)
        for part in (finding.what, finding.why, finding.could):
            assert part.text("fr")
            assert part.text("en")


@pytest.mark.parametrize("name", names())
def test_every_check_has_its_data_in_both_languages(name: str) -> None:
    held = rules(name)
    assert held.about.fr
    assert held.about.en
    assert held.says


def test_an_embargo_is_seen_through_plural_elision_and_hashtag() -> None:
    strategy = Strategy(embargoes=(Embargo(name="Atlas", phrases=("projet Atlas",)),))
    context = Context(clock=NOON, strategy=strategy)
    for text in ("Nos projets « Atlas » avancent.", "Fier de #ProjetAtlas", "le projet d'Atlas"):
        assert found(text, context)["embargo"] is Level.STOP
    assert "embargo" not in found("L'atlas de géographie de ma fille.", context)


def test_a_contradicted_key_message_is_shown() -> None:
    message = KeyMessage(name="Usine", says="L'usine de Lyon est une chance pour la région.")
    context = Context(clock=NOON, strategy=Strategy(key_messages=(message,)))
    draft = "Notre usine de Lyon était une erreur et nous devons l'arrêter."
    assert found(draft, context)["off_stance"] is Level.WARN


def test_a_quiet_period_comes_back_every_quarter() -> None:
    period = QuietPeriod(
        name="Résultats",
        start=date(2026, 1, 15),
        end=date(2026, 2, 10),
        repeats=Recurrence.QUARTERLY,
    )
    assert holds(period, datetime(2026, 4, 20, tzinfo=UTC))
    assert holds(period, datetime(2027, 1, 15, tzinfo=UTC))
    assert not holds(period, datetime(2026, 3, 1, tzinfo=UTC))


def test_a_check_is_muted_only_with_a_reason() -> None:
    with pytest.raises(BadInput, match="reason"):
        Settings().changed(Change(action=Action.MUTE, check="promise"))
    muted = Settings().changed(Change(action=Action.MUTE, check="promise", reason="lawyers"))
    text = "Je vous promets que nous serons là."
    assert "promise" in found(text)
    assert "promise" not in found(text, Context(clock=NOON, settings=muted))
