"""French grammar and spelling by Grammalecte (a program of its own, GPL)."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from firsthand.coach.context import Fault
from firsthand.coach.proofreading.running import output

# What a social post is free to do as it likes: spaces, signs, units, hyphens of figures.
_FREE = ("typo", "apos", "esp", "nbsp", "num", "unit", "nf", "tab", "eepi", "maj", "minis")


@dataclass(frozen=True, slots=True)
class Grammalecte:
    """The installed command; its remarks are in French."""

    path: str

    @classmethod
    def find(cls) -> "Grammalecte | None":
        """Give the command of this machine, if it has one."""
        path = shutil.which("grammalecte-cli")
        return cls(path) if path else None

    def faults(self, text: str, lang: str | None) -> tuple[Fault, ...]:
        """Give the mistakes of a French text; of no other."""
        return _faults(self.path, text) if lang == "fr" else ()


@lru_cache(maxsize=64)
def _faults(path: str, text: str) -> tuple[Fault, ...]:
    with tempfile.TemporaryDirectory(prefix="firsthand-") as folder:
        file = Path(folder) / "draft.txt"
        # A carriage return would be read as one more paragraph.
        plain = text.replace("\r", " ").encode("utf-8", "replace")
        file.write_bytes(plain)
        told = output((path, "--file", str(file), "--json", "-off", *_FREE))
    try:
        paragraphs = json.loads(told)["data"]
        return tuple(_read(text, paragraphs))
    except (ValueError, KeyError, TypeError, IndexError):
        return ()


def _read(text: str, paragraphs: list[Mapping[str, Any]]) -> Iterator[Fault]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for paragraph in paragraphs:
        base = starts[paragraph["iParagraph"] - 1]
        for error in paragraph["lGrammarErrors"]:
            yield from _fault("grammar", text, base, error, error["sMessage"])
        for error in paragraph["lSpellingErrors"]:
            if not error["sValue"][:1].isupper():
                yield from _fault("spelling", text, base, error, error["sValue"])


def _fault(kind: str, text: str, base: int, error: Mapping[str, Any], says: str) -> Iterator[Fault]:
    start, end = base + error["nStart"], base + error["nEnd"]
    if 0 <= start < end <= len(text):
        yield Fault(kind, start, end, says)
