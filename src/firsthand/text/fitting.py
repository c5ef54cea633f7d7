"""Making a text fit a network: what fits of it, one shortened post, or a thread."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from firsthand.text.graphemes import graphemes
from firsthand.text.lengths import measure
from firsthand.text.links import links
from firsthand.text.tokens import sentences

_SPACE = re.compile(r"\s")
_REMOTE = re.compile(r"@\w+@[\w.-]+")  # counts less whole than cut
_AHEAD = 100  # characters beyond a place that tell whether a sentence ends there
ENOUGH = 0.5
"""A post of a thread ends with a paragraph or a sentence if that leaves it at least this full."""


def fitting(text: str, network: str, limit: int | None = None, ending: str = "") -> int:
    """Give how many characters of a text fit, with an ending; never inside a grapheme.

    Nor inside a link, unless the text begins with one that is longer than a post.

    >>> fitting("Été " * 100, "x")
    280
    """
    head = _head(text, network, limit, ending)
    if head == text and measure(text + ending, network, limit).fits:
        return len(text)
    ends = list(accumulate(map(len, graphemes(head)), initial=0))

    def too_long(place: int) -> bool:
        return not measure(head[:place] + ending, network, limit).fits

    return _last_fitting(_outside_links(head, ends), too_long) or _last_fitting(ends, too_long)


def _head(text: str, network: str, limit: int | None, ending: str) -> str:
    """Give a beginning, up to some white space, that is surely too long; else the whole text.

    A thread is cut from many such beginnings, each a few posts long, rather than by
    counting all that is left again and again.
    """
    size = 2 * (limit or measure("", network).limit or len(text))
    while size < len(text):
        space = _SPACE.search(text, size)
        if space is None:
            return text
        head = text[: space.start()]
        if not measure(head + ending, network, limit).fits:
            return head
        size *= 2
    return text


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
        posts.append(first_post(rest, network, limit))
        rest = rest[len(posts[-1]) :].lstrip()
    return posts


def first_post(text: str, network: str, limit: int | None = None) -> str:
    """Give the first post of the thread that `split` cuts a text into.

    Raises ValueError for a limit so low that not one character fits.
    """
    rest = text.strip()
    end = _post_end(rest, fitting(rest, network, limit))
    if not end:
        raise ValueError(f"nothing fits in {limit} on {network}")
    return rest[:end].rstrip()


def _outside_links(text: str, places: list[int]) -> list[int]:
    spans = [*links(text), *(match.span() for match in _REMOTE.finditer(text))]
    closed = frozenset(place for start, end in spans for place in range(start + 1, end))
    return [place for place in places if place not in closed]


def _post_end(text: str, most: int) -> int:
    if most == len(text):
        return most
    paragraph = text.rfind("\n\n", 0, most + 1)
    if paragraph >= most * ENOUGH:
        return paragraph
    near = text[: most + _AHEAD]
    sentence = max((end for _, end in sentences(near) if end <= most), default=0)
    if sentence >= most * ENOUGH:
        return sentence
    return _last_space(text, most) or most


def _last_space(text: str, most: int) -> int:
    """Give the last white space at or before a place; the place itself if a word ends there."""
    if most < len(text) and text[most].isspace():
        return most
    return max((at for at in range(most) if text[at].isspace()), default=0)
