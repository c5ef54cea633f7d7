"""`firsthand analyse length`: each post as long as each network would count it."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.records.errors import BadInput
from firsthand.records.post import from_line
from firsthand.text.lengths import NETWORKS, measure


@click.command(epilog="""Example: echo '{"text":"Bonjour"}' | firsthand analyse length""")
def command() -> None:
    """Add `networks`: for each network the length, the limit (null if none) and whether it fits."""
    filter_lines(_judge, batch=256)


def _judge(lines: list[dict[str, Any]]) -> Iterable[dict[str, Any] | BadInput]:
    return map(_lengths, lines)


def _lengths(line: dict[str, Any]) -> dict[str, Any] | BadInput:
    try:
        text = from_line(line).text
    except BadInput as error:
        return error
    found = {name: asdict(measure(text, name)) for name in NETWORKS}
    keys = ("length", "limit", "fits")
    return {"networks": {name: {key: one[key] for key in keys} for name, one in found.items()}}
