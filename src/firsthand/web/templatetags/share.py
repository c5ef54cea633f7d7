"""Parts of a whole, as a reader says them."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from firsthand.coach.authorship.share import Share
from firsthand.web.written import Stretch

register = template.Library()


@register.filter
def percent(part: float | None) -> str:
    """Write a part, 0 to 1, as a percentage: `87 %` in French, `87%` in English."""
    if part is None:
        return "?"
    # What is not whole is never said to be, nor is something said to be nothing.
    whole = round(part * 100) if part in {0, 1} else min(max(round(part * 100), 1), 99)
    return f"{whole}\N{NARROW NO-BREAK SPACE}%" if get_language() == "fr" else f"{whole}%"


@register.filter
def hands(written: Iterable[Stretch]) -> set[str]:
    """Give the sorts of hands that wrote a text."""
    return {one.whose for one in written}


@register.filter
def claimed_percent(share: Share) -> str:
    """Write which part of a text is claimed."""
    return percent(share.claimed / share.total if share.total else None)
