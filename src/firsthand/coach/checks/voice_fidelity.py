"""How like the leader's own way of writing the draft is."""

from collections.abc import Iterator, Sequence

from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a draft that is surely unlike the leader, by the expressions that are not theirs."""
    profile = view.context.profile
    if profile is None or view.reading.words < view.number("words"):
        return
    beginning = view.text[: int(view.number("most"))]
    found = profile.score(beginning, words=False)
    if found.p is None or found.high is None or found.reason is not None:
        return
    if found.p < view.number("p") and found.high < view.number("high"):
        spans = list(_places(view.text, profile.score(beginning).against))
        if spans:
            yield view.mark_all(spans, "words", compared=found.compared or "")
        else:
            yield view.mark(0, len(view.text), compared=found.compared or "")


def _places(text: str, expressions: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where the expressions stand, leaving out those that cannot be shown as they are."""
    taken: list[tuple[int, int]] = []
    for words in expressions:
        at = text.find(words)
        span = (at, at + len(words))
        if words and at >= 0 and all(span[1] <= a or span[0] >= b for a, b in taken):
            taken.append(span)
    yield from sorted(taken)
