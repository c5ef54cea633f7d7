"""A thread that does not stand by its first post."""

import re
from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.threads import measured, opening
from firsthand.coach.view import View
from firsthand.records.finding import Finding

_NUMBERED = re.compile(r"^\s*1/(?:\d{1,2})?\s|\(1/\d+\)|(?<!\d)1/\d{1,2}\s*$")
_ENDS = (".", "!", "?", "…", "»", "”", '"', ")")


def look(view: View) -> Iterator[Finding]:
    """Mark a first post that only announces the others, or stops in the middle of a sentence."""
    for target in view.targets:
        if not habits(target.network).threads:
            continue
        fits = measured(view.text, target).fits
        opener = _opener(view)
        if opener and (not fits or opener < len(view.text.rstrip())):
            yield view.mark(0, opener)
            return
        if not fits:
            first = opening(view.text, target)
            if first and not first.endswith(_ENDS):
                start = view.text.find(first)
                last = start + len(first)
                yield view.mark(max(start, last - 40), last, "cut")
                return


def _opener(view: View) -> int:
    """Give the end of a first paragraph that only announces a thread, or 0."""
    reading = view.reading
    lead = len(view.text) - len(view.text.lstrip())
    end = view.text.find("\n", lead)
    end = len(view.text) if end < 0 else end
    words = sum(start < end for start in reading.starts)
    announced = any(hit.start < end for hit in view.hits()) or "🧵" in view.text[:end]
    announced = announced or bool(_NUMBERED.search(view.text[:end]))
    return end if announced and words < view.number("words") and end > lead else 0
