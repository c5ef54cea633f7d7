"""`firsthand analyse language`: the language that each post is written in."""

from collections.abc import Iterator
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.records.errors import BadInput
from firsthand.records.post import from_line
from firsthand.text.language import detect_many


@click.command(epilog="""Example: echo '{"text":"Bonjour"}' | firsthand analyse language""")
def command() -> None:
    """Add `lang` (ISO 639-1, null when unsure) and its probability `p`."""
    filter_lines(_judge, batch=2048)


def _judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
    read = [_text(line) for line in lines]
    answers = iter(detect_many([text for text in read if isinstance(text, str)]))
    for text in read:
        if isinstance(text, BadInput):
            yield text
        else:
            found = next(answers)
            yield {"lang": found.lang, "p": round(found.p, 4)}


def _text(line: dict[str, Any]) -> str | BadInput:
    try:
        return from_line(line).text
    except BadInput as error:
        return error
