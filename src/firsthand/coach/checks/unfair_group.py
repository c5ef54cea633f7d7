"""A group of people described unfairly."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Mark a group and the unkind generality that follows it in the same sentence."""
    if spans := [(hit.start, hit.end) for hit in view.hits()]:
        yield view.mark_all(spans)
        return
    reading = view.reading
    traits = view.hits("trait")
    for group in view.hits("group"):
        for trait in traits:
            near = 0 <= trait.first - group.last <= view.number("reach")
            together = reading.sentence_of[trait.first] == reading.sentence_of[group.first]
            if near and together and not reading.negated(trait.first, 2):
                protected = group.expression in view.rules.words["protected"][_lang(view)]
                level = Level.STOP if protected else None
                yield view.mark(group.start, trait.end, level=level)
                return


def _lang(view: View) -> str:
    return view.reading.lang or "any"
