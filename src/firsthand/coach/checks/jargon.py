"""Jargon and buzzwords."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark jargon."""
    yield from view.mark_hits()
