"""Sentences of the pure rooms, in the reader's language."""

from django import template
from django.utils.translation import get_language

from firsthand.records.message import Message, Said

register = template.Library()


@register.filter
def said(sentence: Message | Said) -> str:
    """Say a message in the reader's language: `{{ finding.why|said }}`."""
    return sentence.text(get_language() or "en")
