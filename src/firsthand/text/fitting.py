"""Making a text fit a network: what fits of it, one shortened post, or a thread."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from firsthand.text.graphemes import graphemes
from firsthand.text.lengths import measure
from firsthand.text.links import links
from firsthand.text.tokens import sentences

ENOUGH = 0.5
"""A post of a thread ends with a paragraph or a sentence if that leaves it at least this full."""


def fitting(text: str, network: str, limit: int | None = None, ending: str = "") -> int:
    """Give how many characters of a text fit, with an ending; never inside a grapheme.

    Nor inside a link, unless the text begins with one that is longer than a post.

    >>> fitting("Été " * 100, "x")
    280
    """
    if measure(text + ending, network, limit).fits:
        return len(text)
    ends = list(accumulate(map(len, graphemes(text)), initial=0))

    def too_long(place: int) -> bool:
        return not measure(text[:place] + ending, network, limit).fits

    return _last_fitting(_outside_links(text, ends), too_long) or _last_fitting(ends, too_long)


def _last_fitting(places: list[int], too_long: Callable[[int], bool]) -> int:
    most = bisect_right(places, False, key=too_long) - 1
    # A shorter text can be longer as counted: "vu.comme" holds no link, "vu.com" is one.
    while most > 0 and too_long(places[most]):
        most -= 1
    return places[max(most, 0)]


def shorten(text: str, network: str, limit: int | None = None, mark: str = "…") -> str:
    """Give a text that fits: itself, or its beginning up to a word and a mark.

    >>> shorten("Nous ouvrons une usine à Brest", "bluesky", 20)
    'Nous ouvrons une…'
    """
    if measure(text, network, limit).fits:
        return text
    end = fitting(text, network, limit, mark)
    word = _last_space(text, end)
    return text[: word if word > end * ENOUGH else end].rstrip() + mark if end else ""


def split(text: str, network: str, limit: int | None = None) -> list[str]:
    """Cut a text into the posts of a thread: by paragraph, else sentence, else word.

    Raises ValueError for a limit so low that not one character fits.

    >>> split("Une usine ouvre. Cent emplois suivent. Venez !", "bluesky", 40)
    ['Une usine ouvre. Cent emplois suivent.', 'Venez !']
    """
    posts: list[str] = []
    rest = text.strip()
    while rest:
        end = _post_end(rest, fitting(rest, network, limit))
        if not end:
            raise ValueError(f"nothing fits in {limit} on {network}")
        posts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return posts


def _outside_links(text: str, places: list[int]) -> list[int]:
    closed = frozenset(place for start, end in links(text) for place in range(start + 1, end))
    return [place for place in places if place not in closed]


def _post_end(text: str, most: int) -> int:
    if most == len(text):
        return most
    paragraph = text.rfind("\n\n", 0, most + 1)
    if paragraph >= most * ENOUGH:
        return paragraph
    sentence = max((end for _, end in sentences(text) if end <= most), default=0)
    if sentence >= most * ENOUGH:
        return sentence
    return _last_space(text, most) or most


def _last_space(text: str, most: int) -> int:
    """Give the last white space at or before a place; the place itself if a word ends there."""
    if most < len(text) and text[most].isspace():
        return most
    return max((at for at in range(most) if text[at].isspace()), default=0)
