"""WordPress: the export of a blog (WXR, versions 1.0 to 1.2), whole or in several files.

Only what was published as a post comes in. Drafts and the like are told; pages,
menus and the blog's other furniture are no posts and are passed over. What the
author of a post answered beneath it are replies.
"""

import re
from collections.abc import Iterator

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.formats.wordpress.blog import Blog, read_blog
from firsthand.networks.archives.formats.wordpress.item import Item, parse
from firsthand.networks.archives.formats.wordpress.pictures import Pictures
from firsthand.networks.archives.formats.wordpress.post import answers, make_post
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.xmlitems import XmlItems
from firsthand.networks.archives.xmltext import root_tag, xml_head
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import Said
from firsthand.records.post import Post

_EXPORT = re.compile(r"\sxmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/")
_ATTACHMENT = re.compile(r"<wp:post_type>\s*(?:<!\[CDATA\[)?\s*attachment\b")
_FURNITURE = re.compile(
    r"page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache"
    r"|user_request|wp_\w+|jp_\w+|feedback|acf-\w+|elementor_\w+"
)


class WordPressExport(Reading):
    """The posts of a WordPress export, and their authors' answers."""

    format = "wordpress"
    network = "blog"

    def __init__(self, source: Source, entries: list[Entry], owner: Owner | None) -> None:
        super().__init__(source, entries, owner)
        self._pictures = Pictures()

    def begin(self) -> Iterator[Found]:
        """Learn the texts of the pictures, which may stand after the posts that show them."""
        self._pictures = Pictures()
        for entry in self.entries:
            before = self.source.consumed
            self._learn(entry)
            self.source.consumed = before
        return iter(())

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one file."""
        with self.source.open(entry) as reader:
            items = XmlItems(reader)
            blog = read_blog(items.header)
            for number, text in items:
                place = f"{entry.name} #{number}"
                if isinstance(text, Said):
                    yield Skipped(place, text)
                elif (item := parse(text)) is None:
                    yield Skipped(place, messages.NOT_XML())
                else:
                    yield from self._posts(item, blog, place)

    def _learn(self, entry: Entry) -> None:
        """Read the attachments of one file; what is wrong with it, reading will tell."""
        try:
            with self.source.open(entry) as reader:
                for _, text in XmlItems(reader):
                    if isinstance(text, str) and _ATTACHMENT.search(text):
                        item = parse(text)
                        if item is not None:
                            self._pictures.learn(item)
        except UnreadableArchive:
            return

    def _posts(self, item: Item, blog: Blog, place: str) -> Iterator[Found]:
        sort = item.text("wp:post_type") or "post"
        if sort != "post":
            if not _FURNITURE.fullmatch(sort):
                yield Skipped(place, messages.OTHER_SORT(sort=sort), fault=False)
            return
        made = make_post(item, blog, self._pictures)
        if isinstance(made, Post):
            yield made
            yield from answers(item, made, blog)
        else:
            fault = made.message is not messages.NOT_PUBLISHED
            yield Skipped(place, made, fault)


def recognise(source: Source) -> WordPressExport | None:
    """Find the exports by the namespace that their root declares."""
    heads = {entry: xml_head(source.head(entry)) for entry in source.readable()}
    found = [entry for entry, head in heads.items() if _EXPORT.search(root_tag(head)[1])]
    if not found:
        return None
    return WordPressExport(source, found, read_blog(heads[found[0]]).owner)
