"""Words shouted in capitals."""

from collections.abc import Iterator
from itertools import pairwise

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_LONG = 4
_SURELY_LONG = 7


def look(view: View) -> Iterator[Finding]:
    """Mark words in capitals, acronyms left aside."""
    shouted = [i for i in range(len(view.reading.forms)) if _shouted(view, i)]
    run = any(b - a == 1 for a, b in pairwise(shouted))
    enough = len(shouted) >= view.number("words") or run
    if enough or any(len(view.reading.original(i)) >= _SURELY_LONG for i in shouted):
        spans = list(_joined(view, shouted))
        yield view.mark_all(spans)


def _shouted(view: View, index: int) -> bool:
    word = view.reading.original(index)
    plain = view.reading.kinds[index] == "word" and len(word) >= _LONG
    if not plain or not word.isupper() or view.reading.in_quotes(*_span(view, index)):
        return False
    if any(hit.first <= index < hit.last for hit in view.hits()):
        return False
    known = view.rules.words["acronyms"]["any"]
    return view.reading.forms[index] not in known


def _span(view: View, index: int) -> tuple[int, int]:
    return view.reading.starts[index], view.reading.ends[index]


def _joined(view: View, indexes: list[int]) -> Iterator[tuple[int, int]]:
    """Give the spans of neighbouring words as one."""
    first = last = indexes[0]
    for index in indexes[1:]:
        if index != last + 1:
            yield view.reading.starts[first], view.reading.ends[last]
            first = index
        last = index
    yield view.reading.starts[first], view.reading.ends[last]
