"""What a worker does: decode the lines of its files, and keep those that some query wants."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import msgspec
import pyarrow as pa

from firsthand.listen.engines.local.chunks import LONGEST, MARK
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.decoding import Line, decode
from firsthand.listen.pipeline.matching import matched
from firsthand.records.message import Message
from firsthand.records.query import Query

FOUND = pa.schema(
    [
        ("file", pa.string()),
        ("place", pa.int64()),  # of the line in its file: bytes before it, or rows of a table
        ("line", pa.binary()),  # None in the row that only counts
        ("queries", pa.list_(pa.int32())),
        ("read", pa.int64()),
        ("skipped", pa.string()),  # JSON: [English, French, count] each
    ]
)
DDL = "file string, place bigint, line binary, queries array<int>, read bigint, skipped string"
Row = tuple[str, int | None, bytes | None, list[int], int, str]


class Scan:
    """Scans Arrow batches of `(value: binary, file: string)`, the lines of a file in their order.

    `rows`: the lines are rows of a table, and are counted.
    """

    def __init__(self, queries: Sequence[Query], *, rows: bool = False) -> None:
        self._queries, self._rows = tuple(queries), rows

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Give what some query wants, and for each batch a row that counts what was read."""
        matcher = _matcher(self._queries)
        places: Counter[str] = Counter()
        for batch in batches:
            rows: list[Row] = []
            lines = batch.column(0).to_pylist()
            files = batch.column(1).to_pylist()
            for file in dict.fromkeys(files):
                own = [line for line, of in zip(lines, files, strict=True) if of == file]
                rows += _scanned(matcher, file, own, self._placed(file, own, places))
            yield _columns(rows)

    def _placed(self, file: str, lines: Sequence[bytes], places: Counter[str]) -> list[int]:
        """Give the place of each line, and note where the next one will be."""
        sizes = [1 if self._rows else len(line) + 1 for line in lines]
        *found, places[file] = accumulate(sizes, initial=places[file])
        return found


def _scanned(
    matcher: Matcher, file: str, lines: list[bytes], places: Sequence[int]
) -> Iterator[Row]:
    skipped: Counter[Message] = Counter()
    posts: list[Line] = []
    told: list[tuple[int, bytes]] = []
    for place, line in zip(places, lines, strict=True):
        if len(line) >= LONGEST:
            skipped[say.TOO_LONG] += 1
            continue
        bare = line if place else line.removeprefix(MARK)
        read = decode([bare], skipped)
        posts += read
        told += [(place, bare)] * len(read)
    for at, queries in matched(matcher, posts):
        place, line = told[at]
        yield file, place, line, queries, 0, "[]"
    yield file, None, None, [], len(posts), _written(skipped)


def _written(skipped: Counter[Message]) -> str:
    told = [[reason.en, reason.fr, count] for reason, count in skipped.items()]
    return msgspec.json.encode(told).decode()


def _columns(rows: list[Row]) -> pa.RecordBatch:
    columns = zip(zip(*rows, strict=True), FOUND, strict=True)
    return pa.RecordBatch.from_arrays([pa.array(c, f.type) for c, f in columns], schema=FOUND)


@lru_cache(maxsize=2)
def _matcher(queries: tuple[Query, ...]) -> Matcher:
    return Matcher.of(list(queries))


def counted(skipped: str) -> dict[Message, int]:
    """Read what a row says was skipped."""
    told: list[Any] = msgspec.json.decode(skipped)
    return {Message(en, fr): count for en, fr, count in told}
