"""Evidence: every measure over one stream of posts, in one pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from firsthand.records.message import Message, Said
from firsthand.records.post import Post
from firsthand.standing.measure import Measured
from firsthand.standing.measures import measures
from firsthand.standing.reading import read

Evidence = Mapping[str, Measured]
Mine = Callable[[Post], bool]

HELD = 2_000
"""Posts by others that are remembered, so that an answer to them can be understood."""


def everything(_: Post) -> bool:
    """Take every post for the leader's."""
    return True


def written_by(handles: Iterable[str]) -> Mine:
    """Take posts by some handles, or by nobody named, for the leader's; with no handles, all."""
    known = {bare(name) for name in handles}
    if not known:
        return everything
    return lambda post: not post.author or bare(post.author) in known


def bare(handle: str) -> str:
    """Give a handle as one compares it.

    >>> bare(" @Ada ")
    'ada'
    """
    return handle.strip().lstrip("@").casefold()


def gather(
    posts: Iterable[Post],
    now: datetime,
    *,
    organisation: Iterable[str] = (),
    mine: Mine = everything,
) -> dict[str, Measured]:
    """Measure an archive in one pass; nothing of it is kept but counts and a few ids.

    Args:
        posts: the archive, in any order, dropped as it goes.
        now: the moment from which the last post is counted.
        organisation: names of the company and its products, to tell its news from opinions.
        mine: says which posts are the leader's; the others serve only to know what the
            leader answered.
    """
    counting = [measure.start(tuple(organisation)) for measure in measures()]
    for reading in read(_with_what_they_answer(posts, mine)):
        for one in counting:
            one.see(reading)
    found = [one.tell(now) for one in counting]
    return {one.measure: one for one in found}


def restore(kept: Mapping[str, Mapping[str, Any]]) -> dict[str, Measured]:
    """Give evidence back from the JSON that was kept of it; what is measured no more is left out."""
    names = {measure.name for measure in measures()}
    return {
        name: Measured(
            **{
                **found,
                "said": Said(Message(found["said"]["en"], found["said"]["fr"])),
                "samples": tuple(found["samples"]),
            }
        )
        for name, found in kept.items()
        if name in names
    }


def _with_what_they_answer(posts: Iterable[Post], mine: Mine) -> Iterator[tuple[Post, str | None]]:
    others: dict[str, str] = {}
    for post in posts:
        if mine(post):
            yield post, post.quoted_text or others.get(post.reply_to or "")
        else:
            _hold(others, post)


def _hold(others: dict[str, str], post: Post) -> None:
    if not post.id:
        return
    others[post.id] = post.text
    if len(others) > HELD:
        del others[next(iter(others))]
