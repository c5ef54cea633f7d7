"""`firsthand analyse tone`: how each post sounds."""

from collections.abc import Iterator
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line
from firsthand.text.tone import tone_many


@click.command(epilog="""Example: echo '{"text":"Bravo !","lang":"fr"}' | firsthand analyse tone""")
def command() -> None:
    """Add `tone` (0 negative, 1 neutral, 2 positive) and the three probabilities `p`."""
    filter_lines(_judge, batch=2048)


def _judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
    read = [_post(line) for line in lines]
    posts = [post for post in read if isinstance(post, Post)]
    answers = iter(tone_many([post.text for post in posts], [post.lang for post in posts]).tolist())
    for post in read:
        if isinstance(post, BadInput):
            yield post
        else:
            p = next(answers)
            yield {"tone": p.index(max(p)), "p": [round(each, 4) for each in p]}


def _post(line: dict[str, Any]) -> Post | BadInput:
    try:
        return from_line(line)
    except BadInput as error:
        return error
