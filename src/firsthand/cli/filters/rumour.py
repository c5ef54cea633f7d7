"""`firsthand analyse rumour`: stories that grow with doubt, as their posts come in."""

from collections.abc import Iterator
from itertools import count
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

    Adds `story`, `rumour` (probability so far; of the conversation, once it has three posts,
    else of the story), `alert` (true on the post that
    raises it, once a story and once a conversation) and `cues` (kind and words). A
    reply or a repost belongs to the story of what it answers.
    """
    # Imported here because compiled code takes a second to start.
    from firsthand.listen.rumour import FEWEST, Rumours
    from firsthand.listen.stories import Stories

    stories, rumours, conversations = Stories(window, strict=STRICT), Rumours(), Rumours()
    numbers = count()

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
        (verdict,) = rumours.add([post], names)
        # A claim told in two places is doubted in each of them.
        (here,) = conversations.add([post], [next(numbers)])
        alert = verdict.alert or here.alert
        if alert:
            conversations.silence(here.story)
        return {
            "story": verdict.story,
            "rumour": round(here.p if here.posts >= FEWEST else verdict.p, 4),
            "alert": alert,
            "cues": [{"kind": cue.kind, "words": cue.words} for cue in verdict.cues],
        }

    filter_lines(judge)
