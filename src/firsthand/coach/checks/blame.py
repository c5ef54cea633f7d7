"""Blame laid on others."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark what lays a fault on others."""
    yield from view.mark_hits()
