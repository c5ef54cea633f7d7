"""How each value of a strategy is typed: the kind of field, its words, its text and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from firsthand.plan.strategy_messages import OWN_SHARE
from firsthand.records import strategy_messages as say
from firsthand.records.message import Message, Said
from firsthand.records.strategy import (
    APPROVAL_KINDS,
    ROLES,
    Approval,
    Cadence,
    Company,
    Duty,
    Strategy,
)
from firsthand.records.strategy_words import VALUES, label

Kind = Literal[
    "text", "long", "lines", "choice", "select", "checks", "flag", "date", "time", "number", "share"
]
_LONG = frozenset({"aim", "says", "says_fr", "says_en", "success", "change", "why", "does", "when"})
_SINGLE: dict[str, tuple[tuple[type, str], ...]] = {
    "leader": ((Strategy, "leader"), (Strategy, "names"), (Strategy, "handles")),
    "aim": ((Strategy, "aim"),),
    "cadence": ((Cadence, "posts_per_week"), (Cadence, "why"), (Strategy, "own_share")),
    "company": ((Company, "name"), (Company, "products")),
}
_DEFAULTED = frozenset({"stance", "expertise", "repeats", "role", "target"})


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a section: its key, kind, words and, for a choice, what can be chosen."""

    key: str
    kind: Kind
    label: Message
    needed: bool = False
    options: tuple[tuple[str, Message], ...] = ()


@cache
def specs(section: str) -> tuple[Spec, ...]:
    """Give the fields of a section, or of each record of one that is a list."""
    single = _SINGLE.get(section)
    if single:
        return tuple(_spec(section, kind, key) for kind, key in single)
    record = record_of(section)
    return tuple(
        _spec(section.removeprefix("company."), record, item.name) for item in fields(record)
    )


def record_of(section: str) -> Any:
    """Give the kind of record of a section that is a list."""
    home = Company if section.startswith("company.") else Strategy
    return get_args(get_type_hints(home)[section.removeprefix("company.")])[0]


def _spec(section: str, record: type, key: str) -> Spec:
    hint = get_type_hints(record)[key]
    needed = key in ("name", "start", "end") and NoneType not in get_args(hint)
    needed = needed and record is not Company
    options = _options(record, key, hint)
    kind = _kind(record, key, hint)
    # A file holds 0.8 where a page says 80 per cent.
    words = OWN_SHARE if kind == "share" else label(section, key)
    return Spec(key, kind, words, needed, tuple((each, VALUES[each]) for each in options))


def _kind(record: type, key: str, hint: Any) -> Kind:
    if (record, key) in ((Approval, "kind"), (Duty, "role")) or key in ("topic", "repeats"):
        return "select"
    if key == "topics" or (record, key) == (Approval, "roles"):
        return "checks"
    if get_origin(hint) is tuple:
        return "lines"
    inner = next((each for each in get_args(hint) if each is not NoneType), hint)
    named: dict[Any, Kind] = {date: "date", time: "time", bool: "flag"}
    if inner in named:
        return named[inner]
    if inner is float:
        return "share" if key == "own_share" else "number"
    if issubclass(inner, StrEnum):
        return "choice"
    return "long" if key in _LONG else "text"


def _options(record: type, key: str, hint: Any) -> Sequence[str]:
    if record is Approval:
        return APPROVAL_KINDS if key == "kind" else ROLES[:-1]
    if record is Duty and key == "role":
        return ROLES
    return tuple(hint) if isinstance(hint, type) and issubclass(hint, StrEnum) else ()


def is_default(key: str) -> bool:
    """Say whether a field always has a value, so that having one says nothing."""
    return key in _DEFAULTED


def to_text(spec: Spec, value: Any) -> list[str]:
    """Write a value as a person would type it."""
    if value is None or value is False:
        return []
    if isinstance(value, tuple):
        return list(value)
    if spec.kind == "flag":
        return ["1"]
    if spec.kind == "share":
        return [f"{100 * value:g}"]
    if isinstance(value, float):
        return [f"{value:g}"]
    if isinstance(value, time):
        return [value.strftime("%H:%M")]
    return [value.isoformat()] if isinstance(value, date) else [str(value)]


def from_text(spec: Spec, typed: Sequence[str]) -> tuple[Any, Said | None]:
    """Read what was typed: the value, `None` when nothing was, and what is wrong with it."""
    if spec.kind == "flag":
        return bool(typed), None
    if spec.kind in ("checks", "select"):
        # What is chosen comes back as it was offered, spaces included.
        chosen = list(dict.fromkeys(text for text in typed if text))
        return (chosen if spec.kind == "checks" else "".join(chosen[:1])) or None, None
    if spec.kind == "lines":
        lines = [line.strip() for text in typed for line in text.splitlines() if line.strip()]
        return list(dict.fromkeys(lines)) or None, None
    text = "\n".join(typed).replace("\r\n", "\n").strip()
    if not text:
        return None, None
    read, wanted = _READERS.get(spec.kind, (str, say.TEXT))
    try:
        return read(text), None
    except ValueError:
        return None, say.NOT_READ(text=text[:40], wanted=wanted)


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("\u202f", "").replace(" ", ""))


def _share(text: str) -> float:
    return _number(text.removesuffix("%").strip()) / 100


_READERS: dict[str, tuple[Callable[[str], Any], Message]] = {
    "date": (date.fromisoformat, say.DATE),
    "time": (time.fromisoformat, say.TIME),
    "number": (_number, say.NUMBER),
    "share": (_share, say.PERCENT),
}
