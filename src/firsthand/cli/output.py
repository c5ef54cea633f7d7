"""How the commands speak: the reader's language, JSON, and lines in and out."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import click
import orjson

from firsthand.records.errors import BadInput
from firsthand.records.message import Message

NOT_JSON = Message("this line is not JSON", "cette ligne n'est pas du JSON")
NOT_OBJECT = Message("this line is not a JSON object", "cette ligne n'est pas un objet JSON")
BAD_LINES = Message(
    "{n} of {total} {total:line|lines} could not be read.",
    "{n} {n:ligne|lignes} sur {total} {n:n'a|n'ont} pas pu être {n:lue|lues}.",
)


def lang() -> str:
    """Give the reader's language, `fr` or `en`, from FIRSTHAND_LANG or the locale."""
    for name in ("FIRSTHAND_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def say_json(value: object) -> None:
    """Print one value as JSON."""
    click.echo(orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_INDENT_2).decode())


def read_lines(source: BinaryIO) -> Iterator[dict[str, Any] | BadInput]:
    """Decode lines of JSON; a line that cannot be read comes as the error that says so."""
    for line in source:
        if not line.strip():
            continue
        try:
            value = orjson.loads(line)
        except orjson.JSONDecodeError:
            yield BadInput(NOT_JSON())
            continue
        yield value if isinstance(value, dict) else BadInput(NOT_OBJECT())


def filter_lines(
    judge: Callable[[list[dict[str, Any]]], Iterable[dict[str, Any] | BadInput]],
    *,
    batch: int = 1,
    source: BinaryIO | None = None,
) -> None:
    """Read lines of JSON and write one answer for each, in order.

    `judge` takes a list of decoded lines and gives as many answers, or a
    `BadInput` in place of one. Each answer repeats the line's `id`. A bad line
    gives an `error` object and is counted on stderr; nothing stops.
    """
    out = sys.stdout.buffer
    total = bad = 0
    pending: list[dict[str, Any] | BadInput] = []

    def flush() -> int:
        good = [line for line in pending if isinstance(line, dict)]
        answers = iter(judge(good)) if good else iter(())
        wrong = 0
        for line in pending:
            answer = next(answers) if isinstance(line, dict) else line
            head = {"id": line["id"]} if isinstance(line, dict) and "id" in line else {}
            if isinstance(answer, BadInput):
                wrong += 1
                answer = {"error": answer.text(lang())}
            out.write(orjson.dumps({**head, **answer}) + b"\n")
        pending.clear()
        return wrong

    for line in read_lines(source or sys.stdin.buffer):
        total += 1
        pending.append(line)
        if len(pending) >= batch:
            bad += flush()
            out.flush()
    bad += flush()
    out.flush()
    if bad:
        click.echo(BAD_LINES(n=bad, total=total).text(lang()), err=True)
