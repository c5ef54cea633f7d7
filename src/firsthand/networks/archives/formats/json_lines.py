"""Our own JSON Lines: one post a line, as `firsthand` itself exports them."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.lines import MAX_RECORD, lines
from firsthand.networks.archives.record import Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import Utf8, as_utf8
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import from_line

_LOOKED_AT = 50
"""How many first lines to look at for one that is a post: a few may be broken."""
_ENDINGS = (".jsonl", ".ndjson")


class JsonLines(Reading):
    """One post a line."""

    format = "json-lines"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the post of each line."""
        with self.source.open(entry) as reader:
            for number, line in lines(Utf8(reader)):
                if line is None or line.strip():
                    yield _post(line, f"{entry.name}:{number}")


def recognise(source: Source) -> JsonLines | None:
    """Find files in whose first lines stands an object that could be a post."""
    found = [e for e in source.readable() if _is_lines(e, as_utf8(source.head(e)))]
    return JsonLines(source, found) if found else None


def _is_lines(entry: Entry, head: bytes) -> bool:
    named = entry.base.endswith(_ENDINGS)
    if not head.lstrip().startswith(b"{"):
        return named and b"{" in head
    first = [line for line in islice(head.split(b"\n"), _LOOKED_AT) if line.strip()]
    return named or any(map(_could_be_post, first)) or _is_one_long_line(first)


def _could_be_post(line: bytes) -> bool:
    value = _decoded(line)
    return isinstance(value, dict) and ("text" in value or "repost_of" in value)


def _is_one_long_line(lines: list[bytes]) -> bool:
    """Say whether a line that goes on beyond what was looked at could be a post."""
    (line, *others) = lines
    return not others and _decoded(line) is None and line.startswith(b'{"') and b'"text"' in line


def _decoded(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None


def _post(line: bytes | None, place: str) -> Found:
    if line is None:
        return Skipped(place, messages.TOO_LONG(limit=MAX_RECORD >> 20))
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Skipped(place, _why(error))
    if not isinstance(value, dict):
        return Skipped(place, messages.NOT_A_RECORD())
    try:
        return from_line(value)
    except BadInput as error:
        return Skipped(place, error.said)


def _why(error: orjson.JSONDecodeError) -> Said:
    return messages.NOT_UTF8() if "UTF-8" in str(error) else messages.NOT_JSON()
