"""From a row of LinkedIn's tables to a post.

The tables hold nobody else's words: of a repost or of an answered post they
give the address alone. All their times are UTC.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from html import unescape
from urllib.parse import unquote

from firsthand.networks.archives import messages
from firsthand.networks.archives.media import media_kind
from firsthand.records.message import Said
from firsthand.records.post import Media, Post

_URN = re.compile(r"urn:li:(activity|share|ugcPost|groupPost|article):([\w-]+)", re.IGNORECASE)
_IN_PATH = re.compile(r"[-/](activity|share|ugcPost)[-:](\d{15,})(?!\d)", re.IGNORECASE)
_SPELLED = {kind.lower(): kind for kind in ("activity", "share", "ugcPost", "groupPost", "article")}
_LINKEDIN = re.compile(r"https?://(?:\w+\.)?linkedin\.com/", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_WORDS = frozenset(["#n/a", "<na>", "nan", "null"])
"""What programs write into an empty cell, and nobody says."""
_NOTHING = _NO_WORDS | {"", "na", "n/a", "none"}
"""What they write where no words stand."""
_LINE_END = '"\n"'
"""How the table of shares writes the end of a line: each line stands in quotes of its own."""
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_CLOCK_BITS = 22
_LONGEST_NUMBER = 19
_FIRST_MINTED = datetime(2012, 1, 1, tzinfo=UTC)

Cells = Mapping[str, str]


def make_share(cells: Cells, author: str) -> Post | Said:
    """Make a post of a row of `Shares.csv`.

    Of many a repost, and of pictures, the table keeps the address alone: a post without words.
    """
    text = _words(cells["sharecommentary"].replace(_LINE_END, "\n"))
    urn, url = _address(cells["sharelink"])
    shared = _web(cells.get("sharedurl", ""))
    of = _address(shared)[0] if shared else None
    pictures = _filled(cells.get("mediaurl", "")).split()
    media = tuple(Media(ref, media_kind(ref)) for ref in pictures if _WEB.fullmatch(ref))
    if not (text or shared or media or url):
        return messages.NOTHING_IN_IT()
    return Post(
        id=urn or url or "",
        text=text,
        at=utc_time(cells["date"]) or _minted(urn),
        author=author,
        network="linkedin",
        url=url,
        repost_of=of if not text else None,
        quote_of=of if text else None,
        visibility=_filled(cells.get("visibility", "")).lower() or None,
        links=(shared,) if shared and of is None else (),
        media=media,
    )


def make_comment(cells: Cells, author: str) -> Post | Said:
    """Make a reply of a row of `Comments.csv`, which names the post but not its author."""
    text = _words(cells["message"])
    urn, url = _address(cells["link"])
    answered = urn or url
    if answered is None:
        return messages.NO_ID()
    at = utc_time(cells["date"])
    if not text and at is None:
        return messages.NOTHING_IN_IT()
    return Post(
        id=f"{answered}#{_stamp(at, text)}",
        text=text,
        at=at,
        author=author,
        network="linkedin",
        url=url,
        reply_to=answered,
    )


def make_repost(cells: Cells, author: str) -> Post | Said:
    """Make a repost of a row of `InstantReposts.csv`, which names what was reposted."""
    urn, url = _address(cells["link"])
    of = urn or url
    if of is None:
        return messages.NO_ID()
    at = utc_time(cells["date"])
    return Post(
        id=f"{of}#repost-{_stamp(at, '')}",
        text="",
        at=at,
        author=author,
        network="linkedin",
        url=url,
        repost_of=of,
    )


def _stamp(at: datetime | None, text: str) -> str:
    """Tell one answer from another: by its second, which editing leaves, else by its words."""
    if at is not None:
        return at.strftime("%Y%m%dT%H%M%S")
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _filled(cell: str) -> str:
    """Give what a cell holds, if it holds anything."""
    cell = cell.strip()
    return "" if cell.lower() in _NOTHING else cell


def _words(cell: str) -> str:
    text = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    if text.lower() in _NO_WORDS:
        return ""
    return _ENTITY.sub(lambda found: unescape(found.group()), text) if "&" in text else text


def _web(cell: str) -> str | None:
    address = _filled(cell)
    return address if _WEB.fullmatch(address) else None


def _address(cell: str) -> tuple[str | None, str | None]:
    """Give the name of the post that an address leads to, and its plain address.

    >>> _address("https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A71")
    ('urn:li:share:71', 'https://www.linkedin.com/feed/update/urn:li:share:71')
    """
    cell = _filled(cell)
    plain = unquote(cell)
    found = _URN.search(plain)
    if found is None and _LINKEDIN.match(plain):
        found = _IN_PATH.search(plain)
    if found is None:
        return None, cell if _WEB.fullmatch(cell) else None
    urn = f"urn:li:{_SPELLED[found.group(1).lower()]}:{found.group(2)}"
    return urn, f"https://www.linkedin.com/feed/update/{urn}"


def _minted(urn: str | None) -> datetime | None:
    """Give when LinkedIn numbered a post: its numbers begin with the time, in milliseconds.

    >>> _minted("urn:li:groupPost:9015002-7345821826846990338").isoformat()
    '2025-07-01T14:33:22+00:00'
    """
    number = (urn or "").rpartition(":")[2].rpartition("-")[2]
    if not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        return None
    at = datetime.fromtimestamp((int(number) >> _CLOCK_BITS) // 1000, UTC)
    return at if at > _FIRST_MINTED else None


def utc_time(cell: str) -> datetime | None:
    """Read a time as LinkedIn writes it, without its zone; None when it is none.

    >>> utc_time("2026-01-30 10:00:00 UTC").isoformat()
    '2026-01-30T10:00:00+00:00'
    """
    try:
        at = datetime.fromisoformat(cell.strip().removesuffix("UTC").strip())
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
