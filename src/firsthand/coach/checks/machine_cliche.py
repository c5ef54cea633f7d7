"""Clichés that machines and copied posts have in common."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark clichés."""
    yield from view.mark_hits()
