"""Brings a story or a concrete example, which readers keep."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Praise a story told, a figure with its unit set against another, or a real question."""
    if view.reading.words < view.number("words"):
        return
    for name in ("story", "example", "figure"):
        if hits := view.hits(name):
            yield view.mark(hits[0].start, hits[0].end, name)
            return
    question = view.hits("question")
    if question and view.reading.is_question(view.reading.sentence_at(question[0].start)):
        yield view.mark(*view.reading.sentence_at(question[0].start), "question")
