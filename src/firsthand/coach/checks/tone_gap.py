"""An answer out of tune with what it answers."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a sharp answer to a calm post, and a light or cold one to somebody in trouble."""
    answering = view.context.answering
    if answering is None:
        return
    heard = view.reading.alike(answering.text)
    troubled = heard.found.get((view.rules.name, "trouble"), [])
    sharp = view.hits("sharp")
    if sharp and not heard.found.get((view.rules.name, "sharp")):
        yield view.mark_all(_spans(sharp), "sharp", shown=(answering,))
    elif troubled and (light := view.hits("light")):
        yield view.mark_all(_spans(light), "light", shown=(answering,))
    elif troubled and not view.hits("care"):
        end = view.reading.sentences[0][1] if view.reading.sentences else len(view.text)
        yield view.mark(0, end, "cold", shown=(answering,))


def _spans(hits: list[Hit]) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in hits]
