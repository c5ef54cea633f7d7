"""The questionnaire, read from `questions.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from firsthand.records.message import Message


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer; `bears` says how well it speaks for each factor, 0 to 1."""

    id: str
    text: Message
    bears: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """What to do about a weak answer, how many weeks it takes, and the answer it leads to."""

    text: Message
    weeks: int
    to: str


@dataclass(frozen=True)
class Question:
    """One question, why it is asked, its answers from the best to the worst, and a step."""

    id: str
    part: str
    text: Message
    why: Message
    answers: tuple[Answer, ...]
    step: Step | None = None

    def answer(self, id_: str) -> Answer | None:
        """Give the answer of that id, or None."""
        return next((answer for answer in self.answers if answer.id == id_), None)

    @cached_property
    def factors(self) -> frozenset[str]:
        """Give the factors on which its answers bear."""
        return frozenset(name for answer in self.answers for name in answer.bears)

    def better(self, than: str) -> tuple[Answer, ...]:
        """Give the answers better than one of them, the nearest first."""
        return tuple(reversed(self.answers[: self._place(than)])) if self.factors else ()

    def worse(self, than: str) -> tuple[Answer, ...]:
        """Give the answers worse than one of them, the nearest first."""
        return self.answers[self._place(than) + 1 :] if self.factors else ()

    def _place(self, id_: str) -> int:
        return next(at for at, answer in enumerate(self.answers) if answer.id == id_)


class Questionnaire:
    """All questions, in the order in which they are asked."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self._by_id = {question.id: question for question in questions}
        self._bearing: dict[str, tuple[Question, ...]] = {}
        for question in questions:
            for factor in question.factors:
                self._bearing[factor] = (*self._bearing.get(factor, ()), question)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> Question:
        return self._by_id[id_]

    def bearing_on(self, factor: str) -> tuple[Question, ...]:
        """Give the questions that bear on a factor."""
        return self._bearing.get(factor, ())


@cache
def questionnaire() -> Questionnaire:
    """Give the questionnaire that ships with Firsthand."""
    text = files(__package__).joinpath("questions.toml").read_text("utf-8")
    return Questionnaire(tuple(map(_question, tomllib.loads(text)["question"])))


def _question(entry: Mapping[str, Any]) -> Question:
    step = entry.get("step")
    return Question(
        id=entry["id"],
        part=entry["part"],
        text=Message(entry["en"], entry["fr"]),
        why=Message(entry["why_en"], entry["why_fr"]),
        answers=tuple(map(_answer, entry["answers"])),
        step=step and Step(Message(step["en"], step["fr"]), step["weeks"], step["to"]),
    )


def _answer(entry: Mapping[str, Any]) -> Answer:
    return Answer(entry["id"], Message(entry["en"], entry["fr"]), entry.get("bears", {}))
