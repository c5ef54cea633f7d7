"""Bluesky facets: which UTF-8 bytes of a text are a link, a mention or a tag."""

import re
from dataclasses import dataclass
from typing import Literal

from firsthand.text.entities import hashtags
from firsthand.text.links import links, top_level_domains

MAX_TAG = 64
_HANDLE = re.compile(
    r"(?:(?<=[\s(\[«\"'“’])|^)@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z][a-z0-9-]*[a-z0-9]))",
    re.IGNORECASE,
)
_AFTER = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class Facet:
    """A feature of a text; `start` and `end` count UTF-8 bytes, the end excluded.

    `value` is a link's full address, a handle without @, or a tag without #.
    """

    kind: Literal["link", "mention", "tag"]
    start: int
    end: int
    value: str


def facets(text: str) -> tuple[Facet, ...]:
    """Give the facets that a Bluesky post of this text needs, in order.

    >>> facets("Été à @lea.bsky.social")
    (Facet(kind='mention', start=9, end=25, value='lea.bsky.social'),)
    """
    found = [*_links(text), *_mentions(text), *_tags(text)]
    found.sort()
    kept: list[Facet] = []
    free = at = offset = 0
    for start, end, kind, value in found:
        if start < free:
            continue
        offset += len(text[at:start].encode("utf-8", "surrogatepass"))
        size = len(text[start:end].encode("utf-8", "surrogatepass"))
        kept.append(Facet(kind, offset, offset + size, value))
        offset += size
        at = free = end
    return tuple(kept)


_Found = tuple[int, int, Literal["link", "mention", "tag"], str]


def _links(text: str) -> list[_Found]:
    found: list[_Found] = []
    for start, end in links(text):
        shown = text[start:end].rstrip(_AFTER)
        value = shown if shown[:4].lower() == "http" and "://" in shown else f"https://{shown}"
        found.append((start, start + len(shown), "link", value))
    return found


def _mentions(text: str) -> list[_Found]:
    names, _ = top_level_domains()
    return [
        (m.start(1) - 1, m.end(1), "mention", m[1])
        for m in _HANDLE.finditer(text)
        if m[2].lower() in names or m[2].lower() == "test"
    ]


def _tags(text: str) -> list[_Found]:
    return [
        (tag.start, tag.end, "tag", tag.text) for tag in hashtags(text) if len(tag.text) <= MAX_TAG
    ]
