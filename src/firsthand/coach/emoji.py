"""Where the emoji of a text stand."""

import regex

from firsthand.text.graphemes import graphemes

_EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{Regional_Indicator}]|\p{Emoji}[\ufe0f\u20e3]")


def emoji(text: str) -> list[tuple[int, int]]:
    """Give the span of each emoji as a reader sees it, flags and families as one.

    >>> emoji("Oui 👩‍🚀🇫🇷 1")
    [(4, 7), (7, 9)]
    """
    if text.isascii() or not _EMOJI.search(text):
        return []
    found: list[tuple[int, int]] = []
    at = 0
    for cluster in graphemes(text):
        if _EMOJI.search(cluster):
            found.append((at, at + len(cluster)))
        at += len(cluster)
    return found
