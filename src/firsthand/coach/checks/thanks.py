"""Thanks or recognises people."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Praise the first thanks, unless it is refused or a joke at someone's expense."""
    for hit in view.hits():
        if not view.reading.negated(hit.first, 2):
            yield view.mark(hit.start, hit.end)
            return
