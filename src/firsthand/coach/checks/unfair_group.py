"""A group of people described unfairly."""

from collections.abc import Iterator

from firsthand.coach.lexicon import Hit
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level

_ONE = frozenset({"un", "une", "ce", "cet", "cette", "a", "an", "one", "this", "that"})
_LINKS = frozenset(
    {"sont", "des", "tous", "toutes", "les", "ne", "n'", "ils", "are", "all", "just"}
)


def look(view: View) -> Iterator[Finding]:
    """Mark a group and the unkind generality that follows it in the same sentence."""
    if spans := [(hit.start, hit.end) for hit in view.hits() if not _denied(view, hit)]:
        yield view.mark_all(spans)
        return
    traits = view.hits("trait")
    for group in view.hits("group"):
        for trait in traits:
            if _said_of(view, group, trait):
                level = Level.STOP if _sure(view, group, trait) else None
                yield view.mark(group.start, trait.end, level=level)
                return


def _said_of(view: View, group: Hit, trait: Hit) -> bool:
    """Tell whether the trait is said of the whole group, and not to be denied."""
    reading = view.reading
    near = 0 <= trait.first - group.last <= view.number("reach")
    together = reading.sentence_of[trait.first] == reading.sentence_of[group.first]
    if not near or not together or _denied(view, group):
        return False
    one = group.first > 0 and reading.forms[group.first - 1] in _ONE
    return not one and not reading.negated(trait.first, 2)


def _sure(view: View, group: Hit, trait: Hit) -> bool:
    """Tell whether the law protects the group and the trait follows it at once."""
    protected = view.rules.words["protected"].values()
    listed = any(group.expression in expressions for expressions in protected)
    between = view.reading.forms[group.last : trait.first]
    return listed and "(" not in view.text[group.end : trait.start] and _LINKS.issuperset(between)


def _denied(view: View, hit: Hit) -> bool:
    """Tell whether the sentence speaks against the generality rather than for it."""
    sentences = view.reading.sentence_of
    return any(sentences[no.first] == sentences[hit.first] for no in view.hits("denied"))
