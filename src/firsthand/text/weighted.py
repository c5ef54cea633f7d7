"""X's weighted length: Latin characters count one, most others two, a link always the same."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from firsthand.text.links import links

# One emoji as X draws it: a flag, a keycap, a flag of tags, or a sequence joined by U+200D.
_EMOJI = regex.compile(
    r"\p{RI}\p{RI}"
    r"|[0-9#*]\ufe0f?\u20e3"
    r"|(?![0-9#*])\p{Emoji}(?:\p{EMod}|\ufe0f)?[\U000e0020-\U000e007f]*"
    r"(?:\u200d(?![0-9#*])\p{Emoji}(?:\p{EMod}|\ufe0f)?)*+(?!\ufe0e)"
)
_LINE_ENDS = re.compile(r"\r\n?")
_PLAIN = re.compile(r"[\u0000-\u00a8\u00aa-\u00ad\u00af-\u02ff]*")


@dataclass(frozen=True, slots=True)
class Weights:
    """One configuration: the limit and the weights of characters, links and emoji."""

    limit: int
    scale: int
    default_weight: int
    url: int
    emoji_as_one: bool
    ranges: tuple[tuple[int, int, int], ...]

    def of(self, char: str) -> int:
        """Give the weight of one character, in parts of `scale`."""
        code = ord(char)
        for first, last, weight in self.ranges:
            if first <= code <= last:
                return weight
        return self.default_weight


@cache
def numbers() -> dict[str, Any]:
    """Give the limits and weights of all networks, as their data file has them."""
    return tomllib.loads((files(__package__) / "data" / "lengths.toml").read_text("utf-8"))


@cache
def weights(version: str = "v3") -> Weights:
    """Give a published configuration by its version."""
    found = dict(numbers()["x"][version])
    ranges = tuple((first, last, weight) for first, last, weight in found.pop("ranges"))
    return Weights(ranges=ranges, **found)


def weighted_length(text: str, version: str = "v3") -> int:
    """Count a text as X does, after NFC.

    >>> weighted_length("Bonjour https://exemple.fr/une/longue/adresse"), weighted_length("👩‍🚀日")
    (31, 4)
    """
    config = weights(version)
    # X folds line ends to one character before counting.
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    total = at = 0
    for start, end in links(text):
        total += _weigh(text[at:start], config) + config.url * config.scale
        at = end
    return (total + _weigh(text[at:], config)) // config.scale


def _weigh(text: str, config: Weights) -> int:
    if config.emoji_as_one and not _PLAIN.fullmatch(text):
        text, emoji = _EMOJI.subn("", text)
        return emoji * config.default_weight + sum(map(config.of, text))
    if _PLAIN.fullmatch(text):
        return len(text) * config.of("a")
    return sum(map(config.of, text))
