"""Terms and hashtags of the watch, found in a draft."""

from collections.abc import Iterator

from firsthand.coach.context import Context, Trend, TrendState
from firsthand.coach.phrases import Phrases
from firsthand.coach.reading import Reading


def places(
    reading: Reading, context: Context, state: TrendState
) -> Iterator[tuple[Trend, tuple[int, int]]]:
    """Give the trends in a state that a draft takes up, with their span, the # included."""
    for trend in context.trends:
        if trend.state is state:
            for place in Phrases([trend.term.lstrip("#")]).places(reading):
                yield trend, _with_sign(reading, place.start, place.end)
                break


def _with_sign(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Widen a span inside a hashtag to the whole hashtag."""
    for entity in reading.entities:
        if entity.kind == "hashtag" and entity.start <= start < entity.end:
            return entity.start, max(end, entity.end)
    return start, end
