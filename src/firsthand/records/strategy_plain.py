"""A strategy as plain dictionaries and lists, and back, with every fault found."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from firsthand.records import strategy_messages as say
from firsthand.records.message import Message, Said
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_lines import Path
from firsthand.records.strategy_rules import between, not_accepted, within

_WRONG = object()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: where (keys, and positions from 0) and why."""

    path: Path
    reason: Said


def to_plain(record: Any) -> dict[str, Any]:
    """Write a strategy, or a part of one, as a dictionary; what says nothing is left out.

    Dates and times stay dates and times, as TOML has them.
    """
    plain: dict[str, Any] = {}
    for item in fields(record):
        value = getattr(record, item.name)
        if value == item.default and item.default is not MISSING:
            continue
        plain[item.name] = _plain(value)
    return plain


def from_plain(plain: Mapping[str, Any]) -> tuple[Strategy, tuple[Fault, ...]]:
    """Read a strategy from a dictionary, with all its faults; what is wrong is left out."""
    strategy, faults = read_record(Strategy, plain)
    return cast("Strategy", strategy), (
        *faults,
        *(Fault(path, reason) for path, reason in between(plain)),
    )


def read_record(kind: type, plain: Mapping[str, Any]) -> tuple[Any, tuple[Fault, ...]]:
    """Read one record of a strategy (`None` when a needed key is wrong), with its faults."""
    faults: list[Fault] = []
    found = _record(kind, plain, (), faults)
    return None if found is _WRONG else found, tuple(faults)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return to_plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: type, plain: Mapping[str, Any], path: Path, faults: list[Fault]) -> Any:
    hints = _hints(kind)
    values: dict[str, Any] = {}
    for key, raw in plain.items():
        if key not in hints:
            faults.append(Fault((*path, key), _unknown(key, list(hints))))
        else:
            values[key] = _value(hints[key], raw, (*path, key), faults)
    wrong = {key for key, value in values.items() if value is _WRONG}
    needed = [item.name for item in fields(kind) if item.default is MISSING]
    faults.extend(Fault(path, say.MISSING(key=key)) for key in needed if key not in values)
    if wrong.intersection(needed) or not values.keys() >= set(needed):
        return _WRONG
    record = kind(**{key: value for key, value in values.items() if key not in wrong})
    faults.extend(Fault((*path, *below), reason) for below, reason in within(record))
    return record


def _unknown(key: str, known: list[str]) -> Said:
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    return say.UNKNOWN_KEY_NEAR(near=near[0]) if near else say.UNKNOWN_KEY(known=", ".join(known))


def _value(hint: Any, raw: Any, path: Path, faults: list[Fault]) -> Any:
    if NoneType in get_args(hint):
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint)[0], raw, path, faults)
    if is_dataclass(hint):
        if isinstance(raw, Mapping):
            return _record(cast("type", hint), raw, path, faults)
        return _refuse(say.NOT_A_TABLE(key=path[-1]), path, faults)
    if issubclass(hint, StrEnum):
        return _choice(hint, raw, path, faults)
    wanted, reads = _SCALARS[hint]
    if not reads(raw):
        return _refuse(say.WANTED(wanted=wanted, found=_name(raw)), path, faults)
    if hint is float:
        return _number(raw, path, faults)
    return raw


def _number(raw: float, path: Path, faults: list[Fault]) -> Any:
    if 0 <= raw <= sys.float_info.max:  # neither NaN nor infinity is between the two
        return float(raw)
    return _refuse(say.NOT_FINITE(), path, faults)


def _tuple(inner: Any, raw: Any, path: Path, faults: list[Fault]) -> Any:
    if not isinstance(raw, list | tuple):
        reason = (
            say.NOT_ONE_OF_TABLES(key=path[-1])
            if is_dataclass(inner)
            else say.WANTED(wanted=say.LIST, found=_name(raw))
        )
        return _refuse(reason, path, faults)
    items = [_value(inner, item, (*path, n), faults) for n, item in enumerate(raw)]
    return tuple(item for item in items if item is not _WRONG)


def _choice(kind: type[StrEnum], raw: Any, path: Path, faults: list[Fault]) -> Any:
    if isinstance(raw, str) and raw in list(kind):
        return kind(raw)
    return _refuse(not_accepted(str(raw), tuple(kind)), path, faults)


def _refuse(reason: Said, path: Path, faults: list[Fault]) -> object:
    faults.append(Fault(path, reason))
    return _WRONG


_SCALARS: dict[Any, tuple[Message, Callable[[Any], bool]]] = {
    str: (say.TEXT, lambda raw: isinstance(raw, str)),
    bool: (say.YES_NO, lambda raw: isinstance(raw, bool)),
    float: (say.NUMBER, lambda raw: isinstance(raw, int | float) and not isinstance(raw, bool)),
    date: (say.DATE, lambda raw: isinstance(raw, date) and not isinstance(raw, datetime)),
    time: (say.TIME, lambda raw: isinstance(raw, time)),
}


def _name(raw: Any) -> Message:
    named: Iterator[tuple[type, Message]] = iter(
        (
            (str, say.TEXT), (bool, say.YES_NO), (int, say.NUMBER), (float, say.NUMBER),
            (datetime, say.MOMENT), (date, say.DATE), (time, say.TIME), (list, say.LIST),
        )
    )  # fmt: skip
    return next((name for kind, name in named if isinstance(raw, kind)), say.TABLE)
