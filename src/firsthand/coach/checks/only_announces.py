"""Only announces: news of the company, with nothing for the reader."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark an announcement without opinion, question, figure, story, reason or thanks."""
    reading = view.reading
    announced = reading.shared("promotion", "announce")
    if not announced or view.context.answering is not None:
        return
    gives = (
        reading.shared("opinion", "mine")
        or view.hits("gives")
        or "?" in view.text
        or "num" in reading.kinds
    )
    if not gives and reading.words <= view.number("words"):
        yield view.mark(announced[0].start, announced[0].end)
