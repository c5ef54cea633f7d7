"""What every source gives: posts in chunks, and how far it is read after each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from firsthand.listen.pipeline.decoding import Line
from firsthand.records.message import Message

BATCH = 4_096
"""Posts in a chunk of a pipe or a table. More group stories better, fewer are sooner heard."""
LONGEST = 4_000_000
"""Bytes of a line; more is skipped without being held."""

MARK = b"\xef\xbb\xbf"
"""The byte order mark that some programs write before the first line."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some posts, what was left out on the way, and how far the source is read after them."""

    lines: list[Line]
    skipped: Counter[Message]
    cursor: int


class Source(Protocol):
    """Something that gives posts in order, from a place on; a live one as they are written."""

    name: str
    size: int | None
    live: bool

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts after a place."""
