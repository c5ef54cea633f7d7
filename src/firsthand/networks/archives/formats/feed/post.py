"""From an entry of a feed, as feedparser gives it, to a post."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from firsthand.networks.archives import messages
from firsthand.networks.archives.html import to_text
from firsthand.networks.archives.media import media_kind, shown_media
from firsthand.records.message import Said
from firsthand.records.post import Media, Post

_BLOGGER_KIND = "http://schemas.google.com/blogger/2008/kind#"
_PLAIN = "text/plain"

Entry = dict[str, Any]


def make_post(entry: Entry, author: str) -> Post | Said:
    """Make a post of an entry, or say why there is none."""
    sort = _sort(entry)
    if sort != "post":
        return messages.OTHER_SORT(sort=sort)
    if str(entry.get("app_draft") or "").strip().lower() == "yes":
        return messages.NOT_PUBLISHED(state="draft")
    body = _body(entry)
    text, links = _words(body)
    title = _words(entry.get("title_detail") or {})[0]
    url = _address(entry)
    media = _once(_media(entry, body), str(body.get("base") or url or ""))
    if not (text or title or media or url):
        return messages.NOTHING_IN_IT()
    return Post(
        id=str(entry.get("id") or "").strip() or url or "",
        text=text,
        at=_time(entry),
        author=_author(entry) or author,
        network="blog",
        title=title or None,
        url=url,
        links=links,
        media=media,
    )


def _sort(entry: Entry) -> str:
    """Say what an entry is: Blogger's own exports hold settings, pages and others' comments."""
    terms = (str(tag.get("term") or "") for tag in entry.get("tags") or ())
    return next((t.partition("#")[2] for t in terms if t.startswith(_BLOGGER_KIND)), "post")


def _body(entry: Entry) -> Entry:
    """Give the fullest version of what an entry says, in HTML rather than plain."""
    versions = [each for each in entry.get("content") or () if each.get("value")]
    versions.sort(key=lambda each: each.get("type") == _PLAIN)
    return versions[0] if versions else entry.get("summary_detail") or {}


def _words(detail: Entry) -> tuple[str, tuple[str, ...]]:
    value = str(detail.get("value") or "")
    if detail.get("type") == _PLAIN:
        return value.strip(), ()
    return to_text(value)


def _media(entry: Entry, body: Entry) -> Iterator[Media]:
    """Give the files that go with an entry, and those its words show with their texts."""
    for file in entry.get("enclosures") or ():
        if address := str(file.get("href") or "").strip():
            yield Media(address, media_kind(address, file.get("type")))
    for file in entry.get("media_content") or ():
        if address := str(file.get("url") or "").strip():
            yield Media(address, media_kind(address, file.get("type") or file.get("medium")))
    if body.get("type") != _PLAIN:
        yield from (media for media, _ in shown_media(str(body.get("value") or "")))


def _once(media: Iterator[Media], base: str) -> tuple[Media, ...]:
    """Name each file once, by its whole address, with its text wherever that stands."""
    found: dict[str, Media] = {}
    for named in media:
        item = replace(named, ref=_whole(base, named.ref))
        if item.ref not in found or (item.alt and not found[item.ref].alt):
            found[item.ref] = item
    return tuple(found.values())


def _whole(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _author(entry: Entry) -> str:
    detail = entry.get("author_detail") or {}
    return str(detail.get("name") or entry.get("author") or "").strip()


def _time(entry: Entry) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        if (moment := entry.get(name)) is not None:
            try:
                year, month, day, hour, minute, second = moment[:6]
                return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
            except ValueError:
                return None
    return None


def _address(entry: Entry) -> str | None:
    link = str(entry.get("link") or "").strip()
    return link if link.startswith(("http://", "https://")) else None
