"""What a WordPress export says of the blog as a whole, before its items."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from firsthand.networks.archives.formats.wordpress.item import parse
from firsthand.networks.archives.record import Owner
from firsthand.networks.archives.xmltext import apart

_BEFORE_TERMS = re.compile(r"<wp:(?:author|category|tag|term)\b")
_CHANNEL = re.compile(r"<channel\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Author:
    """A person who writes in the blog; what the export does not say is empty."""

    login: str
    name: str
    number: str
    email: str


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog: its title, its address, and its authors by their logins."""

    title: str = ""
    address: str = ""
    authors: dict[str, Author] = field(default_factory=dict)

    @property
    def owner(self) -> Owner:
        """Say whose blog it is: its only author's, or else that of its title."""
        names = [author.name or author.login for author in self.authors.values()]
        return Owner(
            handle=urlsplit(self.address).netloc if "[" not in self.address else "",
            name=names[0] if len(names) == 1 else self.title,
        )


def read_blog(header: str) -> Blog:
    """Read what stands before the items of an export."""
    channel = _CHANNEL.search(header)
    if channel is None:
        return Blog()
    terms = _BEFORE_TERMS.search(header)
    head = parse(f"<channel>{header[channel.end() : terms.start() if terms else None]}</channel>")
    authors = {}
    for text in apart(header, "<wp:author>", "</wp:author>")[1::2]:
        item = parse(text)
        if item and (login := item.text("wp:author_login")):
            name = item.text("wp:author_display_name")
            number, email = item.text("wp:author_id"), item.text("wp:author_email")
            authors[login] = Author(login, name, number, email)
    if head is None:
        return Blog(authors=authors)
    address = head.text("wp:base_blog_url") or head.text("link")
    return Blog(head.text("title"), address, authors)
