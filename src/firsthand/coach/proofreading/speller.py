"""Spelling by Hunspell or Aspell, which print the words they do not know."""

import re
import shutil
from dataclasses import dataclass
from functools import lru_cache

from firsthand.coach.context import Fault
from firsthand.coach.proofreading.running import output
from firsthand.text.entities import entities

_COMMANDS = {
    "hunspell": ("-l", "-i", "utf-8", "-d"),
    "aspell": ("list", "--encoding=utf-8", "--lang"),
}
_DICTIONARIES = {"fr": "fr_FR", "en": "en_GB"}
_WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_ELIDED = re.compile(r"^(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speller:
    """An installed command, by its name and path."""

    name: str
    path: str

    @classmethod
    def find(cls, name: str) -> "Speller | None":
        """Give the command of this machine, if it has one."""
        path = shutil.which(name)
        return cls(name, path) if path else None

    def faults(self, text: str, lang: str | None) -> tuple[Fault, ...]:
        """Give the words that the dictionary lacks; names, links and mentions are left."""
        dictionary = _DICTIONARIES.get(lang or "")
        return _faults(self.name, self.path, dictionary, text) if dictionary else ()


@lru_cache(maxsize=64)
def _faults(name: str, path: str, dictionary: str, text: str) -> tuple[Fault, ...]:
    words = list(_words(text))
    asked = "\n".join(sorted({word for word, _ in words})) + "\n"
    unknown = set(output((path, *_COMMANDS[name], dictionary), asked).split())
    return tuple(
        Fault("spelling", start, start + len(word), word)
        for word, start in words
        if word in unknown
    )


def _words(text: str) -> list[tuple[str, int]]:
    """Give the words in small letters with their place, without what is elided before them."""
    taken = [(entity.start, entity.end) for entity in entities(text)]
    found: list[tuple[str, int]] = []
    for match in _WORD.finditer(text):
        elided = _ELIDED.match(match[0])
        start = match.start() + (elided.end() if elided else 0)
        word = text[start : match.end()]
        inside = any(a <= start < b for a, b in taken)
        if word.islower() and not inside:
            found.append((word, start))
    return found
