"""Frozen records made several times as fast, for streams of them."""

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import Any, TypeVar

Record = TypeVar("Record")


def quickly(kind: type[Record]) -> Callable[..., Record]:
    """Give a function that makes what a frozen dataclass with slots makes, from the same arguments.

    A frozen record has each field set past its own lock, one by one, at ten times the
    cost; here it is filled while open, and closed at once.
    """
    closed_kind: Any = kind
    held = [(each.name, each.type, _copied(each)) for each in fields(closed_kind)]
    opened = make_dataclass(f"_Open{kind.__name__}", held, slots=True)

    def make(*values: Any, **named: Any) -> Record:
        record: Any = opened(*values, **named)
        record.__class__ = kind
        closed: Record = record
        return closed

    return make


def _copied(each: "Field[Any]") -> Any:
    if each.default_factory is not MISSING:
        return field(default_factory=each.default_factory, kw_only=each.kw_only)
    return field(default=each.default, kw_only=each.kw_only)
