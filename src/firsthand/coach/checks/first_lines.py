"""What stands before "see more"."""

from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a warm-up that takes the place of the first lines, where the rest is folded away."""
    for target in view.targets:
        fold = habits(target.network).fold
        if fold is None or len(view.text) <= fold:
            continue
        shown = _shown(view.text, fold, int(view.number("lines")))
        if any(hit.start <= view.reading.starts[0] for hit in view.hits()) or _bare(view, shown):
            yield view.mark(0, shown, network=habits(target.network).name)
            return


def _shown(text: str, fold: int, lines: int) -> int:
    """Give where the fold falls: after so many characters or lines, whichever comes first."""
    end = min(fold, len(text))
    at = -1
    for _ in range(lines):
        at = text.find("\n", at + 1)
        if at < 0:
            return end
    return max(1, min(end, at))


def _bare(view: View, shown: int) -> bool:
    """Tell whether nothing but names, tags and marks shows before the fold."""
    reading = view.reading
    words = [i for i, kind in enumerate(reading.kinds) if kind in {"word", "num"}]
    return not any(reading.starts[i] < shown for i in words)
