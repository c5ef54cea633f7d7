"""Which posts of a batch some query wants."""

from collections.abc import Sequence

from firsthand.listen.match.matcher import Asks, Batch, Matcher
from firsthand.listen.pipeline.decoding import Line


def matched(matcher: Matcher, lines: Sequence[Line]) -> list[tuple[int, list[int]]]:
    """Give the places of the posts that some query wants, with the numbers of these queries."""
    found = matcher.match(_batch(lines, matcher.asks()))
    by_post: dict[int, list[int]] = {}
    for at, number in zip(found.posts.tolist(), found.queries.tolist(), strict=True):
        by_post.setdefault(at, []).append(number)
    return list(by_post.items())


def _batch(lines: Sequence[Line], asks: Asks) -> Batch:
    return Batch(
        [line.text or "" if not line.title else f"{line.title}\n{line.text}" for line in lines],
        [line.author or "" for line in lines] if asks.authors else (),
        [line.network or "" for line in lines] if asks.networks else (),
        [line.lang for line in lines] if asks.languages else (),
        [_about(line) if line.reply_to_author or line.repost_of_author else () for line in lines]
        if asks.mentions
        else (),
    )


def _about(line: Line) -> tuple[str, ...]:
    return tuple(name for name in (line.reply_to_author, line.repost_of_author) if name)
