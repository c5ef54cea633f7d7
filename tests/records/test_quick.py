"""Frozen records made quickly: the same, and as frozen."""

from dataclasses import FrozenInstanceError, dataclass, field, replace
from datetime import UTC, datetime

import pytest

from firsthand.records.message import Message
from firsthand.records.post import Post, quick_post
from firsthand.records.quick import quickly
from firsthand.records.signal import Signal, SignalKind, quick_signal


@dataclass(frozen=True, slots=True)
class Pair:
    left: int
    right: str = "r"
    more: list[int] = field(default_factory=list)


def test_the_same_as_made_slowly() -> None:
    make = quickly(Pair)
    assert make(1) == Pair(1)
    assert make(1, more=[2], right="x") == Pair(1, "x", [2])
    at = datetime(2026, 5, 4, tzinfo=UTC)
    assert quick_post(text="a", at=at, id="1") == Post(text="a", at=at, id="1")
    values = {"id": "1", "kind": SignalKind.THANKS, "leader": "l", "at": at, "figures": {}}
    says = Message("Thanks.", "Merci.")()
    assert quick_signal(says=says, **values) == Signal(says=says, **values)


def test_as_frozen() -> None:
    made = quickly(Pair)(1)
    with pytest.raises(FrozenInstanceError):
        made.left = 2  # type: ignore[misc]
    assert replace(made, left=2) == Pair(2)


def test_nothing_is_shared_by_default() -> None:
    make = quickly(Pair)
    make(1).more.append(1)
    assert make(1).more == []


def test_what_is_needed_is_asked_for() -> None:
    with pytest.raises(TypeError):
        quickly(Pair)()
