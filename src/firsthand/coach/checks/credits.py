"""Names its sources, or leans on one that it does not name."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark a source that stays unnamed; praise the first that is named."""
    named = view.hits("named")
    if named and not _is_place(view, named[0]):
        yield view.mark(named[0].start, named[0].end, "named", level=Level.PRAISE)
        return
    if any(entity.kind in {"url", "mention"} for entity in view.reading.entities):
        return
    vague = [hit for hit in view.hits("vague") if not _name_follows(view, hit)]
    if vague:
        yield view.mark_all([(hit.start, hit.end) for hit in vague], "missing")


def _is_place(view: View, hit: Hit) -> bool:
    """Tell whether the name of the source is only the last word of a longer unnamed one."""
    return any(vague.first <= hit.first < vague.last for vague in view.hits("vague"))


def _name_follows(view: View, hit: Hit) -> bool:
    """Tell whether a name comes with the words: right after them, or after “of” or “by”."""
    reading = view.reading
    near = range(hit.first + 1, min(reading.stops[hit.first], hit.last + 4))
    return any(
        reading.is_name(i) and not reading.original(i).isupper() and reading.forms[i - 1] in _OF
        for i in near
    )


_OF = frozenset(
    {"de", "d'", "du", "des", "l'", "la", "par", "chez", "of", "by", "from", "at", "the"}
)
