"""Entries of a feed through feedparser, one at a time, each in the frame of its feed.

feedparser gets nothing that is not well-formed: its second, forgiving reader
takes time that grows with the square of what it is given.
"""

import io
import re
from typing import Any
from xml.etree.ElementTree import ParseError

import feedparser
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from firsthand.networks.archives.xmltext import is_tangled, mended

_TAG = re.compile(r"<([A-Za-z_][^\s/>]*)")
_CHANNEL = re.compile(r"<(/?)((?:[\w.-]+:)?channel)(?=[\s>])")
_TYPE = {"content-type": "application/xml; charset=utf-8"}
_PREFIX = re.compile(r"<([A-Za-z][\w-]{0,30}):[A-Za-z]")
_ATOM = ' xmlns="http://www.w3.org/2005/Atom"'
_NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
_WORDY = ("title", "description", "summary", "content:encoded", "content")


class Frame:
    """What stands around the entries of a feed."""

    def __init__(self, header: str) -> None:
        found = _TAG.match(header)
        root = found.group(1) if found else "rss"
        channels = list(_CHANNEL.finditer(header))
        inside = channels[-1].group(2) if channels and not channels[-1].group(1) else ""
        self._start = len(root) + 1
        self._after = (f"</{inside}>" if inside else "") + f"</{root}>"
        bare = f"<{root}{'' if ':' in root else _ATOM}>" + (f"<{inside}>" if inside else "")
        self._before = next(
            (each for each in (header, mended(header)) if _is_well_formed(each + self._after)),
            bare,
        )

    def feed(self) -> dict[str, Any]:
        """Give what the feed says of itself."""
        return dict(_parsed(self._before + self._after).feed)

    def entry(self, text: str) -> dict[str, Any] | None:
        """Give an entry; None for one that cannot be read."""
        for attempt in (str, mended, _requoted):
            document = self._framed(attempt(text))
            if _is_well_formed(document):
                return next(iter(_parsed(document).entries), None)
        return None

    def _framed(self, text: str) -> str:
        """Put an entry into its frame, which declares the prefixes that nobody did."""
        unbound = "".join(
            f' xmlns:{each}="{_NAMESPACES.get(each, f"urn:{each}")}"'
            for each in {*_PREFIX.findall(text)}
            if f"xmlns:{each}" not in self._before and f"xmlns:{each}" not in text
        )
        before = f"{self._before[: self._start]}{unbound}{self._before[self._start :]}"
        return f"{before}{text}{self._after}"


def _parsed(document: str) -> Any:
    return feedparser.parse(
        io.BytesIO(document.encode("utf-8", "replace")),
        response_headers=_TYPE,
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _is_well_formed(document: str) -> bool:
    if is_tangled(document):
        return False
    try:
        fromstring(document, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return False
    return True


def _requoted(text: str) -> str:
    """Quote what an entry says where its HTML was never escaped.

    >>> _requoted("<item><title>Un<br>deux</title></item>")
    '<item><title><![CDATA[Un<br>deux]]></title></item>'
    """
    for name in _WORDY:
        begin, end = re.search(rf"<{name}(?:\s[^>]*)?>", text), text.rfind(f"</{name}>")
        if begin and end > begin.end():
            said = text[begin.end() : end].replace("<![CDATA[", "").replace("]]>", "")
            text = f"{text[: begin.end()]}<![CDATA[{said}]]>{text[end:]}"
    return mended(text)
