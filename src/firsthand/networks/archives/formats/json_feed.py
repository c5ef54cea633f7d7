"""JSON Feed, versions 1 and 1.1, saved as a file."""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.html import to_text
from firsthand.networks.archives.jsonstream import ArrayStream
from firsthand.networks.archives.lenient import Unread
from firsthand.networks.archives.media import media_kind, shown_media
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import Utf8, as_utf8
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import Media, Post, read_time

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_ITEMS = re.compile(rb'"items"\s*:\s*\[')
_NAMED = re.compile(rb'"(title|home_page_url)"\s*:\s*("(?:[^"\\]|\\.){0,999}")')


class _Author(msgspec.Struct):
    name: str | None = None


class _Attachment(msgspec.Struct):
    url: str | None = None
    mime_type: str | None = None
    title: str | None = None


class _Item(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    image: str | None = None
    date_published: str | None = None
    author: _Author | None = None
    authors: list[_Author] | None = None
    attachments: list[_Attachment] | None = None


class JsonFeed(Reading):
    """The items of a JSON feed."""

    format = "json-feed"
    network = "blog"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one feed."""
        with self.source.open(entry) as reader:
            for number, found in ArrayStream(Utf8(reader), _Item, _ITEMS):
                made = found.reason if isinstance(found, Unread) else _post(found)
                yield made if isinstance(made, Post) else Skipped(f"{entry.name} #{number}", made)


def recognise(source: Source) -> JsonFeed | None:
    """Find the feeds by the version they state."""
    heads = {entry: as_utf8(source.head(entry)) for entry in source.readable()}
    found = [e for e, head in heads.items() if head.lstrip()[:1] == b"{" and _VERSION.search(head)]
    return JsonFeed(source, found, _owner(heads[found[0]])) if found else None


def _owner(head: bytes) -> Owner | None:
    """Say whose feed it is, by what stands before its items."""
    items = _ITEMS.search(head)
    said: dict[bytes, str] = {}
    for match in _NAMED.finditer(head, 0, items.start() if items else len(head)):
        try:
            said.setdefault(match.group(1), msgspec.json.decode(match.group(2), type=str))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    address = said.get(b"home_page_url", "")
    handle = urlsplit(address).netloc if "[" not in address else ""
    return Owner(handle, said.get(b"title", "")) if said else None


def _post(item: _Item) -> Post | Said:
    text, links = item.content_text or item.summary or "", tuple[str, ...]()
    if item.content_html:
        text, links = to_text(item.content_html)
    media = tuple(_media(item))
    if not (text.strip() or item.title or media):
        return messages.NOTHING_IN_IT()
    authors = [each.name for each in (item.author, *(item.authors or ())) if each and each.name]
    return Post(
        id=str(item.id) if item.id is not None else item.url or "",
        text=text.strip(),
        at=_time(item.date_published),
        author=authors[0] if authors else "",
        network="blog",
        title=(item.title or "").strip() or None,
        url=item.url or None,
        links=links,
        media=media,
    )


def _media(item: _Item) -> Iterator[Media]:
    shown = [media for media, _ in shown_media(item.content_html or "")]
    if item.image and item.image not in [media.ref for media in shown]:
        yield Media(item.image)
    yield from shown
    for file in item.attachments or ():
        if file.url:
            yield Media(file.url, media_kind(file.url, file.mime_type), file.title)


def _time(value: str | None) -> datetime | None:
    try:
        return read_time(value)
    except BadInput:
        return None
