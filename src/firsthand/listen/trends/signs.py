"""What of a post may become a trend: its telling words, pairs of them, hashtags and links."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from firsthand.records.post import Post
from firsthand.text.entities import entities
from firsthand.text.similarity import said_words
from firsthand.text.tokens import fold

SHORTEST, MOST = 3, 24
_FRONT = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def signs(post: Post) -> list[str]:
    """Give the signs of a post, once each: `word`, `two words`, `#tag`, `example.com/page`."""
    found: dict[str, None] = {}
    for entity in entities(post.text):
        if entity.kind == "hashtag":
            found["#" + fold(entity.text.lstrip("#＃"))] = None
        elif entity.kind == "url":
            found[_FRONT.sub("", entity.text).rstrip("/")] = None
    words = [word for word in said_words(post.text)[:MOST] if _tells(word)]
    found.update(dict.fromkeys(words))
    found.update(dict.fromkeys(f"{a} {b}" for a, b in pairwise(words)))
    return list(found)


def share(texts: Sequence[Collection[str]], terms: Collection[str]) -> float:
    """Give the share of posts, each known by its signs, that have one of some terms."""
    return sum(not set(terms).isdisjoint(each) for each in texts) / max(1, len(texts))


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and not word.isdigit() and word not in _common()


@cache
def _common() -> frozenset[str]:
    lines = (files("firsthand.listen.stories") / "stop_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
