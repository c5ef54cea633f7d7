"""Where posts come from, by its path."""

from pathlib import Path

from firsthand.listen.engines.local.chunks import Source
from firsthand.listen.engines.local.files import Lines
from firsthand.listen.engines.local.parquet import Parquet
from firsthand.listen.engines.local.pipe import Pipe


def open_source(path: str) -> Source:
    """Give the source of a path; `-` is standard input."""
    if path == "-":
        return Pipe()
    return Parquet(Path(path)) if path.endswith((".parquet", ".pq")) else Lines(Path(path))
