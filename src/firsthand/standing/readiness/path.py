"""What would change the verdict: the steps that lead to *go*, and the answers that decide."""

from dataclasses import dataclass, replace

from firsthand.standing.readiness.questions import Question
from firsthand.standing.readiness.situation import Outcome, Situation
from firsthand.standing.readiness.weights import Rule


@dataclass(frozen=True, slots=True)
class Turn:
    """One other answer, the verdict that it would bring, and how far it is from the one given."""

    question: Question
    answer: str
    outcome: Outcome
    far: int


def after(situation: Situation, question: Question) -> Situation:
    """Give the situation once a question's step is done, in life and in the archive."""
    if question.step is None:
        return situation
    practised = {
        link.measure for link in situation.weights.links if link.factor in question.factors
    }
    measured = {
        name: 1.0 if name in practised else level for name, level in situation.measured.items()
    }
    return replace(situation.answering(**{question.id: question.step.to}), measured=measured)


def steps(situation: Situation) -> tuple[Question, ...]:
    """Give the questions whose steps lead to *go*, in the order in which to take them.

    What the rules demand comes first, in their order; then, as the questionnaire
    goes, the steps that bring the sides nearest to holding.
    """
    demanded: list[Question] = []
    while rules := _undone(situation, demanded):
        demanded.append(rules[0])
        situation = after(situation, rules[0])
    helpful: list[Question] = []
    while (question := _nearest(situation, demanded + helpful)) is not None:
        helpful.append(question)
        situation = after(situation, question)
    return (*demanded, *(question for question in situation.questions if question in helpful))


def _undone(situation: Situation, done: list[Question]) -> list[Question]:
    demanded = [situation.questions[rule.mend] for rule in situation.holding()]
    return [question for question in demanded if question not in done]


def _nearest(situation: Situation, taken: list[Question]) -> Question | None:
    lack = _lack(situation)
    best: tuple[float, Question] | None = None
    for question in situation.questions:
        if question in taken or not _improvable(situation, question):
            continue
        gain = lack - _lack(after(situation, question))
        if gain > 1e-9 and (best is None or gain > best[0] + 1e-9):
            best = (gain, question)
    return best[1] if best else None


def _improvable(situation: Situation, question: Question) -> bool:
    if question.step is None or question.id not in situation.answers:
        return False
    better = {answer.id for answer in question.better(situation.answers[question.id])}
    shown = any(situation.shown(factor)[0] for factor in question.factors)
    return question.step.to in better or (
        shown and situation.answers[question.id] == question.step.to
    )


def _lack(situation: Situation) -> float:
    """Give how much the sides lack, in sum, in order to hold."""
    levels = ((side.go, situation.side(name)) for name, side in situation.weights.sides.items())
    return sum(max(go - level, 0.0) for go, level in levels if level is not None)


def lifting(situation: Situation) -> tuple[Turn, ...]:
    """Give the single answers that would make the verdict best, each the nearest that does."""
    return _turns(situation, better=True)


def undoing(situation: Situation) -> tuple[Turn, ...]:
    """Give the single answers that would make the verdict worse, each the nearest that does."""
    return _turns(situation, better=False)


def _turns(situation: Situation, *, better: bool) -> tuple[Turn, ...]:
    now = situation.verdict
    if now is None:
        return ()
    found = [_turn(situation, question, now, better) for question in situation.questions]
    turns = [turn for turn in found if turn is not None]
    return tuple(sorted(turns, key=lambda turn: (turn.far, -abs(turn.outcome - now))))


def _turn(situation: Situation, question: Question, now: Outcome, better: bool) -> Turn | None:
    """Give the nearest answer that makes the verdict worse, or as much better as one answer can."""
    given = situation.answers.get(question.id)
    if given is None:
        return None
    found: Turn | None = None
    for far, answer in enumerate(question.better(given) if better else question.worse(given), 1):
        outcome = situation.answering(**{question.id: answer.id}).verdict
        if outcome is None or outcome == now or (outcome > now) != better:
            continue
        if not better:
            return Turn(question, answer.id, outcome, far)
        if found is None or outcome > found.outcome:
            found = Turn(question, answer.id, outcome, far)
    return found


def stops(situation: Situation) -> list[Rule]:
    """Give the rules that rule presence out by themselves."""
    return [rule for rule in situation.holding() if rule.ruling == "abstain"]
