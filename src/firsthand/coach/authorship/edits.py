"""Edits as an editor sends them: what was taken out, what was put in, and how."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from firsthand.coach.authorship import messages
from firsthand.records.errors import BadInput

MAX_EDITS = 2_000
MAX_PUT = 100_000


class How(StrEnum):
    """What a hand did; where a pasted text comes from is found out, not believed."""

    TYPED = "typed"
    DICTATED = "dictated"
    PASTED = "pasted"  # or dropped
    RESTORED = "restored"  # undone or redone


@dataclass(frozen=True, slots=True)
class Edit:
    """Take `out` away at a place, counted in characters, and put `put` there."""

    at: int
    out: str
    put: str
    how: How


@dataclass(frozen=True, slots=True)
class Batch:
    """Edits of one open editor, in their order.

    `client` names the open editor, `first` is the number of its first edit here,
    counted from 1; `base` is the version of the draft that its writer had seen.
    """

    client: str
    first: int
    base: int
    edits: tuple[Edit, ...]


def read(sent: object) -> Batch:
    """Read a batch that an editor sent, as parsed JSON.

    Raises:
        BadInput: it is not one; nothing of it may be used.
    """
    try:
        return _batch(sent)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(messages.NOT_AN_EDIT()) from error


def _batch(sent: Any) -> Batch:
    client, edits = sent["client"], sent["edits"]
    if not isinstance(client, str) or not 0 < len(client) <= 64 or not isinstance(edits, list):
        raise ValueError(client)
    if len(edits) > MAX_EDITS:
        raise ValueError(len(edits))
    numbers = _number(sent["first"], 1), _number(sent["base"], 0)
    return Batch(client, *numbers, tuple(_edit(edit) for edit in edits))


def _edit(sent: Mapping[str, Any]) -> Edit:
    return Edit(_number(sent["at"], 0), _text(sent["out"]), _text(sent["put"]), How(sent["how"]))


def _number(value: object, least: int) -> int:
    if type(value) is not int or not least <= value < 2**53:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_PUT or "\0" in value:
        raise ValueError(value)
    value.encode()  # half of a surrogate pair is no character
    return value
