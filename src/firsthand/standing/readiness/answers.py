"""Answers from outside: a TOML file that a person fills in, or a form."""

import re
import tomllib
from collections.abc import Mapping

from firsthand.records.errors import BadInput
from firsthand.records.strategy_file import syntax
from firsthand.standing.readiness import messages as say
from firsthand.standing.readiness.questions import Question, Questionnaire, questionnaire


def template(lang: str) -> str:
    """Give the questionnaire as TOML to fill in, in the reader's language."""
    asked = questionnaire()
    lines = _comments(say.QUESTIONNAIRE_INTRO(n=len(asked)).text(lang))
    part = ""
    for at, question in enumerate(asked, start=1):
        if question.part != part:
            part = question.part
            lines += ["", f"# ── {say.PARTS[part].text(lang)} ──"]
        lines += ["", f"# {at}. {question.text.text(lang)}"]
        lines += _comments(question.why.text(lang))
        lines += [f"#   {answer.id:<14} {answer.text.text(lang)}" for answer in question.answers]
        lines.append(f'{question.id} = ""')
    return "\n".join(lines) + "\n"


def _comments(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]


def read(text: str) -> dict[str, str]:
    """Read answers from TOML; an empty answer is an answer not given.

    Raises:
        BadInput: names the line, and what it should have been.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = syntax(str(error), text)
        raise BadInput(say.NOT_TOML(line=fault.line, why=fault.reason)) from error
    asked = questionnaire()
    for name, value in table.items():
        line = _line_of(name, text)
        if name not in asked:
            raise BadInput(say.UNKNOWN_QUESTION(line=line, name=name))
        if value != "" and (not isinstance(value, str) or asked[name].answer(value) is None):
            choices = _choices(asked[name])
            raise BadInput(say.UNKNOWN_ANSWER(line=line, value=value, name=name, choices=choices))
    return {name: value for name, value in table.items() if value != ""}


def check(answers: Mapping[str, str]) -> dict[str, str]:
    """Let through answers that the questionnaire knows.

    Raises:
        BadInput: names the question, and the answers that it takes.
    """
    asked = questionnaire()
    for name, value in answers.items():
        _check_one(asked, name, value)
    return dict(answers)


def _check_one(asked: Questionnaire, name: str, value: str) -> None:
    if name not in asked:
        raise BadInput(say.UNKNOWN_QUESTION_HERE(name=name))
    if asked[name].answer(value) is None:
        choices = _choices(asked[name])
        raise BadInput(say.UNKNOWN_ANSWER_HERE(value=value, name=name, choices=choices))


def _choices(question: Question) -> str:
    return ", ".join(answer.id for answer in question.answers)


def _line_of(name: str, text: str) -> int:
    """Give the line on which a key stands, counted from 1; the first where it is not found."""
    found = re.search(
        rf"""^[ \t]*(?:\[+[ \t]*)?["']?{re.escape(name)}["']?[ \t]*[=.\]]""", text, re.MULTILINE
    )
    return text.count("\n", 0, found.start()) + 1 if found else 1
