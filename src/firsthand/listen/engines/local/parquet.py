"""Posts from a Parquet file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.listen.engines.local import messages as say
from firsthand.listen.engines.local.chunks import BATCH, Chunk
from firsthand.listen.pipeline import messages as reasons
from firsthand.listen.pipeline.decoding import Line, Skipped, checked
from firsthand.records.errors import BadInput
from firsthand.records.message import Message

_NEEDED = {"text", "repost_of", "repost_of_author"}
_SHOWN = 12
"""Columns named in a message."""


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
        columns = _columns(path, file.schema_arrow.names)
        seen = 0
        for batch in file.iter_batches(batch_size=BATCH, columns=columns):
            seen += batch.num_rows
            if seen > cursor:
                yield batch.to_pylist()[max(0, cursor - seen + batch.num_rows) :]
    except (ArrowException, OSError):
        raise BadInput(say.BAD_PARQUET(path=path)) from None


def _columns(path: Path, names: list[str]) -> list[str]:
    """Give the columns that tell of a post; without a text, it can only be a repost."""
    if not _NEEDED & set(names):
        raise BadInput(say.NO_COLUMN(name=path.name, columns=", ".join(names[:_SHOWN])))
    return [name for name in names if name in Line.__struct_fields__]


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
