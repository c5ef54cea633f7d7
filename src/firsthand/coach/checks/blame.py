"""Blame laid on others."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_OWN = frozenset({"my", "our", "ma", "notre"})


def look(view: View) -> Iterator[Finding]:
    """Mark what lays a fault on others."""
    forms = view.reading.forms
    hits = [hit for hit in view.hits() if forms[hit.last - 2] not in _OWN]
    if hits:
        yield view.mark_all([(hit.start, hit.end) for hit in hits])
