"""The main point comes last, under a long preamble."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the words by which a long text comes to its point too late."""
    reading = view.reading
    if reading.words < view.number("words"):
        return
    late = view.number("after") * len(reading.forms)
    for hit in view.hits():
        if hit.first >= late and not _early_point(view):
            yield view.mark(hit.start, hit.end, percent=round(100 * hit.start / len(view.text)))
            return


def _early_point(view: View) -> bool:
    """Tell whether the first fifth already takes a side."""
    opinions = view.reading.shared("opinion", "debatable")
    return any(hit.first < len(view.reading.forms) / 5 for hit in opinions)
