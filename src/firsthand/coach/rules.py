"""What a check's TOML file holds: its quality, level, remarks, words and numbers.

Words, remarks and thresholds live beside the check that uses them; words that
several checks need live in `coach/words`, under the name of the file.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pkgutil import iter_modules
from typing import Any

from firsthand.coach import checks
from firsthand.records.finding import Level, Quality
from firsthand.records.message import Message

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says in one situation."""

    what: Message
    why: Message
    could: Message


@dataclass(frozen=True, slots=True)
class Rules:
    """One check's data; `source` says where its words and numbers come from.

    `words` maps a list's name to a language's expressions.
    """

    name: str
    quality: Quality
    level: Level
    about: Message
    source: str
    says: Mapping[str, Remark]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    numbers: Mapping[str, float]

    @property
    def takes_terms(self) -> bool:
        """Tell whether an organisation's own terms mean something to this check."""
        return "words" in self.words


@cache
def names() -> tuple[str, ...]:
    """Give the names of the checks, in alphabetical order, without loading them."""
    return tuple(sorted(module.name for module in iter_modules(checks.__path__)))


@cache
def rules(name: str) -> Rules:
    """Read the data of a check; a mistake in it raises KeyError, TypeError or ValueError."""
    data = _toml("firsthand.coach.checks", name)
    return Rules(
        name=name,
        quality=Quality(data["quality"]),
        level=Level(data["level"]),
        about=Message(**data["about"]),
        source=data["source"],
        says={
            situation: Remark(**{part: Message(**texts) for part, texts in remark.items()})
            for situation, remark in data["says"].items()
        },
        words=_words(data.get("words", {})),
        numbers=data.get("numbers", {}),
    )


@cache
def shared_words() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """Read the lists that several checks use: file, then list, then language."""
    folder = files("firsthand.coach.words")
    names = sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: _words(_toml("firsthand.coach.words", name)["words"]) for name in names}


def _toml(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))


def _words(lists: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Read lists that are arrays, or paragraphs with one expression between commas or lines."""
    return {
        name: {lang: _expressions(value) for lang, value in by_lang.items()}
        for name, by_lang in lists.items()
    }


def _expressions(value: str | list[str]) -> tuple[str, ...]:
    lines = [value] if isinstance(value, str) else value
    items = [item for line in lines for item in line.replace("\n", ",").split(",")]
    return tuple(item.strip() for item in items if item.strip())
