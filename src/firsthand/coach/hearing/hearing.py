"""Put together what was heard: posts, open signals, trends, questions that wait."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from firsthand.coach.context import OpenSignal, Trend
from firsthand.coach.hearing.asked import unanswered
from firsthand.coach.hearing.hashtags import trends
from firsthand.coach.hearing.lines import Given, given
from firsthand.coach.memory import Memory
from firsthand.records.message import Said
from firsthand.records.post import Post

LATEST = 2_000
"""Posts that are compared with a draft, the latest ones: more cost time at each key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the coach knows of others; empty where nobody listens, and then it is silent.

    `skipped` tells of each line that could not be read why not.
    """

    posts: Memory | None = None
    signals: tuple[OpenSignal, ...] = ()
    trends: tuple[Trend, ...] = ()
    unanswered: tuple[Post, ...] = ()
    skipped: tuple[Said, ...] = ()


NOTHING = Hearing()


def hear(
    lines: Iterable[Mapping[str, Any]],
    own: Iterable[Post],
    handles: Collection[str],
    now: datetime,
) -> Hearing:
    """Make a hearing of lines, each a post, a signal as `firsthand listen` prints it, or a trend.

    `own` holds the leader's posts, `handles` their names on networks. A trend that a
    line gives holds against what the posts say of the same hashtag.
    """
    found = given(lines, now)
    names = frozenset(map(bare, handles))
    others = tuple(post for post in found.posts if bare(post.author) not in names)
    asked = unanswered((*others, *found.asked), tuple(own), names, now)
    return Hearing(
        posts=Memory(_latest(others)) if others else None,
        signals=found.signals,
        trends=(*found.trends, *_unlike(trends(others, now), found)),
        unanswered=asked,
        skipped=found.skipped,
    )


def bare(handle: str) -> str:
    """Give a name on a network as it is compared: no @, no capitals."""
    return handle.lstrip("@＠").casefold()


def _latest(posts: tuple[Post, ...]) -> list[Post]:
    return sorted(posts, key=lambda post: post.at.timestamp() if post.at else 0.0)[-LATEST:]


def _unlike(seen: Iterable[Trend], found: Given) -> Iterable[Trend]:
    told = {trend.term.casefold() for trend in found.trends}
    return (trend for trend in seen if trend.term.casefold() not in told)
