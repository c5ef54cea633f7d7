"""A text counted as each network counts it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.text.graphemes import grapheme_count
from firsthand.text.links import links
from firsthand.text.weighted import numbers, weighted_length

# Mastodon's own rule for a mention, here only with the domain that is not counted.
_REMOTE = re.compile(
    r"(?<![=/\w])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@\w+(?:[.-]+\w+)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Length:
    """What a text measures on a network; `limit` is None where there is none."""

    network: str
    length: int
    limit: int | None
    fits: bool

    @property
    def left(self) -> int | None:
        """Give how much may still be written; negative when too long."""
        return None if self.limit is None else self.limit - self.length


def measure(text: str, network: str, limit: int | None = None, warning: str = "") -> Length:
    """Count a text as a network does.

    `limit` is the account's own where it has one (a Mastodon instance's, X
    Premium's); `warning` is a Mastodon content warning, counted with the text.
    Raises KeyError for a network that is not in `NETWORKS`.

    >>> measure("Bonjour @lea@mastodon.social", "mastodon")
    Length(network='mastodon', length=12, limit=500, fits=True)
    """
    count, usual, room = NETWORKS[network]
    most = limit if limit is not None else usual
    length = count(warning + text)
    fits = most is None or (length <= most and room(text, most))
    return Length(network, length, most, fits)


def mastodon_length(text: str, url: int | None = None) -> int:
    """Count graphemes; each link counts the same, and a remote mention without its domain."""
    each: int = numbers()["mastodon"]["url"] if url is None else url
    pieces: list[str] = []
    at = total = 0
    for start, end in links(text):
        if text[start : start + 4].lower() != "http" or "://" not in text[start : start + 8]:
            continue
        pieces.append(text[at:start])
        total += each
        at = end
    pieces.append(text[at:])
    return total + sum(grapheme_count(_REMOTE.sub(r"\1", piece)) for piece in pieces)


def utf16_length(text: str) -> int:
    """Count UTF-16 units, the way JavaScript and Java count characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _any_room(_text: str, _limit: int) -> bool:
    return True


def _byte_room(text: str, _limit: int) -> bool:
    most: int = numbers()["bluesky"]["bytes"]
    return len(text.encode("utf-8", "surrogatepass")) <= most


def _utf16_room(text: str, limit: int) -> bool:
    # LinkedIn does not publish its unit; what fits in the strictest one fits.
    return utf16_length(text) <= limit


NETWORKS: dict[str, tuple[Callable[[str], int], int | None, Callable[[str, int], bool]]] = {
    "x": (weighted_length, numbers()["x"]["v3"]["limit"], _any_room),
    "linkedin": (len, numbers()["linkedin"]["limit"], _utf16_room),
    "bluesky": (grapheme_count, numbers()["bluesky"]["limit"], _byte_room),
    "mastodon": (mastodon_length, numbers()["mastodon"]["limit"], _any_room),
    "blog": (grapheme_count, None, _any_room),
}
"""For each network: how it counts, its usual limit, and whether what it also counts fits."""
