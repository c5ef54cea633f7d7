"""One sentence in the two languages of the house."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

LANGUAGES = ("fr", "en")

_FRENCH_FIGURES = str.maketrans({",": "\u202f", ".": ","})
_BEFORE_HIGH_MARK = re.compile(r" (?=[;!?](?:\s|$|[»)\]]))")
_BEFORE_LOW_MARK = re.compile(r" (?=[:»%](?:\W|$))|(?<=«) ")


@lru_cache(maxsize=2_048)
def french(text: str) -> str:
    """Put the no-break spaces that French typography wants before ; : ? ! » and after «.

    >>> french("Prêt ? « Oui » : 87 %.") == "Prêt\u202f? «\u00a0Oui\u00a0»\u00a0: 87\u00a0%."
    True
    """
    return _BEFORE_LOW_MARK.sub("\u00a0", _BEFORE_HIGH_MARK.sub("\u202f", text))


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named gaps, in English and French; calling it fills the gaps.

    A gap such as `{n:line|lines}` is not filled with the number but with the one
    or the other word, as each language counts: French says « 0 ligne », « 1,5 ligne ».

    >>> said = Message("{n} {n:post|posts}.", "{n} {n:message|messages}.")(n=0)
    >>> said.text("en"), said.text("fr")
    ('0 posts.', '0 message.')
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
        spoken = "fr" if lang.startswith("fr") else "en"
        template = french(self.message.fr) if spoken == "fr" else self.message.en
        if not self.values:
            return template
        return template.format_map(
            {key: _filled(value, spoken) for key, value in self.values.items()}
        )


def _filled(value: object, lang: str) -> object:
    if isinstance(value, Said | Message):
        return value.text(lang)
    return _Number(value, lang) if isinstance(value, int | float) else value


class _Number:
    """A number that knows which of two words goes with it, and how its thousands stand apart."""

    def __init__(self, value: float, lang: str) -> None:
        self._value = value
        self._french = lang == "fr"
        self._single = abs(value) < 2 if lang == "fr" else value == 1

    def __format__(self, wanted: str) -> str:
        one, choice, many = wanted.partition("|")
        if choice:
            return one if self._single else many
        written = format(self._value, wanted)
        return written.translate(_FRENCH_FIGURES) if self._french else written
