"""Each factor and each side as the verdict shows it."""

from firsthand.records.message import Message
from firsthand.standing.evidence import Evidence
from firsthand.standing.measures import measures
from firsthand.standing.readiness import messages as say
from firsthand.standing.readiness.questions import Question
from firsthand.standing.readiness.situation import Situation
from firsthand.standing.readiness.verdict import Given, Shown, SideJudged, Text, Weighed
from firsthand.standing.readiness.weights import Factor, Link, Ruling, Side

_MIDDLE = 0.5


def weighed(known: Situation, evidence: Evidence) -> tuple[Weighed, ...]:
    """Give every factor with answer, evidence, weight, reason and what would change it."""
    return tuple(_weighed(known, evidence, one) for one in known.weights.factors.values())


def _weighed(known: Situation, evidence: Evidence, factor: Factor) -> Weighed:
    asked = asked_about(known, factor.name)
    return Weighed(
        factor=factor.name,
        title=factor.title,
        group=factor.group,
        side=factor.side,
        answers=tuple(_given(known, question) for question in asked),
        evidence=shown(known, evidence, factor.name),
        weight=known.weigh(factor),
        weight_why=_weight_why(known, factor),
        level=known.level(factor.name),
        says=speaks(known, factor),
        change=_change(factor, asked),
    )


def asked_about(known: Situation, factor: str) -> tuple[Question, ...]:
    """Give the questions about a factor; the sector is asked about itself."""
    if factor == "sector":
        return (known.questions["sector"],)
    return known.questions.bearing_on(factor)


def speaks(known: Situation, factor: Factor) -> Message | None:
    """Give what a factor says for or against presence, or None where it is unknown."""
    level = known.level(factor.name)
    if level is None:
        return None
    return factor.speaks_for if level >= _MIDDLE else factor.speaks_against


def shown(known: Situation, evidence: Evidence, factor: str) -> tuple[Shown, ...]:
    """Give what the archive says about a factor."""
    links = (link for link in known.weights.links if link.factor == factor)
    return tuple(_shown(known, evidence, link) for link in links if link.measure in evidence)


def _shown(known: Situation, evidence: Evidence, link: Link) -> Shown:
    found = evidence[link.measure]
    return Shown(
        measure=link.measure,
        title=_titles()[link.measure],
        said=found.said,
        value=found.value,
        level=known.measured.get(link.measure),
        share=link.share,
        n=found.n,
        needs=found.needs,
        samples=found.samples,
        why=link.why,
    )


def _titles() -> dict[str, Message]:
    return {measure.name: measure.title for measure in measures()}


def given(known: Situation) -> tuple[Given, ...]:
    """Give every question with its answer, in the order in which they are asked."""
    return tuple(_given(known, question) for question in known.questions)


def _given(known: Situation, question: Question) -> Given:
    id_ = known.answers.get(question.id)
    answer = question.answer(id_ or "")
    return Given(
        question=question.id,
        text=question.text,
        answer=id_,
        answer_text=None if answer is None else answer.text,
    )


def _weight_why(known: Situation, factor: Factor) -> tuple[Text, ...]:
    reasons = factor.reasons(known.size, known.sector)
    if factor.name == "sector" and known.sector is not None:
        return (*reasons, known.weights.gains[known.sector].why)
    return reasons


def _change(factor: Factor, asked: tuple[Question, ...]) -> tuple[Text, ...]:
    if factor.change is not None:
        return (factor.change,)
    return tuple(question.step.text for question in asked if question.step is not None)


def sides(known: Situation) -> tuple[SideJudged, ...]:
    """Give the four sides with their levels and states."""
    return tuple(_side(known, side) for side in known.weights.sides.values())


def _side(known: Situation, side: Side) -> SideJudged:
    level = known.side(side.name)
    share = known.known(side.name)
    held = {rule.ruling for rule in known.holding() if side.name in known.sides_of(rule)}
    state, text = _state(side, level if share >= known.weights.enough.value else None, held)
    return SideJudged(
        side=side.name,
        title=side.title,
        level=level,
        go=side.go,
        abstain=side.abstain,
        known=share,
        state=state,
        state_text=text,
        why=side.why,
    )


def _state(side: Side, level: float | None, held: set[Ruling]) -> tuple[str, Message]:
    """Give a side's state: what a rule says of it counts even where its level is unknown."""
    if "abstain" in held or (level is not None and level < side.abstain):
        return "rules_out", say.RULES_OUT
    if "prepare" in held or (level is not None and level < side.go):
        return "not_yet", say.NOT_YET
    if level is None:
        return "unknown", say.UNKNOWN
    return "holds", say.HOLDS
