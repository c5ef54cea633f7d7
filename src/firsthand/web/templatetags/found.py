"""What a search found, as the page shows it."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from firsthand.library.highlight import Piece

register = template.Library()
_BREAKS = re.compile(r"\s*\n\s*")


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Write the pieces of a text, escaped, the words looked for in <mark>, its lines kept."""
    written = (
        f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text)
        for piece in pieces
    )
    # Every piece was escaped one line above.
    return mark_safe(_BREAKS.sub("<br>", "".join(written).strip()))  # noqa: S308
