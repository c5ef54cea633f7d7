"""The words of a WordPress post, as WordPress itself would show them."""

import re

from firsthand.networks.archives.html import to_text

_BLOCKS = "<!-- wp:"
_TAG = re.compile(r"(<[^<>]*>)")
_SHORTCODE = re.compile(
    r"\[/?(?:caption|wp_caption|gallery|embed|audio|video|playlist)(?:\s[^\]\[]*)?/?\]"
)


def body_text(content: str) -> tuple[str, tuple[str, ...]]:
    r"""Give the words of a post and the addresses it links to.

    Outside the block editor an author's line ends are line ends; the marks that
    stand for galleries and players are no words.

    >>> body_text('Un\n\nDeux [gallery ids="1,2"]<em>trois</em>\nquatre')
    ('Un\n\nDeux trois\nquatre', ())
    """
    content = _SHORTCODE.sub("", content)
    if _BLOCKS not in content and "\n" in content:
        parts = _TAG.split(content.replace("\r\n", "\n"))
        parts[::2] = [part.replace("\n", "<br>") for part in parts[::2]]
        content = "".join(parts)
    return to_text(content)
