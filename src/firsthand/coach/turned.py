"""What earlier posts of the leader were about: news of the company, or other people."""

from functools import cache, lru_cache

from firsthand.coach.lexicon import Lexicon
from firsthand.coach.reading import Reading
from firsthand.coach.rules import shared_words
from firsthand.records.post import Kind, Post

_LISTS = (("promotion", "announce"), ("promotion", "sell"), ("opinion", "mine"))


@lru_cache(maxsize=4_096)
def announces(text: str) -> bool:
    """Tell whether a post gives news of the company without an opinion of one's own."""
    reading = Reading(text, None, _lexicon())
    news = reading.shared("promotion", "announce") or reading.shared("promotion", "sell")
    return bool(news) and not reading.shared("opinion", "mine")


def turned(post: Post) -> bool:
    """Tell whether a post is turned to others: a reply, a quotation, a question or a name."""
    return post.kind in {Kind.REPLY, Kind.QUOTE} or "?" in post.text or "@" in post.text


@cache
def _lexicon() -> Lexicon:
    lists = {
        (f"words.{subject}", name): [
            expression
            for expressions in shared_words()[subject][name].values()
            for expression in expressions
        ]
        for subject, name in _LISTS
    }
    return Lexicon(lists)
