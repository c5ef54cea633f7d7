"""What is known of a leader, reduced to levels from 0 to 1, and the verdict that follows.

Unknown stays unknown: a factor without answer or archive has no level. How far
the unknown could go either way is asked by reading the situation at its lowest
and at its highest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from itertools import product
from typing import Literal

from firsthand.standing.evidence import Evidence
from firsthand.standing.readiness.questions import Question, Questionnaire, questionnaire
from firsthand.standing.readiness.weights import Factor, Rule, Weights, weights

EVIDENCE_ALONE = 0.5
"""The archive makes a factor known without any answer if its share in it is at least this."""

At = Literal["low", "likely", "high"]


class Outcome(IntEnum):
    """A verdict; a higher one is a better one."""

    ABSTAIN = 0
    PREPARE = 1
    GO = 2

    @property
    def word(self) -> str:
        """Give its name as written in files."""
        return self.name.lower()


@dataclass(frozen=True)
class Situation:
    """Answers by question, levels by measure, and the weights by which they are judged."""

    answers: Mapping[str, str]
    measured: Mapping[str, float]
    weights: Weights
    questions: Questionnaire

    @property
    def size(self) -> str | None:
        """Give the size of the organisation, or None where it is not said."""
        return self.answers.get("size")

    @property
    def sector(self) -> str | None:
        """Give the sector, or None where it is not said."""
        return self.answers.get("sector")

    def given(self, question: Question, factor: str) -> float | None:
        """Give the level of one answer for a factor, or None where it is not answered."""
        answer = question.answer(self.answers.get(question.id, ""))
        return None if answer is None else answer.bears.get(factor, 0.0)

    def said(self, factor: str, at: At = "likely") -> float | None:
        """Give what the answers say of a factor; unknown ones count as `at` says."""
        if factor == "sector":
            return self._gain(at)
        unknown = {"low": 0.0, "likely": None, "high": 1.0}[at]
        asked = self.questions.bearing_on(factor)
        levels = [self.given(question, factor) for question in asked]
        known = [unknown if level is None else level for level in levels]
        return _mean(level for level in known if level is not None)

    def _gain(self, at: At) -> float | None:
        gains = {name: gain.value for name, gain in self.weights.gains.items()}
        if self.sector is not None:
            return gains[self.sector]
        return {"low": min(gains.values()), "likely": None, "high": max(gains.values())}[at]

    def shown(self, factor: str) -> tuple[float, float]:
        """Give the archive's share in a factor and its level; the share is 0 without an archive."""
        held = [
            (link.share, self.measured[link.measure])
            for link in self.weights.links
            if link.factor == factor and link.measure in self.measured
        ]
        share = sum(part for part, _ in held)
        return (share, sum(part * level for part, level in held) / share) if share else (0.0, 0.0)

    def level(self, factor: str, at: At = "likely") -> float | None:
        """Give the level of a factor from answers and archive together, or None: unknown."""
        said = self.said(factor, at)
        share, shown = self.shown(factor)
        if said is None:
            return shown if share >= EVIDENCE_ALONE else None
        return (1 - share) * said + share * shown

    @cached_property
    def _weights(self) -> dict[str, float]:
        factors = self.weights.factors.values()
        return {factor.name: factor.weighs(self.size, self.sector) for factor in factors}

    def weigh(self, factor: Factor) -> float:
        """Give the weight of a factor in this situation."""
        return self._weights[factor.name]

    def side(self, name: str, at: At = "likely") -> float | None:
        """Give the level of a side: the weighted mean of its known factors."""
        total = weight = 0.0
        for factor in self.weights.on(name):
            level = self.level(factor.name, at)
            if level is not None:
                total += self.weigh(factor) * level
                weight += self.weigh(factor)
        # 0.55 is 0.55, in whatever order it was added up.
        return round(total / weight, 9) if weight else None

    def known(self, side: str) -> float:
        """Give how much of a side's weight is known, from 0 to 1."""
        factors = self.weights.on(side)
        held = sum(self.weigh(one) for one in factors if self.level(one.name) is not None)
        return held / sum(self.weigh(one) for one in factors)

    def holding(self, at: At = "likely") -> list[Rule]:
        """Give the rules that hold; read at its lowest, an unknown answer may be any."""
        return [rule for rule in self.weights.rules if self._holds(rule, at == "low")]

    def sides_of(self, rule: Rule) -> set[str]:
        """Give the sides of the factors that a rule wants mended."""
        about = self.questions[rule.mend].factors
        return {self.weights.factors[name].side for name in about}

    def _holds(self, rule: Rule, suspect: bool) -> bool:
        for measure, most in rule.shown.items():
            if self.measured.get(measure, 1.0) > most:
                return False
        for question, ids in rule.when.items():
            answer = self.answers.get(question)
            if answer not in ids and not (answer is None and suspect):
                return False
        return True

    def outcome(self, at: At = "likely") -> Outcome:
        """Give the verdict that follows from the levels and the rules."""
        rulings = {rule.ruling for rule in self.holding(at)}
        levels = {name: self.side(name, at) for name in self.weights.sides}
        known = [(self.weights.sides[name], at) for name, at in levels.items() if at is not None]
        if "abstain" in rulings or any(level < side.abstain for side, level in known):
            return Outcome.ABSTAIN
        if "prepare" in rulings or any(level < side.go for side, level in known):
            return Outcome.PREPARE
        return Outcome.GO

    @cached_property
    def enough(self) -> bool:
        """Say whether enough is known to judge by what is known."""
        return all(name in self.answers for name in self.weights.essential) and all(
            self.known(side) >= self.weights.enough.value for side in self.weights.sides
        )

    @cached_property
    def bounds(self) -> tuple[Outcome, Outcome]:
        """Give the worst and the best verdict that the unknown answers leave open."""
        settings = list(self._settings())
        worst = min(one.outcome("low") for one in settings)
        return worst, max(one.outcome("high") for one in settings)

    @cached_property
    def verdict(self) -> Outcome | None:
        """Give the verdict, or None where too little is known."""
        if self.enough:
            return self.outcome()
        worst, best = self.bounds
        return worst if worst == best else None

    def _settings(self) -> Iterable["Situation"]:
        """Give this situation for every size and sector that it may have."""
        sizes = [self.size] if self.size else [one.id for one in self.questions["size"].answers]
        sectors = [self.sector] if self.sector else list(self.weights.gains)
        for size, sector in product(sizes, sectors):
            yield self.answering(size=size, sector=sector)

    def answering(self, **answers: str) -> "Situation":
        """Give the same situation with some answers changed."""
        return replace(self, answers={**self.answers, **answers})


def situation(
    answers: Mapping[str, str],
    evidence: Evidence,
    by: Weights | None = None,
    questions: Questionnaire | None = None,
) -> Situation:
    """Reduce answers and evidence to levels; a measure without value is left out, not 0."""
    by = by or weights()
    levels = {
        link.measure: link.level(found.value)
        for link in by.links
        if (found := evidence.get(link.measure)) is not None and found.value is not None
    }
    return Situation(dict(answers), levels, by, questions or questionnaire())


def _mean(values: Iterable[float]) -> float | None:
    held = list(values)
    return sum(held) / len(held) if held else None
