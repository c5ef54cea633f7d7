"""A second, more patient reading of a JSON value that the strict one refused."""

import json
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from firsthand.networks.archives import messages
from firsthand.records.message import Said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that could not be read, and why."""

    reason: Said


def read_leniently(data: bytes, kind: type[T]) -> T | Unread:
    """Read a value despite bad UTF-8, halves of characters, bare controls, numbers as text.

    What cannot be told becomes U+FFFD; what was not finite becomes null.
    """
    try:
        text = data.decode("utf-8", "replace")
        value = json.loads(text, strict=False, parse_constant=lambda _: None)
        clean = _whole_characters(json.dumps(value, ensure_ascii=False))
        return msgspec.json.decode(clean, type=kind, strict=False)
    except RecursionError:
        return Unread(messages.TOO_DEEP())
    except msgspec.ValidationError:
        return Unread(messages.NOT_A_RECORD())
    except ValueError:
        return Unread(messages.NOT_JSON())


def _whole_characters(text: str) -> str:
    """Join halves of characters, and put U+FFFD for those that stand alone."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
