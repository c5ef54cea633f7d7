"""From a page of LinkedIn's `Articles` folder to a post."""

import re
from html import unescape

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats.linkedin.post import utc_time
from firsthand.networks.archives.html import to_text
from firsthand.networks.archives.media import shown_media
from firsthand.records.message import Said
from firsthand.records.post import Post

_DATED = re.compile(r'class="(?:created|published)"\s*>\s*(?:Created|Published) on ')
_STATED = re.compile(r'class="(created|published)"\s*>[^<\d]*([\d: -]+\d)[^<]*</\w+>')
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r'<a\s[^>]*href="(https?://[^"]+)"', re.IGNORECASE)


def is_article(head: str) -> bool:
    """Say whether a page is an article, by its first characters."""
    return "<h1" in head and _DATED.search(head) is not None


def make_article(page: str, author: str) -> Post | Said:
    """Make a post of an article's page; a page without its publication is a draft."""
    stated = list(_STATED.finditer(page))
    published = next((s.group(2) for s in stated if s.group(1) == "published"), None)
    if published is None:
        return messages.NOT_PUBLISHED(state="draft")
    title = _TITLE.search(page)
    heading = title.group(1) if title else ""
    address = _ADDRESS.search(heading)
    url = unescape(address.group(1)) if address else None
    text, links = to_text(page[stated[-1].end() :])
    return Post(
        id=url or "",
        text=text,
        at=utc_time(published),
        author=author,
        network="linkedin",
        title=to_text(heading)[0] or None,
        url=url,
        links=links,
        media=tuple(media for media, _ in shown_media(page)),
    )
