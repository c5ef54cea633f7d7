"""More emoji than the words can carry."""

from collections.abc import Iterator

from firsthand.coach.emoji import emoji
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark all emoji when they are too many for the length of the text."""
    spans = emoji(view.text)
    if len(spans) > max(view.number("most"), len(view.text) / view.number("every")):
        yield view.mark_all(spans, n=len(spans))
