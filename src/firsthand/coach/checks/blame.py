"""Blame laid on others."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding

_OWN = frozenset({"my", "our", "ma", "notre"})
_NOT = frozenset({"pas", "not"})


def look(view: View) -> Iterator[Finding]:
    """Mark what lays a fault on others."""
    hits = [hit for hit in view.hits() if not _own(view, hit)]
    if hits:
        yield view.mark_all([(hit.start, hit.end) for hit in hits])


def _own(view: View, hit: Hit) -> bool:
    """Tell whether the writer takes the fault on themselves."""
    forms = view.reading.forms[hit.first : hit.last]
    denied = any(form in _NOT or form.endswith("n't") for form in forms)
    return len(forms) > 1 and forms[-2] in _OWN and not denied
