"""Taking every post away again, as JSON Lines or as a table, in a stream."""

import csv
import io
from collections.abc import Iterator

import orjson

from firsthand.library.models import StoredPost
from firsthand.people.models import Leader
from firsthand.records.post import to_line

CHUNK = 1_000
COLUMNS = (
    "id", "at", "network", "kind", "author", "lang", "title", "text", "url", "reply_to",
    "reply_to_author", "repost_of", "repost_of_author", "quote_of", "quoted_text", "visibility",
    "links", "media", "metrics",
)  # fmt: skip
# A cell that begins so is a formula to a spreadsheet, and may be somebody else's words.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_lines(leader: Leader) -> Iterator[bytes]:
    """Give every post as a line of JSON, oldest first; `firsthand import` reads it again."""
    for stored in _all(leader):
        yield orjson.dumps(to_line(stored.post)) + b"\n"


def as_table(leader: Leader) -> Iterator[bytes]:
    """Give every post as a line of CSV, after a line of headings, oldest first.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    yield "\ufeff".encode() + _csv(COLUMNS)  # the mark by which Excel knows UTF-8
    for stored in _all(leader):
        line = to_line(stored.post) | {"kind": stored.kind}
        yield _csv([_cell(line.get(name)) for name in COLUMNS])


def _all(leader: Leader) -> Iterator[StoredPost]:
    return leader.posts.order_by("pk").iterator(CHUNK)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return f"'{text}" if text.startswith(FORMULA) else text


def _csv(cells: tuple[str, ...] | list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()
