"""A pile of exclamation marks."""

import re
from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding

_PILE = re.compile(r"[!?！？‼⁉❗❕]*(?:[!！][\s\u202f]?[!！]|‼|❗❗|\?!|!\?)[!?！？‼⁉❗❕]*")
_ANY = re.compile(r"[!！]")


def look(view: View) -> Iterator[Finding]:
    """Mark marks that pile up, or a text where every sentence exclaims."""
    piles = [m.span() for m in _PILE.finditer(view.text)]
    alone = [m.span() for m in _ANY.finditer(view.text)]
    sentences = max(1, len(view.reading.sentences))
    many = len(alone) >= view.number("marks") and len(alone) >= view.number("share") * sentences
    if piles:
        yield view.mark_all(piles)
    elif many:
        yield view.mark_all(alone, "many", n=len(alone))
