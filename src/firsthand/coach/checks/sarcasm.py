"""Sarcasm at a person: praise that bites."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark set sarcastic turns, and praise given to a failure."""
    spans = [(hit.start, hit.end) for hit in view.hits()]
    if not spans:
        spans = list(_praised_failures(view))
    if spans:
        yield view.mark_all(spans)


def _praised_failures(view: View) -> Iterator[tuple[int, int]]:
    """Give the spans from a word of praise to a failure close behind it, both bare of negation."""
    failures = view.hits("failure")
    for praise in view.hits("praise"):
        for failure in failures:
            near = praise.last <= failure.first <= praise.last + view.number("reach")
            if near and not view.reading.negated(failure.first, 2):
                yield praise.start, failure.end
                return
