"""Sentences kept in both languages, such as those of an import that has ended."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

from firsthand.web.templatetags.said import APOSTROPHE

register = template.Library()


@register.filter
def told(both: Mapping[str, str]) -> str:
    """Say what is kept as `{"en": …, "fr": …}` in the reader's language."""
    lang = "fr" if (get_language() or "en").startswith("fr") else "en"
    return APOSTROPHE.sub("’", both.get(lang) or "")
