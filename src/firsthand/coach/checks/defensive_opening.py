"""A defensive opening."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the first words when they put the writer on trial."""
    reading = view.reading
    skipped = next((i for i, kind in enumerate(reading.kinds) if kind != "@"), 0)
    for hit in view.hits():
        if hit.first <= skipped + int(view.number("lead")):
            yield view.mark(hit.start, hit.end)
            return
