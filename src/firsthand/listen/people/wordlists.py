"""The lists of words of `manners.toml`, looked up in folded text.

A word that ends in * stands for all that begins with it.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files


def has(folded: str, kind: str) -> bool:
    """Say whether a folded text has words of a list."""
    return pattern(kind).search(folded) is not None


@cache
def listed(kind: str) -> tuple[str, ...]:
    """Give the words of a list."""
    text = (files(__package__) / "manners.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)[kind])


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Give what finds the words of a list, the longest first."""
    words = (
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)
        for word in sorted(listed(kind), key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(words)})(?!\w)")
