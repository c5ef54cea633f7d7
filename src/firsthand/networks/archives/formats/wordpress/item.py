"""One item of a WordPress export, parsed; what its namespaces are called plays no part."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from firsthand.networks.archives.xmltext import is_tangled, mended

_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):")
_ATTRIBUTE_PREFIX = re.compile(r"\s([A-Za-z_][\w.-]*):[\w.-]+\s*=")
_OWN = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_BOUND = ("xml", "xmlns")


class Item:
    """An element of an export, its parts called as the file calls them: `wp:post_id`."""

    def __init__(self, element: Element) -> None:
        self._element = element

    def text(self, name: str) -> str:
        """Give the words of the first part of that name; empty when there is none."""
        part = self._element.find(_path(name))
        return "".join(part.itertext()).strip() if part is not None else ""

    def parts(self, name: str) -> Iterator["Item"]:
        """Give the parts of that name."""
        return (Item(part) for part in self._element.findall(_path(name)))

    def meta(self, key: str) -> str:
        """Give what plugins and pictures noted of an item under a key."""
        for note in self.parts("wp:postmeta"):
            if note.text("wp:meta_key") == key:
                return note.text("wp:meta_value")
        return ""


def parse(text: str) -> Item | None:
    """Read an element with its parts; None when it is damaged beyond mending."""
    if is_tangled(text):
        return None
    for attempt in (_OWN.sub("", text) if "xmlns" in text else text, mended(text)):
        prefixes = {*_PREFIX.findall(attempt), *_ATTRIBUTE_PREFIX.findall(attempt)}
        bound = " ".join(f'xmlns:{each}="{each}"' for each in prefixes.difference(_BOUND))
        try:
            whole = fromstring(f"<whole {bound}>{attempt}</whole>", forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError):
            continue
        return Item(whole[0]) if len(whole) else None
    return None


def _path(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{prefix}}}{local}" if colon else name
