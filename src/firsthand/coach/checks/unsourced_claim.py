"""An absolute claim that nobody can check, without a source."""

import re
from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_NUMBER_ONE = re.compile(
    r"(?i)(?<![\w#])(?:#1|n[°ºo]\.?\s?1|no\.\s?1|numéro\s?(?:1|un)|number\s(?:one|1))(?![\w%])"
)


def look(view: View) -> Iterator[Finding]:
    """Mark absolute claims when no link or named source stands beside them."""
    if _has_source(view):
        return
    spans = [(hit.start, hit.end) for hit in view.hits()]
    spans += [
        m.span()
        for m in _NUMBER_ONE.finditer(view.text)
        if not view.reading.in_quotes(*m.span())
        and all(m.end() <= start or m.start() >= end for start, end in spans)
    ]
    if spans:
        yield view.mark_all(sorted(spans))


def _has_source(view: View) -> bool:
    links = any(entity.kind == "url" for entity in view.reading.entities)
    return links or bool(view.hits("source"))
