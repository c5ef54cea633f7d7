"""Says something that one can disagree with."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Praise the first words that take a side, in the first person."""
    if view.context.answering is not None or view.reading.words < view.number("words"):
        return
    mine = view.reading.shared("opinion", "mine")
    sides = view.reading.shared("opinion", "debatable")
    if mine and sides:
        hit = sides[0]
        if not view.reading.in_quotes(hit.start, hit.end):
            yield view.mark(*view.reading.sentence_at(hit.start))
