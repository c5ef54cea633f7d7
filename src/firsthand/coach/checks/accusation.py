"""A named person or firm is accused of a crime or a fault."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark accusations with a name in them; those of a crime said outright stop."""
    crimes = [hit for hit in view.hits("crime") if _stands(view, hit)]
    if crimes:
        level = Level.STOP if any(_sure(view, hit) for hit in crimes) else None
        yield view.mark_all([(hit.start, hit.end) for hit in crimes], "crime", level=level)
        return
    hits = [hit for hit in (*view.hits("words"), *view.hits("nominal")) if _stands(view, hit)]
    if hits:
        yield view.mark_all(sorted((hit.start, hit.end) for hit in hits))


def _sure(view: View, hit: Hit) -> bool:
    """Tell whether the leader says it in their own name, of a name that is surely one."""
    sentence = view.reading.sentence_of[hit.first]
    told = any(view.reading.sentence_of[cue.first] == sentence for cue in view.hits("told"))
    short = view.reading.original(hit.first).isupper() and len(view.reading.forms[hit.first]) < 4
    return not (told or short or view.text.startswith("RT @"))


def _stands(view: View, hit: Hit) -> bool:
    """Tell whether the accusation is made: neither denied nor asked."""
    reading = view.reading
    inside = any(
        form in {"pas", "jamais", "not", "never"} or form.endswith("n't")
        for form in reading.forms[hit.first : hit.last]
    )
    return not inside and not reading.is_question(reading.sentence_at(hit.start))
