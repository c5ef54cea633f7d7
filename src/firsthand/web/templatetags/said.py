"""Sentences of the pure rooms, in the reader's language."""

import re

from django import template
from django.utils.translation import get_language

from firsthand.records.message import Message, Said

APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
register = template.Library()


@register.filter
def said(sentence: Message | Said) -> str:
    """Say a message in the reader's language: `{{ finding.why|said }}`."""
    return APOSTROPHE.sub("’", sentence.text(get_language() or "en"))
