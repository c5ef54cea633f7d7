"""`firsthand analyse rumour`: stories that grow with doubt, as their posts come in."""

from collections.abc import Iterator
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line

STRICT = 1.9
"""A claim is narrower than a subject: posts must be this much more alike."""


@click.command(
    epilog="""Example: echo '{"id":"1","text":"Il paraît que…"}' | firsthand analyse rumour"""
)
@click.option(
    "--window",
    type=click.IntRange(1000, 1_000_000),
    default=100_000,
    show_default=True,
    help="Posts remembered.",
)
def command(window: int) -> None:
    """Follow stories for rumours, each post judged from those before it.

    Adds `story`, `rumour` (probability so far), `alert` (true on the post that
    raises it, once a story) and `cues` (kind and words). A reply or a repost belongs
    to the story of what it answers.
    """
    # Imported here because compiled code takes a second to start.
    from firsthand.listen.rumour import Rumours
    from firsthand.listen.stories import Stories

    stories, rumours = Stories(window, strict=STRICT), Rumours()

    def judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
        for line in lines:
            try:
                post = from_line(line)
            except BadInput as error:
                yield error
                continue
            yield answer(post)

    def answer(post: Post) -> dict[str, Any]:
        names = stories.add([post])
        rumours.joined(stories.joined)
        verdict = rumours.add([post], names)[0]
        return {
            "story": verdict.story,
            "rumour": round(verdict.p, 4),
            "alert": verdict.alert,
            "cues": [{"kind": cue.kind, "words": cue.words} for cue in verdict.cues],
        }

    filter_lines(judge)
