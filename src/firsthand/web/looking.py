"""What somebody asked of the library, read from a page's address and written back into one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date

from firsthand.library.query import Question, terms

NARROWING = ("network", "kind", "lang", "from", "to")


@dataclass(frozen=True, slots=True)
class Looking:
    """What was typed and chosen; what cannot be read as meant narrows nothing."""

    typed: str
    chosen: dict[str, str]
    question: Question

    @property
    def narrowed(self) -> bool:
        """Tell whether anything at all was asked."""
        return bool(self.typed or self.chosen)

    def address(self, **changes: object) -> str:
        """Give the query of an address that asks the same, with changes."""
        query = QueryDict(mutable=True)
        said: dict[str, Any] = {"q": self.typed, **self.chosen, **changes}
        for name, value in said.items():
            if value not in (None, ""):
                query[name] = str(value)
        return f"?{query.urlencode()}" if query else ""


def read(query: QueryDict) -> Looking:
    """Read what an address asks."""
    typed = query.get("q", "").strip()
    chosen = {name: value for name in NARROWING if (value := query.get(name, "").strip())}
    start, end = _day(chosen.get("from")), _day(chosen.get("to"))
    after = query.get("after", "")
    question = Question(
        terms=terms(typed),
        network=chosen.get("network"),
        kind=chosen.get("kind"),
        lang=chosen.get("lang"),
        start=start,
        end=end,
        after=int(after) if after.lstrip("-").isdecimal() and len(after) < 20 else None,
    )
    return Looking(typed, chosen, question)


def _day(value: str | None) -> date | None:
    try:
        return parse_date(value) if value else None
    except ValueError:
        return None
