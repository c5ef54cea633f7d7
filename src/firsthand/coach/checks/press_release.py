"""Phrases of a press release."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark phrases that only a press release says."""
    yield from view.mark_hits()
