"""An acronym that nobody explains."""

import re
from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_MOST = 5
_LEAST = 2


def look(view: View) -> Iterator[Finding]:
    """Mark letters in capitals that are neither known to all nor explained beside."""
    reading = view.reading
    if reading.shouting:
        return
    spans: dict[str, tuple[int, int]] = {}
    for index in range(len(reading.forms)):
        if _unknown(view, index) and not _explained(view.text, reading.original(index)):
            spans.setdefault(reading.original(index), (reading.starts[index], reading.ends[index]))
    if spans:
        yield view.mark_all(list(spans.values()))


def _unknown(view: View, index: int) -> bool:
    reading = view.reading
    word = reading.original(index)
    if reading.kinds[index] != "word" or not _LEAST <= len(word) <= _MOST or not word.isupper():
        return False
    if not word.isalnum() or view.reading.in_quotes(reading.starts[index], reading.ends[index]):
        return False
    here = (reading.starts[index], reading.ends[index])
    known = ("known", "shouted", "words")
    if any((hit.start, hit.end) == here for name in known for hit in view.hits(name)):
        return False
    return not _loud(view, index)


def _loud(view: View, index: int) -> bool:
    """Tell whether a neighbour is in capitals too: somebody shouts, and spells no acronym."""
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(view.reading.forms)]
    return any(
        view.reading.original(i).isupper() and len(view.reading.original(i)) > 1 for i in near
    )


def _explained(text: str, word: str) -> bool:
    """Tell whether brackets stand around the acronym, or around words right after it."""
    letters = re.escape(word)
    return bool(
        re.search(rf"\(\s*{letters}\b|\b{letters}\s?[(:,–—]\s?\(?(?:the |la |le |l['’])?\w", text)
    )
