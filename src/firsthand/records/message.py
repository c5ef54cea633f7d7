"""One sentence in the two languages of the house."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LANGUAGES = ("fr", "en")

_BEFORE_HIGH_MARK = re.compile(r" (?=[;!?](?:\s|$|[»)\]]))")
_BEFORE_LOW_MARK = re.compile(r" (?=[:»%](?:\W|$))|(?<=«) ")


def french(text: str) -> str:
    """Put the no-break spaces that French typography wants before ; : ? ! » and after «.

    >>> french("Prêt ? « Oui » : 87 %.") == "Prêt\u202f? «\u00a0Oui\u00a0»\u00a0: 87\u00a0%."
    True
    """
    return _BEFORE_LOW_MARK.sub("\u00a0", _BEFORE_HIGH_MARK.sub("\u202f", text))


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named gaps, in English and French; calling it fills the gaps.

    >>> Message("{n} posts.", "{n} messages.")(n=3).text("fr")
    '3 messages.'
    """

    en: str
    fr: str

    def __call__(self, **values: object) -> "Said":
        """Give the sentence with its gaps filled."""
        return Said(self, values)

    def text(self, lang: str) -> str:
        """Give the sentence itself, for those without gaps."""
        return self().text(lang)


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its gaps filled, still in both languages."""

    message: Message
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """Give the sentence in a language; any other than French reads English."""
        template = french(self.message.fr) if lang.startswith("fr") else self.message.en
        if not self.values:
            return template
        return template.format_map(
            {
                key: value.text(lang) if isinstance(value, Said | Message) else value
                for key, value in self.values.items()
            }
        )
