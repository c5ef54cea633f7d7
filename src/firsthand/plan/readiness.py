"""Taking stock in the desk: the answers as one goes, and the verdicts kept."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from firsthand.people.models import Leader, Size, User
from firsthand.plan import readiness_messages as say
from firsthand.plan.archive_reading import told
from firsthand.plan.models import Assessment, ReadinessAnswers
from firsthand.records.clock import Clock
from firsthand.records.errors import BadInput, NotFound
from firsthand.standing.readiness.answers import check
from firsthand.standing.readiness.judge import judge
from firsthand.standing.readiness.questions import questionnaire
from firsthand.standing.readiness.verdict import as_json

SIZES = {
    Size.INDEPENDENT.value: "independent",
    Size.SMALL.value: "sme",
    Size.MEDIUM.value: "large",
    Size.LARGE.value: "multinational",
}
"""The sizes of an organisation, as the questionnaire names them."""


def given(leader: Leader) -> dict[str, str]:
    """Give the answers that were saved; those to questions no longer asked are left out."""
    kept = ReadinessAnswers.objects.filter(leader=leader).first()
    asked = questionnaire()
    found = kept.given.items() if kept else ()
    return {name: id_ for name, id_ in found if name in asked and asked[name].answer(id_)}


def proposed(leader: Leader) -> dict[str, str]:
    """Give what the desk knows of an organisation already, as answers to agree with."""
    known = {
        "size": SIZES.get(leader.organisation.size, ""),
        "sector": leader.organisation.sector,
    }
    asked = questionnaire()
    return {name: id_ for name, id_ in known.items() if asked[name].answer(id_)}


def answer(leader: Leader, question: str, id_: str | None) -> dict[str, str]:
    """Save one answer, or withdraw it with `None`; give all answers as they then are.

    Raises:
        BadInput: there is no such question, or it has no such answer.
    """
    if id_ is not None:
        check({question: id_})
    with transaction.atomic():
        Leader.objects.select_for_update().get(pk=leader.pk)
        now = given(leader)
        now.pop(question, None)
        if id_ is not None:
            now[question] = id_
        ReadinessAnswers.objects.update_or_create(leader=leader, defaults={"given": now})
    return now


def take_stock(leader: Leader, clock: Clock, by: User | None = None) -> Assessment:
    """Judge by the answers and the archive as they are, and keep the verdict.

    Judged again on the same day with nothing changed, it is the verdict kept before.

    Raises:
        BadInput: no question is answered.
    """
    answers = given(leader)
    if not answers:
        raise BadInput(say.NOTHING_ANSWERED())
    evidence = told(leader, clock).evidence
    verdict = judge(answers, evidence, clock)
    kept = {**as_json(verdict), "evidence": as_json(evidence)}
    last = assessments(leader).first()
    if last is not None and _same(last.verdict, kept):
        return last
    return Assessment.objects.create(
        leader=leader,
        verdict=kept,
        answers=answers,
        weights=verdict.weights,
        at=verdict.at,
        by=by,
        by_name=by.known_as if by else "",
    )


def assessments(leader: Leader) -> QuerySet[Assessment]:
    """Give all verdicts on a leader, the latest first."""
    return Assessment.objects.filter(leader=leader)


def assessment(leader: Leader, number: int) -> Assessment:
    """Give one verdict on a leader.

    Raises:
        NotFound: there is none of that number on this leader.
    """
    found = assessments(leader).filter(pk=number).first()
    if found is None:
        raise NotFound(say.NO_VERDICT(leader=leader.name))
    return found


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether two verdicts differ in nothing but the time of day."""
    return (
        all(one.get(name) == value for name, value in other.items() if name != "at")
        and str(one["at"])[:10] == str(other["at"])[:10]
    )
