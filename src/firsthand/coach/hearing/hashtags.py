"""What the posts heard say of a hashtag today: rising, stale, hostile or tragic.

Counts of distinct authors, so that one loud account makes no trend. Plain thresholds:
a listening desk that knows better gives its trends itself.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache

from firsthand.coach.context import Trend, TrendState
from firsthand.coach.lexicon import Lexicon
from firsthand.coach.reading import Reading
from firsthand.coach.rules import shared_words
from firsthand.records.post import Post
from firsthand.text.cues import cues
from firsthand.text.entities import entities

NOW = timedelta(days=3)
LATELY = timedelta(days=14)
STALE = timedelta(days=45)
FEWEST = 5
"""Distinct authors from which something is said of a hashtag."""
TIMES = 3.0
"""How much more often per day than before a rising hashtag is used."""
MOSTLY = 0.5
_HOSTILE = frozenset({"insult", "accusation", "complaint"})

Uses = dict[str, list[Post]]


def trends(posts: Iterable[Post], now: datetime) -> tuple[Trend, ...]:
    """Give what can be said of the hashtags of some posts, at a moment."""
    found = []
    for tag, uses in sorted(_uses(posts, now).items()):
        if len({post.author for post in uses}) < FEWEST:
            continue
        if state := _state(uses, now):
            lately = uses[-3:]
            found.append(Trend(term=tag, state=state, since=uses[-1].at, posts=tuple(lately)))
    return tuple(found)


def _uses(posts: Iterable[Post], now: datetime) -> Uses:
    """Give the posts of each hashtag, oldest first, under its most usual spelling."""
    used: Uses = {}
    spelt: dict[str, Counter[str]] = {}
    for post in sorted((p for p in posts if p.at and p.at <= now), key=lambda p: p.at or now):
        for entity in entities(post.text):
            if entity.kind == "hashtag":
                key = entity.text.lstrip("#＃").casefold()
                used.setdefault(key, []).append(post)
                spelt.setdefault(key, Counter())["#" + entity.text.lstrip("#＃")] += 1
    return {spelt[key].most_common(1)[0][0]: uses for key, uses in used.items()}


def _state(uses: list[Post], now: datetime) -> TrendState | None:
    age = [now - post.at for post in uses if post.at]
    lately = [post for post, old in zip(uses, age, strict=True) if old <= LATELY]
    if not lately:
        return TrendState.STALE if age[-1] > STALE else None
    if len({post.author for post in lately}) < FEWEST:
        return None
    if _share(lately, _grieves) >= MOSTLY:
        return TrendState.TRAGIC
    if _share(lately, _attacks) >= MOSTLY:
        return TrendState.HOSTILE
    return TrendState.RISING if _rises(uses, age) else None


def _rises(uses: list[Post], age: list[timedelta]) -> bool:
    fresh = [post for post, old in zip(uses, age, strict=True) if old <= NOW]
    before = sum(NOW < old <= LATELY for old in age) / (LATELY - NOW).days
    enough = len({post.author for post in fresh}) >= FEWEST
    return enough and len(fresh) / NOW.days >= TIMES * max(before, 1 / LATELY.days)


def _share(posts: list[Post], holds: Callable[[Post], bool]) -> float:
    return sum(map(holds, posts)) / len(posts)


def _attacks(post: Post) -> bool:
    return any(cue.kind in _HOSTILE for cue in cues(post.text, post.lang))


def _grieves(post: Post) -> bool:
    return bool(Reading(post.text, None, _tragedy()).shared("tragedy"))


@cache
def _tragedy() -> Lexicon:
    lists = shared_words()["tragedy"]["words"]
    words = [word for by_lang in lists.values() for word in by_lang]
    return Lexicon({("words.tragedy", "words"): words})
