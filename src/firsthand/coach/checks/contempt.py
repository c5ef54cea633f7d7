"""Contempt: looking down on people or on their work."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark expressions of contempt."""
    yield from view.mark_hits()
