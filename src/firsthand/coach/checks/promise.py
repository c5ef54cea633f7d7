"""A promise that binds the company."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark promises and guarantees."""
    hits = [hit for hit in view.hits() if not view.reading.negated(hit.first)]
    if hits:
        yield view.mark_all([(hit.start, hit.end) for hit in hits])
