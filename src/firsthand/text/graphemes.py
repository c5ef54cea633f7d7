"""What a reader sees as one character (UAX #29 extended grapheme clusters), never cut."""

import regex

_GRAPHEME = regex.compile(r"\X")


def graphemes(text: str) -> list[str]:
    """Give the grapheme clusters of a text, in order.

    >>> graphemes("é👩‍🚀!") == ["é", "👩‍🚀", "!"]
    True
    """
    if text.isascii() and "\r" not in text:
        return list(text)
    return _GRAPHEME.findall(text)


def grapheme_count(text: str) -> int:
    """Count the grapheme clusters of a text."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return sum(1 for _ in _GRAPHEME.finditer(text))


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
