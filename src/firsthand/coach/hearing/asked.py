"""Questions to the leader that nobody has seen them answer."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from firsthand.records.post import Post
from firsthand.text.cues import cues
from firsthand.text.entities import entities

PATIENCE = timedelta(days=14)
"""A question older than this waits for nobody any more."""
MOST = 50


def unanswered(
    heard: Iterable[Post], own: Collection[Post], handles: frozenset[str], now: datetime
) -> tuple[Post, ...]:
    """Give the posts that ask the leader something and got no answer, the latest first.

    `handles` are bare. Whoever asks names the leader or replies to them; an answer
    replies to the question, quotes it, or replies to its author later on.
    """
    written = {post.id for post in own if post.id}
    settled = {name for post in own for name in (post.reply_to, post.quote_of) if name}
    found: dict[str, Post] = {}
    for post in heard:
        if post.at is None or not timedelta() <= now - post.at <= PATIENCE:
            continue
        if not _addressed(post, handles, written) or not asks(post):
            continue
        if post.id not in settled and not _answered_later(post, own):
            found.setdefault(post.id or post.text, post)
    latest = sorted(found.values(), key=lambda post: post.at or now, reverse=True)
    return tuple(latest[:MOST])


def asks(post: Post) -> bool:
    """Tell whether a post holds a question."""
    return "?" in post.text or any(cue.kind == "question" for cue in cues(post.text, post.lang))


def _addressed(post: Post, handles: frozenset[str], written: Collection[str]) -> bool:
    if post.reply_to in written and post.reply_to:
        return True
    named = {entity.text for entity in entities(post.text) if entity.kind == "mention"}
    named.add(post.reply_to_author or "")
    return any(name.lstrip("@＠").casefold() in handles for name in named if name)


def _answered_later(post: Post, own: Iterable[Post]) -> bool:
    return any(
        answer.reply_to is None
        and answer.reply_to_author == post.author
        and answer.at is not None
        and post.at is not None
        and answer.at > post.at
        for answer in own
        if post.author
    )
