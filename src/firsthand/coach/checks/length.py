"""Longer than a network takes."""

from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.text.fitting import fitting, split
from firsthand.text.lengths import measure


def look(view: View) -> Iterator[Finding]:
    """Mark what does not fit, for each account."""
    for target in view.targets:
        found = measure(view.text, target.network, target.limit)
        if found.fits or found.limit is None:
            continue
        start = min(fitting(view.text, target.network, target.limit), len(view.text) - 1)
        thread = habits(target.network).threads
        posts = len(split(view.text, target.network, target.limit)) if thread else 1
        yield view.mark(
            start,
            len(view.text),
            "thread" if thread else "it",
            over=max(1, found.length - found.limit),
            length=found.length,
            limit=found.limit,
            network=target.network,
            posts=posts,
        )
