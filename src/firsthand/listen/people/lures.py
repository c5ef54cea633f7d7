"""Whether a post is a lure: money for nothing, and a hook to bite on.

One sign alone is no lure: people ask what a miller earns a day, and give links.
"""

import re

from firsthand.listen.people.wordlists import has
from firsthand.text.entities import entities
from firsthand.text.tokens import fold

_MONEY = r"(?:[$€£]\s?\d[\d .,]*k?|\d[\d .,]*k?\s?(?:[$€£]|euros?\b|dollars?\b|usd\b|eur\b))"
_PROMISE = re.compile(
    rf"\b(?:gagn\w+|earn\w*|mak(?:e|ing)|win|touche[rz]?|empoche[rz]?)\b[^.!?\n]{{0,30}}{_MONEY}"
    rf"|{_MONEY}\s?(?:par|a|per|/|each|every|chaque)\s?(?:jour|semaine|day|week|hour|heure)"
)


def is_lure(text: str) -> bool:
    """Say whether a text has a hook beside a promise, a prey, or a link."""
    folded = fold(text)
    if not has(folded, "hooks"):
        return False
    return (
        has(folded, "preys")
        or _PROMISE.search(folded) is not None
        or any(entity.kind == "url" for entity in entities(text))
    )
