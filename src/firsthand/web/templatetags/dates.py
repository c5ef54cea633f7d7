"""Dates as each language says them: in French the first of a month is “1er mai”."""

import re
from typing import Any

from django import template
from django.template.defaultfilters import date as as_django_writes_it
from django.utils.translation import get_language

register = template.Library()
_FIRST = re.compile(
    r"(?<!\d)1 (?=janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)", re.IGNORECASE
)


@register.filter(expects_localtime=True, is_safe=False)
def date(value: Any, wanted: str | None = None) -> str:
    """Write a date or time as Django does, with the ordinal that French wants."""
    written = str(as_django_writes_it(value, wanted))
    return _FIRST.sub("1er ", written) if get_language() == "fr" else written
