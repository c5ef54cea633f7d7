"""How easily the draft reads."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.text.readability import readability


def look(view: View) -> Iterator[Finding]:
    """Mark a text that is very hard to read by its language's formula."""
    if view.reading.words < view.number("words"):
        return
    score = readability(view.text, view.reading.lang)
    if score is not None and score < view.number("below"):
        yield view.mark(0, len(view.text), score=max(0, round(score)))
