"""Our own JSON Lines: one post a line, as `firsthand` itself exports them."""

from collections.abc import Iterator
from typing import Any

import orjson

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.lines import MAX_RECORD, lines
from firsthand.networks.archives.record import Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import from_line


class JsonLines(Reading):
    """One post a line."""

    format = "json-lines"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the post of each line."""
        with self.source.open(entry) as reader:
            for number, line in lines(reader):
                if line is None or line.strip():
                    yield _post(line, f"{entry.name}:{number}")


def recognise(source: Source) -> JsonLines | None:
    """Find files whose first line is an object that could be a post."""
    found = [entry for entry in source.readable() if _is_lines(source.head(entry))]
    return JsonLines(source, found) if found else None


def _is_lines(head: bytes) -> bool:
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    value = _decoded(line)
    if isinstance(value, dict):
        return "text" in value or "repost_of" in value
    return not end and line.startswith(b'{"') and b'"text"' in line


def _decoded(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None


def _post(line: bytes | None, place: str) -> Found:
    if line is None:
        return Skipped(place, messages.TOO_LONG(limit=MAX_RECORD >> 20))
    try:
        value = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
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
