"""What a reader sees as one character (UAX #29 extended grapheme clusters), never cut."""

import re

import regex

_GRAPHEME = regex.compile(r"\X")
# Letters, signs and typographic marks of which each is a cluster whatever stands beside it.
_MAY_JOIN = re.compile("[^\\x00-\\u02ff\\u2010-\\u2027\\u202f\\u20a0-\\u20bf]|\r")


def graphemes(text: str) -> list[str]:
    """Give the grapheme clusters of a text, in order.

    >>> graphemes("é👩‍🚀!") == ["é", "👩‍🚀", "!"]
    True
    """
    if not _MAY_JOIN.search(text):
        return list(text)
    return _GRAPHEME.findall(text)


def grapheme_count(text: str) -> int:
    """Count the grapheme clusters of a text."""
    if not _MAY_JOIN.search(text):
        return len(text)
    return len(_GRAPHEME.findall(text))


def truncate(text: str, n: int, mark: str = "…") -> str:
    """Shorten a text to at most `n` graphemes, the mark included; a text that fits stays.

    >>> truncate("Bonjour à tous", 8)
    'Bonjour…'
    """
    clusters = graphemes(text)
    if len(clusters) <= n:
        return text
    room = n - grapheme_count(mark)
    if room < 0:
        return "".join(clusters[: max(n, 0)])
    return "".join(clusters[:room]).rstrip() + mark
