"""An accusation in the second person."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark reproaches said to the reader's face."""
    yield from view.mark_hits()
