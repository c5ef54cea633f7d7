"""Grammar, where a checker is installed and asked."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the first mistakes that the installed checkers see, with what they say of them."""
    faults = [
        fault
        for reader in view.context.proofreaders
        for fault in reader.faults(view.text, view.reading.lang)
        if fault.kind == "grammar"
    ]
    for fault in sorted(faults, key=lambda fault: fault.start)[: int(view.number("most"))]:
        yield view.mark(fault.start, fault.end, fault=fault.says)
