"""Spelling, where a checker is installed."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the words that the installed checkers do not know; names and quotations are left."""
    spans = [
        (fault.start, fault.end)
        for reader in view.context.proofreaders
        for fault in reader.faults(view.text, view.reading.lang)
        if fault.kind == "spelling" and not view.reading.in_quotes(fault.start, fault.end)
    ]
    if spans:
        yield view.mark_all(sorted(set(spans))[: int(view.number("most"))])
