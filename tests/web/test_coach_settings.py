"""The coach's settings: every change is kept with who and why, and counts at once."""

from collections.abc import Callable

import pytest
from django.test import Client

from firsthand.coach.context import Context
from firsthand.coach.reviewing import review
from firsthand.coach.rules import Rules, names, rules
from firsthand.desk import tuning
from firsthand.desk.models import CoachChange
from firsthand.people.models import Leader, Member, Role
from firsthand.records.finding import Level


def sent(client: Client, leader: Leader, **values: str) -> str:
    answer = client.post(f"/{leader.slug}/settings/coach", values, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def found(leader: Leader, text: str) -> dict[str, Level]:
    context = Context(settings=tuning.settings(leader.organisation))
    return {finding.check: finding.level for finding in review(text, context).findings}


TEXT = "Quelle bande d'imbéciles, vraiment."


def test_a_check_is_silenced_with_a_reason(member_client: Client, leader: Leader) -> None:
    assert "insult" in found(leader, TEXT)
    html = sent(member_client, leader, action="mute", check="insult")
    assert CoachChange.objects.count() == 0, "no reason, no change"
    html = sent(member_client, leader, action="mute", check="insult", reason="we are a circus")
    assert "we are a circus" in html
    assert "insult" not in found(leader, TEXT)
    sent(member_client, leader, action="unmute", check="insult")
    assert "insult" in found(leader, TEXT)


def test_a_level_is_switched_and_a_term_added(member_client: Client, leader: Leader) -> None:
    sent(member_client, leader, action="level", check="insult", value="stop")
    assert found(leader, TEXT)["insult"] is Level.STOP
    sent(member_client, leader, action="add_term", check="jargon", value="vision 2030", lang="fr")
    assert "jargon" in found(leader, "Notre vision 2030 commence ce matin à Brest.")


@pytest.mark.parametrize("values", [{}, {"action": "level", "check": "none"}, {"action": "boom"}])
def test_nonsense_changes_nothing(
    member_client: Client, leader: Leader, values: dict[str, str]
) -> None:
    sent(member_client, leader, **values)
    assert CoachChange.objects.count() == 0


def test_a_reader_changes_nothing(member_client: Client, leader: Leader, member: Member) -> None:
    Member.objects.update(role=Role.READER)
    html = sent(member_client, leader, action="mute", check="insult", reason="x")
    assert CoachChange.objects.count() == 0
    assert "Silence it" not in html


def test_a_term_is_shown_and_taken_away_again(member_client: Client, leader: Leader) -> None:
    term = {"check": "jargon", "value": "vision 2030", "lang": "fr"}
    html = sent(member_client, leader, action="add_term", **term)
    assert "Take “vision 2030” away" in html
    html = sent(member_client, leader, action="drop_term", **term)
    assert "Take “vision 2030” away" not in html
    assert "jargon" not in found(leader, "Notre vision 2030 commence ce matin à Brest.")


@pytest.mark.parametrize(
    ("offered", "takes"),
    [("term", lambda one: one.takes_terms), ("level", lambda one: one.level is not Level.PRAISE)],
)
def test_nothing_is_offered_that_would_be_refused(
    member_client: Client, leader: Leader, offered: str, takes: Callable[[Rules], bool]
) -> None:
    html = member_client.get(f"/{leader.slug}/settings/coach").content.decode()
    shown = {name for name in names() if f'id="{offered}-{name}"' in html}
    assert shown == {name for name in names() if takes(rules(name))}
