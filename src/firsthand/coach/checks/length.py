"""Longer than a network takes."""

from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.threads import measured, opening
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark what does not fit, for each account."""
    for target in view.targets:
        found = measured(view.text, target)
        if found.fits or not found.limit:
            continue
        says = "thread" if habits(target.network).threads else "it"
        yield view.mark(
            _end_of(view.text, opening(view.text, target)),
            len(view.text),
            says,
            over=max(1, found.length - found.limit),
            length=found.length,
            limit=found.limit,
            network=habits(target.network).name,
            posts=-(-found.length // found.limit),
        )


def _end_of(text: str, first: str) -> int:
    """Give where the part that does not fit begins, inside the text."""
    return min(max(text.find(first), 0) + len(first), len(text) - 1)
