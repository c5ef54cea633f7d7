"""Have ready what listening compiles on first use, so that the first stream does not wait for it.

`make install` does it (`python -m firsthand.listen.ready`); see `text.ready`.
"""

from datetime import UTC, datetime, timedelta

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import Line
from firsthand.records.strategy import Company, Strategy
from firsthand.text import ready as of_text

_START = datetime(2026, 1, 5, tzinfo=UTC)
_LINES = 300
_BATCH = 60


def ready() -> None:
    """Listen to a few weeks of made-up posts, in every way that is compiled."""
    of_text.ready()
    strategy = Strategy(
        leader="Claire Martin", handles=("claire",), company=Company(name="Solvane")
    )
    pipeline = Pipeline(Matcher.of(compile_strategy(strategy)))
    lines = [_line(number) for number in range(_LINES)]
    for at in range(0, _LINES, _BATCH):
        pipeline.take(lines[at : at + _BATCH])
    pipeline.finish()


def _line(number: int) -> Line:
    silence = timedelta(days=3) * (number // _BATCH)
    at = (_START + timedelta(hours=2 * number) + silence).isoformat()
    text = of_text.SPOKEN[number % len(of_text.SPOKEN)]
    said = f"Solvane, chez Claire Martin ? {text} #atelier{number % 7} https://example.com/{number}"
    return Line(text=said, id=str(number), at=at, author=f"compte{number % 9}", reply_to_author="b")


if __name__ == "__main__":
    ready()
