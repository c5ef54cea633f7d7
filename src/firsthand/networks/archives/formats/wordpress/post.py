"""From an item of a WordPress export to a post, and its author's answers beneath it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats.wordpress.blog import Author, Blog
from firsthand.networks.archives.formats.wordpress.body import body_text
from firsthand.networks.archives.formats.wordpress.item import Item
from firsthand.networks.archives.formats.wordpress.pictures import Pictures
from firsthand.networks.archives.html import to_text
from firsthand.records.message import Said
from firsthand.records.post import Post

PUBLISHED = "publish"
_YEAR = re.compile(r"\s[12]\d{3}\s")
_NEVER = ("1970-01-01", "1999-11-30")
"""What becomes of a time that was never set, on its way through other programs."""


def make_post(item: Item, blog: Blog, pictures: Pictures) -> Post | Said:
    """Make a post of an item of that type, or say why there is none."""
    state = item.text("wp:status") or PUBLISHED
    if state != PUBLISHED:
        return messages.NOT_PUBLISHED(state=state)
    content = item.text("content:encoded") or item.text("description")
    text, links = body_text(content)
    title = to_text(item.text("title"))[0]
    media = pictures.of(item, content)
    url = item.text("link") or None
    if not (text or title or media or url):
        return messages.NOTHING_IN_IT()
    login = item.text("dc:creator")
    author = blog.authors.get(login)
    return Post(
        id=name_of(item, blog),
        text=text,
        at=_time(item),
        author=(author.name if author else "") or login,
        network="blog",
        title=title or None,
        url=url,
        visibility="password" if item.text("wp:post_password") else "public",
        links=links,
        media=media,
    )


def name_of(item: Item, blog: Blog) -> str:
    """Give what names a post for ever, the same in the blog's feed."""
    number = item.text("wp:post_id")
    made = f"{blog.address}/?p={number}" if number else ""
    return item.text("guid") or item.text("link") or made


def answers(item: Item, post: Post, blog: Blog) -> Iterator[Post]:
    """Give what the author of a post answered beneath it."""
    author = blog.authors.get(item.text("dc:creator"))
    if author is None:
        return
    comments = [each for each in item.parts("wp:comment") if _stands(each)]
    writers = {each.text("wp:comment_id"): each.text("wp:comment_author") for each in comments}
    for comment in comments:
        text, links = body_text(comment.text("wp:comment_content"))
        if not (text and _wrote(author, comment)):
            continue
        number, above = comment.text("wp:comment_id"), comment.text("wp:comment_parent")
        yield Post(
            id=f"{post.id}#comment-{number}",
            text=text,
            at=_utc(comment.text("wp:comment_date_gmt")),
            author=post.author,
            network="blog",
            url=f"{post.url}#comment-{number}" if post.url else None,
            reply_to=f"{post.id}#comment-{above}" if above in writers else post.id,
            reply_to_author=writers.get(above) or None,
            visibility=post.visibility,
            links=links,
        )


def _stands(comment: Item) -> bool:
    """Say whether a comment was let through and is a person's."""
    kind = comment.text("wp:comment_type")
    return comment.text("wp:comment_approved") == "1" and kind in ("", "comment")


def _wrote(author: Author, comment: Item) -> bool:
    number = comment.text("wp:comment_user_id")
    if number not in ("", "0") and author.number:
        return number == author.number
    email = comment.text("wp:comment_author_email")
    return bool(email) and email.lower() == author.email.lower()


def _time(item: Item) -> datetime | None:
    """Give when a post was published; the blog's own clock, which has no zone, comes last."""
    stated = _utc(item.text("wp:post_date_gmt"))
    return stated or _dated(item.text("pubDate")) or _utc(item.text("wp:post_date"))


def _utc(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None


def _dated(text: str) -> datetime | None:
    if not _YEAR.search(text):
        return None
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return None if at.date().isoformat() in _NEVER else at
