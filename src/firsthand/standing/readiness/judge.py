"""Judge: a pure function of the answers, the evidence and the clock."""

from collections.abc import Mapping
from datetime import timedelta

from firsthand.records.clock import Clock
from firsthand.records.message import Message
from firsthand.standing.evidence import Evidence
from firsthand.standing.measure import Measured, figure
from firsthand.standing.readiness import messages as say
from firsthand.standing.readiness.factors import given, sides, weighed
from firsthand.standing.readiness.findings import (
    contradictions,
    missing,
    ranked,
    what_must_change,
)
from firsthand.standing.readiness.path import Turn, lifting, steps, stops, undoing
from firsthand.standing.readiness.questions import Question
from firsthand.standing.readiness.situation import Outcome, Situation, situation
from firsthand.standing.readiness.verdict import Contradiction, StepAdvised, Text, Verdict

TITLES = {
    Outcome.GO: say.GO,
    Outcome.PREPARE: say.PREPARE,
    Outcome.ABSTAIN: say.ABSTAIN,
    None: say.UNCERTAIN,
}
_MONTHS_FROM = 8
_FALLEN = {
    "worth": say.ABSTAIN_WORTH,
    "person": say.ABSTAIN_PERSON,
    "safety": say.ABSTAIN_SAFETY,
    "ground": say.ABSTAIN_GROUND,
}


def judge(answers: Mapping[str, str], evidence: Evidence, clock: Clock) -> Verdict:
    """Say whether to go, to prepare first or to abstain for now, and why.

    Args:
        answers: answer ids by question id, as `answers.check` lets them pass.
        evidence: what `evidence.gather` measured; empty without an archive.
        clock: from which the date to look again is counted.
    """
    now = clock.now()
    known = situation(answers, evidence)
    path = () if known.verdict in {Outcome.GO, None} else steps(known)
    advised = tuple(_step(known, question) for question in path)
    weeks, again_why = _again(known, advised)
    reasons_for, reasons_against = ranked(known, evidence)
    disputed = contradictions(known, evidence)
    return Verdict(
        verdict="uncertain" if known.verdict is None else known.verdict.word,
        title=TITLES[known.verdict],
        sentence=_sentence(known, advised, len(disputed)),
        stops=tuple(rule.says for rule in stops(known)),
        reasons_for=reasons_for,
        reasons_against=reasons_against,
        steps=advised,
        changes=_changes(known, advised),
        undoing=tuple(_turn(turn, say.WOULD_UNDO) for turn in undoing(known)),
        again=now.date() + timedelta(weeks=weeks),
        again_why=again_why,
        missing=missing(known, evidence),
        contradictions=disputed,
        sides=sides(known),
        factors=weighed(known, evidence),
        given=given(known),
        setting=_setting(known),
        answered=sum(question.id in known.answers for question in known.questions),
        asked=len(known.questions),
        at=now,
        weights=known.weights.version,
    )


def beside(question: str, answers: Mapping[str, str], evidence: Evidence) -> tuple[Measured, ...]:
    """Give what the archive says beside a question, where it says something on its factors."""
    known = situation(answers, evidence)
    asked = known.questions[question]
    found = []
    for link in known.weights.links:
        about = link.against == question or (link.against is None and link.factor in asked.factors)
        if about and link.measure in evidence:
            found.append(evidence[link.measure])
    return tuple(one for one in found if one.n)


def objection(
    question: str, answers: Mapping[str, str], evidence: Evidence
) -> Contradiction | None:
    """Give the disagreement between one answer and the archive, if there is one."""
    found = contradictions(situation(answers, evidence), evidence)
    return next((one for one in found if one.question == question), None)


def _sentence(known: Situation, advised: tuple[StepAdvised, ...], disputed: int) -> Text:
    match known.verdict:
        case Outcome.GO:
            return _go(disputed)
        case Outcome.PREPARE:
            says = say.PREPARE_ONE if len(advised) == 1 else say.PREPARE_SOME
            return says(n=len(advised), span=_span(_longest(advised)))
        case Outcome.ABSTAIN:
            return _why_abstain(known)
    worst, best = known.bounds
    return say.UNCERTAIN_BECAUSE(worst=TITLES[worst], best=TITLES[best])


def _go(disputed: int) -> Text:
    if not disputed:
        return say.GO_BECAUSE
    return say.GO_DISPUTED_ONE if disputed == 1 else say.GO_DISPUTED_SOME(n=disputed)


def _why_abstain(known: Situation) -> Text:
    if held := stops(known):
        return held[0].says
    lacking = {
        name: level - side.abstain
        for name, side in known.weights.sides.items()
        if (level := known.side(name)) is not None
    }
    return _FALLEN[min(lacking, key=lambda name: lacking[name])]


def _step(known: Situation, question: Question) -> StepAdvised:
    if question.step is None:
        raise ValueError(question.id)
    held = [rule.says for rule in known.holding() if rule.mend == question.id]
    return StepAdvised(
        question=question.id,
        text=question.step.text,
        weeks=question.step.weeks,
        why=held[0] if held else None,
    )


def _longest(advised: tuple[StepAdvised, ...]) -> int:
    return max((step.weeks for step in advised), default=0)


def _span(weeks: int) -> Text:
    """Say a number of weeks as people do: from two months on, in months."""
    months = round(weeks * 7 / 30.44)
    return say.WEEKS(n=weeks) if weeks < _MONTHS_FROM else say.MONTHS(n=months)


def _again(known: Situation, advised: tuple[StepAdvised, ...]) -> tuple[int, Text]:
    if known.verdict is Outcome.PREPARE:
        weeks = _longest(advised)
        return weeks, say.AGAIN_PREPARE(span=_span(weeks))
    if known.verdict is Outcome.ABSTAIN and (held := stops(known)):
        weeks = max(rule.weeks or 0 for rule in held)
        return weeks, say.AGAIN_RULE(span=_span(weeks))
    name = "uncertain" if known.verdict is None else known.verdict.word
    again = known.weights.again[name]
    return int(again.value), again.why


def _changes(known: Situation, advised: tuple[StepAdvised, ...]) -> tuple[Text, ...]:
    if known.verdict in {Outcome.GO, None}:
        return ()
    turns = tuple(_turn(turn, say.WOULD_BRING) for turn in lifting(known))
    found = (*turns, *what_must_change(known, [step.text for step in advised]))
    if found or not advised:
        return found
    return (say.ONE_STEP if len(advised) == 1 else say.TOGETHER,)


def _turn(turn: Turn, says: Message) -> Text:
    answer = turn.question.answer(turn.answer)
    text = "" if answer is None else answer.text
    return says(question=turn.question.text, answer=text, verdict=TITLES[turn.outcome])


def _setting(known: Situation) -> tuple[Text, ...]:
    """Say which weights differ for this size and sector, and why."""
    return tuple(
        say.SIZE_CHANGES(
            factor=factor.title,
            weight=figure(known.weigh(factor)),
            base=figure(factor.weight.value),
            why=factor.reasons(known.size, known.sector)[1],
        )
        for factor in known.weights.factors.values()
        if known.weigh(factor) != factor.weight.value
    )
