"""What speaks for and against, what is missing, and where answer and archive disagree."""

from collections.abc import Container

from firsthand.records.message import Message
from firsthand.standing.evidence import Evidence
from firsthand.standing.readiness import messages as say
from firsthand.standing.readiness.factors import asked_about, shown
from firsthand.standing.readiness.situation import Situation
from firsthand.standing.readiness.verdict import Contradiction, Missing, Reason, Text
from firsthand.standing.readiness.weights import Factor, Link

_MIDDLE = 0.5
_SLIGHT = 0.05
"""A factor this near to the middle is a reason neither for nor against."""

DISAGREE = 0.5
"""Answer and archive disagree when their levels are at least this far apart."""


def ranked(known: Situation, evidence: Evidence) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Give the reasons for and the reasons against, each with the strongest first.

    Hard stops come before anything else, then the factors that a rule wants
    mended first, then what merely weighs.
    """
    stops = [rule for rule in known.holding() if rule.ruling == "abstain"]
    stopped = {question for rule in stops for question in rule.when}
    mended = _mended(known, stopped)
    pulls = sorted(_pulls(known), key=lambda pull: (-abs(pull[0]), pull[1].name))
    in_favour = [one for pull, one in pulls if pull > _SLIGHT and one not in mended]
    opposed = [one for pull, one in pulls if pull < -_SLIGHT and one not in mended]
    about = {factor for question in stopped for factor in known.questions[question].factors}
    weighed = [one for one in opposed if one.name not in about]
    return (
        tuple(_reason(known, evidence, one, one.speaks_for) for one in in_favour),
        (
            *(Reason(source=rule.name, text=rule.says, stop=True) for rule in stops),
            *(_reason(known, evidence, one, one.speaks_against) for one in (*mended, *weighed)),
        ),
    )


def _mended(known: Situation, stopped: set[str]) -> list[Factor]:
    """Give the first factor of each question that a rule wants mended, unless a stop says it."""
    found: list[Factor] = []
    for rule in known.holding():
        if rule.ruling == "prepare" and rule.mend not in stopped:
            about = known.questions[rule.mend].factors
            factor = next(one for one in known.weights.factors.values() if one.name in about)
            if factor not in found:
                found.append(factor)
    return found


def _pulls(known: Situation) -> list[tuple[float, Factor]]:
    """Give how strongly each known factor pulls: towards presence above 0, away below."""
    found = []
    for factor in known.weights.factors.values():
        level = known.level(factor.name)
        if level is not None:
            favours = known.weights.sides[factor.side].favours.value if level > _MIDDLE else 1.0
            found.append((known.weigh(factor) * favours * (level - _MIDDLE), factor))
    return found


def _reason(known: Situation, evidence: Evidence, factor: Factor, text: Message) -> Reason:
    told = [one.said for one in shown(known, evidence, factor.name) if one.value is not None]
    return Reason(source=factor.name, text=text, shown=tuple(told))


def missing(known: Situation, evidence: Evidence) -> tuple[Missing, ...]:
    """Give what to answer or import, the essential first, then what weighs most."""
    open_ = [question for question in known.questions if question.id not in known.answers]
    essential = set(known.weights.essential)
    open_.sort(key=lambda one: (one.id not in essential, -_weight_of(known, one.factors)))
    found = [
        Missing(
            question=one.id,
            text=say.ANSWER_THIS(question=one.text),
            essential=one.id in essential,
        )
        for one in open_
    ]
    if not any(one.value is not None for one in evidence.values()):
        found.append(Missing(question=None, text=say.IMPORT_ARCHIVE, essential=False))
    return tuple(found)


def _weight_of(known: Situation, factors: frozenset[str]) -> float:
    return sum(known.weigh(known.weights.factors[name]) for name in factors)


def contradictions(known: Situation, evidence: Evidence) -> tuple[Contradiction, ...]:
    """Give each answer that its archive contradicts, with the posts that do."""
    found = (_contradiction(known, evidence, link) for link in known.weights.links)
    return tuple(one for one in found if one is not None)


def _contradiction(known: Situation, evidence: Evidence, link: Link) -> Contradiction | None:
    level = known.measured.get(link.measure)
    if link.against is None or level is None:
        return None
    question = known.questions[link.against]
    given = known.given(question, link.factor)
    answer = question.answer(known.answers.get(question.id, ""))
    if given is None or answer is None:
        return None
    if (abs(given - level) if link.both_ways else given - level) < DISAGREE:
        return None
    measured = evidence[link.measure]
    return Contradiction(
        question=question.id,
        measure=link.measure,
        text=say.CONTRADICTION(question=question.text, answer=answer.text, shown=measured.said),
        samples=measured.samples,
    )


def what_must_change(known: Situation, advised: Container[Text]) -> tuple[Text, ...]:
    """Give, for sides that rule presence out, what would change their weakest factors.

    What is advised as a step is left out.
    """
    texts: list[Message] = []
    for name, side in known.weights.sides.items():
        level = known.side(name)
        if level is not None and level < side.abstain:
            texts.extend(_weakest(known, name))
    return tuple(text for text in texts if text not in advised)


def _weakest(known: Situation, side: str, most: int = 3) -> list[Message]:
    levels = [
        (level, factor)
        for factor in known.weights.on(side)
        if (level := known.level(factor.name)) is not None
    ]
    levels.sort(key=lambda pair: (pair[0], -known.weigh(pair[1]), pair[1].name))
    found = []
    for _, factor in levels[:most]:
        steps = [one.step.text for one in asked_about(known, factor.name) if one.step is not None]
        found.extend(steps[:1] if factor.change is None else [factor.change])
    return found
