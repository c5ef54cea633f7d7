"""Evidence: every measure over one stream of posts, in one pass."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from firsthand.records.post import Post
from firsthand.standing.measure import Measured
from firsthand.standing.measures import measures
from firsthand.standing.reading import Reading

Evidence = Mapping[str, Measured]

HELD = 2_000
"""Posts by others that are remembered, so that an answer to them can be understood."""


def gather(
    posts: Iterable[Post],
    now: datetime,
    *,
    organisation: Iterable[str] = (),
    own: Iterable[str] = (),
) -> dict[str, Measured]:
    """Measure an archive in one pass; nothing of it is kept but counts and a few ids.

    Args:
        posts: the archive, in any order, dropped as it goes.
        now: the moment from which the last post is counted.
        organisation: names of the company and its products, to tell its news from opinions.
        own: handles of the leader. With none, every post is taken for the leader's; with
            some, posts by others serve only to know what the leader answered.
    """
    handles = {_handle(name) for name in own}
    others: dict[str, str] = {}
    counting = [measure.start(tuple(organisation)) for measure in measures()]
    for post in posts:
        if handles and post.author and _handle(post.author) not in handles:
            _hold(others, post)
            continue
        answered = post.quoted_text or others.get(post.reply_to or "")
        reading = Reading(post, answered)
        for one in counting:
            one.see(reading)
    found = [one.tell(now) for one in counting]
    return {one.measure: one for one in found}


def _handle(name: str) -> str:
    return name.strip().lstrip("@").casefold()


def _hold(others: dict[str, str], post: Post) -> None:
    if not post.id:
        return
    others[post.id] = post.text
    if len(others) > HELD:
        del others[next(iter(others))]
