"""Insults; the gravest stop."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark insults."""
    if grave := view.hits("grave"):
        yield view.mark_all([(hit.start, hit.end) for hit in grave], level=Level.STOP)
        return
    hits = [hit for hit in view.hits() if not view.reading.negated(hit.first, 2)]
    if hits:
        yield view.mark_all([(hit.start, hit.end) for hit in hits])
