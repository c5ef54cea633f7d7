"""Terms and hashtags of the watch, found in a draft."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.context import Context, Trend, TrendState
from firsthand.coach.phrases import Phrases
from firsthand.coach.reading import Reading
from firsthand.text.tokens import fold


def places(
    reading: Reading, context: Context, state: TrendState
) -> Iterator[tuple[Trend, tuple[int, int]]]:
    """Give the trends in a state that a draft takes up, with their span, the # included."""
    for trend in context.trends:
        if trend.state is state and (span := _place(reading, trend.term)):
            yield trend, span


def _place(reading: Reading, term: str) -> tuple[int, int] | None:
    """Give where a term stands first, as words or as a hashtag."""
    tag = fold(term.lstrip("#＃")).replace(" ", "").replace("-", "")
    for entity in reading.entities:
        if entity.kind == "hashtag" and fold(entity.text) == tag:
            return entity.start, entity.end
    if not term.startswith(("#", "＃")):
        for place in _phrases(term).places(reading):
            return _with_sign(reading, place.start, place.end)
    return None


@lru_cache(maxsize=1_024)
def _phrases(term: str) -> Phrases:
    return Phrases([term])


def _with_sign(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Widen a span inside a hashtag to the whole hashtag."""
    for entity in reading.entities:
        if entity.kind == "hashtag" and entity.start <= start < entity.end:
            return entity.start, max(end, entity.end)
    return start, end
