"""Posts from a file of lines of JSON, in parts that any process can read by itself.

A part holds the lines that begin in one stretch of `SIZE` bytes: where it ends is known
without reading it, and is the same whoever reads, from wherever on.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from firsthand.listen.engines.local.chunks import LONGEST, MARK, Chunk
from firsthand.listen.pipeline import messages as reasons
from firsthand.listen.pipeline.decoding import Line, decode, decode_at_once
from firsthand.records.message import Message

SIZE = 1 << 22
"""Bytes in which the lines of a part begin: thousands of posts, of which a few hundred matter."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a file from one place to another; `cut` where one began that was too long."""

    path: str
    start: int
    stop: int
    end: int
    cut: bool = False

    def read(self) -> Chunk:
        """Give the posts of these lines."""
        with Path(self.path).open("rb") as file:
            file.seek(self.start)
            content = file.read(self.stop - self.start)
        if self.start == 0:
            content = content.removeprefix(MARK)
        skipped = Counter[Message]()
        if self.cut:
            skipped[reasons.TOO_LONG] = 1
        return Chunk(_decoded(content, skipped), skipped, self.end)


def _decoded(content: bytes, skipped: Counter[Message]) -> list[Line]:
    """Give the posts of some lines, together if they can be read so, else one by one."""
    if _all_fit(content) and (found := decode_at_once(content, skipped)) is not None:
        return found
    lines = content.split(b"\n")
    fit = [line for line in lines if len(line) < LONGEST]
    if too_long := len(lines) - len(fit):
        skipped[reasons.TOO_LONG] += too_long
    return decode(fit, skipped)


def _all_fit(content: bytes) -> bool:
    """Say whether no line is too long."""
    at = 0
    while len(content) - at >= LONGEST:
        end = content.rfind(b"\n", at, at + LONGEST)
        if end < 0:
            return False
        at = end + 1
    return True


@dataclass(slots=True)
class Lines:
    """A file of lines of JSON, ours or Jetstream's. The cursor counts bytes."""

    path: Path
    name: str = ""
    size: int | None = None
    live: bool = False

    def __post_init__(self) -> None:
        self.name = str(self.path.resolve())
        self.size = self.path.stat().st_size

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts after so many bytes."""
        for part in self.parts(cursor):
            yield part.read()

    def parts(self, cursor: int) -> Iterator[Part]:
        """Give the parts after so many bytes, not read yet."""
        with self.path.open("rb") as file:
            while (part := _part(file, str(self.path), cursor)).end > cursor:
                yield part
                cursor = part.end


def _part(file: BinaryIO, path: str, start: int) -> Part:
    """Give the lines that begin between a place and the end of its stretch."""
    limit = (start // SIZE + 1) * SIZE
    file.seek(limit - 1)
    last = file.readline(LONGEST)
    if len(last) < LONGEST or last.endswith(b"\n"):
        end = file.tell() if last else file.seek(0, 2)
        return Part(path, start, end, end)
    # The line that goes on here is too long: what begins before it is the part.
    file.seek(start)
    stop = start + file.read(limit - start).rfind(b"\n") + 1
    file.seek(limit)
    while (more := file.readline(LONGEST)) and not more.endswith(b"\n"):
        pass
    return Part(path, start, stop, file.tell(), cut=True)
