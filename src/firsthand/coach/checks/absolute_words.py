"""Absolute words: everyone, never, nothing but."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a strong absolute, or several mild ones together."""
    strong = view.hits()
    mild = view.hits("mild")
    if strong or len(mild) >= view.number("mild"):
        hits = sorted((hit.start, hit.end) for hit in strong or mild)
        yield view.mark_all(hits)
