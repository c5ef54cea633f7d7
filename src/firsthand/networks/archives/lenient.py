"""A second, more patient reading of a JSON value that the strict one refused."""

import json
import re
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from firsthand.networks.archives import messages
from firsthand.records.message import Said

T = TypeVar("T")

_STEP = re.compile(r"\.([^.`\[\]]+)|\[(\d+|\.{3})\]")
_MOST_MENDED = 50
"""How many odd parts of one value to pass over before giving the whole value up."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that could not be read, and why."""

    reason: Said


def read_leniently(data: bytes, kind: type[T]) -> T | Unread:
    """Read a value despite bad UTF-8, halves of characters, bare controls, parts of odd shape.

    What cannot be told becomes U+FFFD; what is not finite or not of its kind
    becomes unknown. So one odd figure does not cost the post that bears it.
    """
    try:
        text = data.decode("utf-8", "replace")
        value = json.loads(text, strict=False, parse_constant=lambda _: None)
        clean = _whole_characters(json.dumps(value, ensure_ascii=False))
        return fitted(msgspec.json.decode(clean), kind)
    except RecursionError:
        return Unread(messages.TOO_DEEP())
    except ValueError:
        return Unread(messages.NOT_JSON())


def fitted(value: Any, kind: type[T]) -> T | Unread:
    """Take a decoded value, which may be changed, for a record; its odd parts become unknown."""
    for _ in range(_MOST_MENDED):
        try:
            return msgspec.convert(value, kind, strict=False)
        except msgspec.ValidationError as error:
            if not _mended(value, str(error)):
                break
    return Unread(messages.NOT_A_RECORD())


def _mended(value: Any, told: str) -> bool:
    """Forget the part that an error points at; make it text where it is but a number.

    >>> post = {"id": 7, "urls": [{"url": 5}]}
    >>> _mended(post, "Expected `str`, got `int` - at `$.id`"), post["id"]
    (True, '7')
    """
    steps = [
        key or int(at) for key, at in _STEP.findall(told.partition(" at `$")[2]) if at != "..."
    ]
    if not steps:
        return False
    *way, last = steps
    for step in way:
        value = value[step]
    if told.startswith("Expected `str") and type(value[last]) is int:
        value[last] = str(value[last])
    elif isinstance(value, list):
        del value[last]
    else:
        value[last] = None
    return True


def _whole_characters(text: str) -> str:
    """Join halves of characters, and put U+FFFD for those that stand alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
