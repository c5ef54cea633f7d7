"""Hedges that take back what is said."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a strong hedge, or several mild ones in one sentence; a question may doubt."""
    hits = [hit for hit in view.hits() if not _asks(view, hit)] or _crowded(view)
    if hits:
        yield view.mark_all([(hit.start, hit.end) for hit in hits])


def _crowded(view: View) -> list[Hit]:
    """Give the mild hedges of the first sentence that holds too many."""
    sentences: dict[int, list[Hit]] = {}
    for hit in view.hits("mild"):
        sentences.setdefault(view.reading.sentence_of[hit.first], []).append(hit)
    for hits in sentences.values():
        if len(hits) >= view.number("mild") and not _asks(view, hits[0]):
            return hits
    return []


def _asks(view: View, hit: Hit) -> bool:
    return view.reading.is_question(view.reading.sentence_at(hit.start))
