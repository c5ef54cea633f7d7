"""`firsthand analyse stories`: which posts say the same thing."""

import gc
from collections.abc import Iterator
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line

BATCH = 16_384
GARBAGE = 1_000_000
"""New objects after which circles among them are looked for."""
LATER = 0.8
"""Whoever reads groups forgives a post too many in one more than many posts left alone; what is to
be alarming does not (see `Stories`)."""


@click.command(
    epilog="""Example: echo '{"id":"1","text":"The plant closes"}' | firsthand analyse stories"""
)
@click.option(
    "--window",
    type=click.IntRange(1000, 1_000_000),
    default=100_000,
    show_default=True,
    help="Posts remembered.",
)
@click.option(
    "--batch",
    type=click.IntRange(1, BATCH),
    default=BATCH,
    show_default=True,
    help="Posts read before they are answered; 1 answers at once, and groups less well.",
)
def command(window: int, batch: int) -> None:
    """Add `story`: a number, the same for posts that say the same thing.

    Answers come in batches: the posts of a batch are grouped in the light of each
    other. Reposts (`repost_of`), quotes (`quote_of`) and posts of the same link
    belong to the story of what they repeat.
    """
    # Imported here because compiled code takes a second to start.
    from firsthand.listen.stories import Stories

    stories = Stories(window, later=LATER)
    # Of posts nothing lies in a circle; looking for circles among them costs a fifth.
    gc.set_threshold(GARBAGE)

    def judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
        read = [_post(line) for line in lines]
        names = iter(stories.add([post for post in read if isinstance(post, Post)]))
        for post in read:
            yield post if isinstance(post, BadInput) else {"story": next(names)}

    filter_lines(judge, batch=min(batch, window))


def _post(line: dict[str, Any]) -> Post | BadInput:
    try:
        return from_line(line)
    except BadInput as error:
        return error
