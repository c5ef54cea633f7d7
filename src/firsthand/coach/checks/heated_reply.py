"""A heated reply, within minutes of the provocation or at night."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_CAPITALS = 2


def look(view: View) -> Iterator[Finding]:
    """Mark a reply that is hot and comes too fast, or in the night."""
    answering = view.context.answering
    if answering is None:
        return
    heat = _heat(view)
    if not heat:
        return
    if answering.at is not None:
        minutes = (view.now - answering.at).total_seconds() / 60
        if 0 <= minutes < view.number("minutes"):
            yield view.mark_all(heat, "fast", shown=(answering,), minutes=max(1, round(minutes)))
            return
    hour = view.now.astimezone(view.context.zone).hour
    if hour >= view.number("night_from") or hour < view.number("night_to"):
        yield view.mark_all(heat, "night", shown=(answering,))


def _heat(view: View) -> list[tuple[int, int]]:
    """Give the spans that show anger: words, capitals, and marks piled up."""
    spans = [(hit.start, hit.end) for hit in view.hits()]
    reading = view.reading
    shouted = [
        (reading.starts[i], reading.ends[i])
        for i, kind in enumerate(reading.kinds)
        if kind == "word" and len(reading.original(i)) > 3 and reading.original(i).isupper()
    ]
    if len(shouted) >= _CAPITALS:
        spans += shouted
    at = view.text.find("!!")
    if at >= 0:
        spans.append((at, at + 2))
    return sorted(spans)
