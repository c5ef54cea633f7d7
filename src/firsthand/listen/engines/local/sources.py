"""Where posts come from: files of lines, standard input, Parquet. Each knows how far it was read."""

import os
import select
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from firsthand.listen.engines.local import messages as say
from firsthand.listen.pipeline import messages as reasons
from firsthand.listen.pipeline.decoding import Line, Skipped, checked, decode
from firsthand.records.errors import BadInput
from firsthand.records.message import Message

BATCH = 4_096
"""Posts in a batch. Larger ones group stories better, smaller ones are sooner heard."""
LONGEST = 4_000_000
"""Bytes of a line; more is skipped without being held."""
PATIENCE = 0.5
"""Seconds that a pipe may be silent before what has come is taken in."""
SILENCE = 15.0
"""Seconds of silence after which a pipe says so, so that time passes all the same."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some posts, what was left out on the way, and how far the source is read after them."""

    lines: list[Line]
    skipped: Counter[Message]
    cursor: int


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a file between two places; the first may go on with an overlong one."""

    start: int
    end: int
    within: bool
    lines: list[bytes] = field(repr=False)

    def decoded(self) -> Chunk:
        """Give the posts of these lines."""
        skipped = Counter[Message]()
        lines = self.lines
        if self.within or max(map(len, lines)) >= LONGEST:
            lines = _short(lines, skipped, within=self.within)
        return Chunk(decode(lines, skipped), skipped, self.end)


class Source(Protocol):
    """Something that gives posts in order, from a place on; a live one as they are written."""

    name: str
    size: int | None
    live: bool

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts after a place."""


def open_source(path: str) -> Source:
    """Give the source of a path; `-` is standard input."""
    if path == "-":
        return Pipe()
    return Parquet(Path(path)) if path.endswith((".parquet", ".pq")) else Lines(Path(path))


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
            yield part.decoded()

    def parts(self, cursor: int) -> Iterator[Part]:
        """Give the lines after so many bytes, not decoded yet."""
        with self.path.open("rb") as source:
            source.seek(cursor)
            within = False
            while lines := _pieces(source):
                start, cursor = cursor, cursor + sum(map(len, lines))
                yield Part(start, cursor, within, lines)
                within = _goes_on(lines[-1])

    def part(self, start: int, end: int, *, within: bool) -> Part:
        """Give the lines of a part that `parts` gave, which may have been in another process."""
        with self.path.open("rb") as source:
            source.seek(start)
            return Part(start, end, within, _pieces(BytesIO(source.read(end - start))))


def _pieces(source: BinaryIO) -> list[bytes]:
    """Give the next lines of a batch; one that is too long comes in pieces."""
    return list(islice(iter(partial(source.readline, LONGEST), b""), BATCH))


def _goes_on(piece: bytes) -> bool:
    """Say whether a piece is one of a line that is too long, and not its last."""
    return len(piece) >= LONGEST and not piece.endswith(b"\n")


def _short(pieces: list[bytes], skipped: Counter[Message], *, within: bool) -> list[bytes]:
    """Give the lines without the pieces of overlong ones, in one of which the first may be."""
    lines: list[bytes] = []
    for piece in pieces:
        ends = piece.endswith(b"\n")
        if not within and (ends or len(piece) < LONGEST):
            lines.append(piece)
            continue
        skipped[reasons.TOO_LONG] += not within
        within = not ends
    return lines


@dataclass(slots=True)
class Pipe:
    """Lines from a pipe, taken in when there are many or when it falls silent.

    The cursor counts lines and is for information: whoever writes to the pipe decides
    where to go on. Posts heard already are known by their id.
    """

    fd: int = 0
    name: str = "-"
    size: int | None = None
    live: bool = True
    _rest: bytes = field(default=b"", repr=False)

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts as they come, and an empty chunk now and then while none does."""
        held: list[bytes] = []
        ended = False
        while not ended:
            if not held and not self._comes(SILENCE):
                yield Chunk([], Counter(), cursor)
                continue
            ended = self._more(held)
            if held and (ended or len(held) >= BATCH or not self._comes(PATIENCE)):
                skipped = Counter[Message]()
                cursor += len(held)
                yield Chunk(decode(held, skipped), skipped, cursor)
                held = []

    def _comes(self, seconds: float) -> bool:
        """Say whether more comes within a time."""
        return bool(select.select([self.fd], [], [], seconds)[0])

    def _more(self, held: list[bytes]) -> bool:
        """Read what is there; say whether the pipe has ended."""
        read = os.read(self.fd, 1 << 18)
        if not read:
            if self._rest:
                held.append(self._rest)
            return True
        *lines, rest = (self._rest + read).split(b"\n")
        held += lines
        # A line without end is cut: it will be no JSON, and be counted as such.
        self._rest = rest if len(rest) < LONGEST else b"{"
        return False


@dataclass(slots=True)
class Parquet:
    """A Parquet file with a column for each field of a post. The cursor counts rows."""

    path: Path
    name: str = ""
    size: int | None = None
    live: bool = False

    def __post_init__(self) -> None:
        self.name = str(self.path.resolve())

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts after so many rows."""
        for rows in _rows(self.path, cursor):
            skipped = Counter[Message]()
            cursor += len(rows)
            yield Chunk([line for row in rows if (line := _row(row, skipped))], skipped, cursor)


def _rows(path: Path, cursor: int) -> Iterator[list[dict[str, Any]]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise BadInput(say.NO_PARQUET()) from None
    try:
        file = parquet.ParquetFile(path)
        columns = [name for name in file.schema_arrow.names if name in Line.__struct_fields__]
        seen = 0
        for batch in file.iter_batches(batch_size=BATCH, columns=columns):
            seen += batch.num_rows
            if seen > cursor:
                yield batch.to_pylist()[max(0, cursor - seen + batch.num_rows) :]
    except (ArrowException, OSError):
        raise BadInput(say.BAD_PARQUET(path=path)) from None


def _row(row: dict[str, Any], skipped: Counter[Message]) -> Line | None:
    row = {key: _plain(value) for key, value in row.items() if value is not None}
    if not isinstance(row.get("text", ""), str):
        skipped[reasons.WRONG_KIND] += 1
        return None
    try:
        return checked(Line(**row))
    except Skipped as skip:
        skipped[skip.reason] += 1
        return None


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
