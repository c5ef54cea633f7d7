"""A strategy as a TOML file that a person can edit."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from firsthand.records import strategy_messages as say
from firsthand.records.errors import BadInput
from firsthand.records.message import Message, Said
from firsthand.records.strategy import Company, Strategy
from firsthand.records.strategy_lines import Path, line_of, lines
from firsthand.records.strategy_plain import Fault, from_plain
from firsthand.records.strategy_toml import bare, write, write_company

__all__ = [
    "MAX_CHARACTERS", "BadStrategy", "FileFault", "bare", "parse", "read", "read_company", "syntax",
    "write", "write_company", "written",
]  # fmt: skip

#: A strategy is a note; this is some two hundred pages.
MAX_CHARACTERS = 500_000


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing to put right in a file: its line from 1, its keys written out, and the reason."""

    line: int | None
    path: str
    reason: Said

    def said(self) -> Said:
        """Give the fault as a phrase with its place."""
        if self.line is None:
            return say.AT_PATH(path=self.path, reason=self.reason) if self.path else self.reason
        if not self.path:
            return say.AT_LINE_ONLY(line=self.line, reason=self.reason)
        return say.AT_LINE(line=self.line, path=self.path, reason=self.reason)


class BadStrategy(BadInput):
    """A strategy file that cannot be used, with everything that is wrong in it."""

    def __init__(self, faults: Iterable[FileFault]) -> None:
        self.faults = tuple(faults)
        said = [fault.said() for fault in self.faults]
        if len(said) == 1:
            super().__init__(say.ONE_FAULT(fault=said[0]))
        else:
            every = Message(*("; ".join(each.text(lang) for each in said) for lang in ("en", "fr")))
            super().__init__(say.FAULTS(n=len(said), faults=every))


def read(text: str) -> Strategy:
    """Read a strategy from TOML.

    Raises:
        BadStrategy: lists every fault with its line, its key and the reason.
    """
    return _read(text, inside=())


def read_company(text: str) -> Company:
    """Read a company's plan: a file of its own, or the `[company]` section of a strategy.

    Raises:
        BadStrategy: lists every fault with its line, its key and the reason.
    """
    plain = parse(text)
    return _read(
        text, inside=() if set(plain) == {"company"} else ("company",), plain=plain
    ).company


def parse(text: str) -> dict[str, Any]:
    """Parse TOML; a fault comes with its line, in the house's words."""
    if len(text) > MAX_CHARACTERS:
        raise BadStrategy([FileFault(None, "", say.TOO_LONG(limit=f"{MAX_CHARACTERS:,}"))])
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadStrategy([syntax(str(error), text)]) from None


def _read(text: str, *, inside: Path, plain: Mapping[str, Any] | None = None) -> Strategy:
    plain = parse(text) if plain is None else plain
    if inside and not isinstance(plain.get("company"), Mapping):
        plain = {"company": plain}
    elif inside:
        inside = ()
    strategy, faults = from_plain(plain)
    if faults:
        places = lines(text.removeprefix("\ufeff"))
        placed = [_placed(fault, places, len(inside)) for fault in faults]
        raise BadStrategy(sorted(placed, key=lambda fault: fault.line or 0))
    return strategy


def _placed(fault: Fault, places: dict[Path, int], skip: int) -> FileFault:
    path = fault.path[skip:] if fault.path[:1] == ("company",) else fault.path
    return FileFault(line_of(path, places), written(path), fault.reason)


def written(path: Path) -> str:
    """Write a path as people count, from 1.

    >>> written(("topics", 1, "stance"))
    'topics[2].stance'
    """
    return "".join(
        f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path
    ).removeprefix(".")


def syntax(error: str, text: str) -> FileFault:
    """Say in both languages, with its line, what the TOML parser said of a text."""
    at = re.search(r"\(at line (\d+), column \d+\)", error)
    line = int(at[1]) if at else text.count("\n") + 1
    if not at and error.startswith("Invalid value"):
        return FileFault(line, "", say.CUT_SHORT())
    reason = next((said for start, said in say.SYNTAX.items() if error.startswith(start)), None)
    return FileFault(line, "", (reason or say.NOT_TOML)())
