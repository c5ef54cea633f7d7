"""Selling or announcing while a tragedy or an open rumour concerns the same subject."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.phrases import Phrases
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark promotion beside a tragedy, in what is heard or in the draft itself."""
    reading = view.reading
    promotion = [*reading.shared("promotion", "announce"), *reading.shared("promotion", "sell")]
    if not promotion:
        return
    for signal in view.context.signals:
        if signal.kind not in {"tragedy", "rumour"}:
            continue
        if next(_phrases(signal.phrases).places(reading), None):
            yield view.mark(
                promotion[0].start,
                promotion[0].end,
                signal.kind,
                level=Level.STOP if signal.kind == "tragedy" else None,
                shown=signal.posts[:3],
                subject=signal.says or ", ".join(signal.phrases),
            )
            return
    selling = reading.shared("promotion", "sell")
    if selling and (grief := reading.shared("tragedy")):
        yield view.mark(
            selling[0].start, selling[0].end, "both", also=((grief[0].start, grief[0].end),)
        )


@lru_cache(maxsize=256)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    return Phrases(phrases)
