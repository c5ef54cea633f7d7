"""Feeds, saved as files: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, of one blog each."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.formats.feed.document import Frame
from firsthand.networks.archives.formats.feed.post import make_post
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.xmlitems import XmlItems
from firsthand.networks.archives.xmltext import defines_entities, root_tag, xml_head
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import Said
from firsthand.records.post import Post

_ROOTS = ("rss", "rdf", "feed")
_WORDPRESS = "wordpress.org/export/"
_ON_PURPOSE = (messages.OTHER_SORT, messages.NOT_PUBLISHED)


class Feed(Reading):
    """The entries of a feed."""

    format = "feed"
    network = "blog"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one feed."""
        with self.source.open(entry) as reader:
            items = XmlItems(reader)
            frame = Frame(items.header)
            author = _author(frame)
            for number, text in items:
                made = text if isinstance(text, Said) else _made(text, frame, author)
                if isinstance(made, Post):
                    yield made
                else:
                    fault = made.message not in _ON_PURPOSE
                    yield Skipped(f"{entry.name} #{number}", made, fault)


def recognise(source: Source) -> Feed | None:
    """Find the feeds by their first element, and what would be one but for its entities."""
    heads = {entry: xml_head(source.head(entry)) for entry in source.readable()}
    found = [entry for entry, head in heads.items() if _is_feed(head)]
    if not found:
        return None
    return Feed(source, found, _owner(source, found[0]))


def _is_feed(head: str) -> bool:
    name, tag = root_tag(head)
    if name in _ROOTS:
        return _WORDPRESS not in tag
    return head.lstrip().startswith(("<?xml", "<!DOCTYPE")) and defines_entities(head)


def _owner(source: Source, entry: Entry) -> Owner | None:
    """Say whose feed it is: that of its title, at its address."""
    before = source.consumed
    try:
        with source.open(entry) as reader:
            feed = Frame(XmlItems(reader).header).feed()
    except UnreadableArchive:
        return None
    finally:
        source.consumed = before
    address, title = str(feed.get("link") or ""), str(feed.get("title") or "").strip()
    try:
        place = urlsplit(address).netloc
    except ValueError:
        place = ""
    return Owner(handle=place, name=title) if title or place else None


def _author(frame: Frame) -> str:
    detail = frame.feed().get("author_detail") or {}
    return str(detail.get("name") or "")


def _made(text: str, frame: Frame, author: str) -> Post | Said:
    entry = frame.entry(text)
    return make_post(entry, author) if entry is not None else messages.NOT_XML()
