"""LinkedIn's “little text”, in which a post's commentary must be written."""

import re

from firsthand.text.entities import hashtags

_RESERVED = re.compile(r"[\\|{}@\[\]()<>#*_~]")


def escape_little(text: str) -> str:
    r"""Escape what LinkedIn would otherwise read as markup and cut the post at.

    Hashtags stay bare so that they work. Never for comments: those are plain.

    >>> print(escape_little("Ravi (enfin) ! #TeamWork_1 @lea"))
    Ravi \(enfin\) ! #TeamWork_1 \@lea
    """
    pieces: list[str] = []
    at = 0
    for tag in hashtags(text):
        pieces += [_escape(text[at : tag.start]), "#" + tag.text]
        at = tag.end
    return "".join([*pieces, _escape(text[at:])])


def _escape(text: str) -> str:
    return _RESERVED.sub(r"\\\g<0>", text)
