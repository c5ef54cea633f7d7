"""Where posts come from, by its path."""

from pathlib import Path

from firsthand.listen.engines.local import messages as say
from firsthand.listen.engines.local.chunks import Source
from firsthand.listen.engines.local.files import Lines
from firsthand.listen.engines.local.parquet import Parquet
from firsthand.listen.engines.local.pipe import Pipe
from firsthand.records.errors import BadInput

_COMPRESSED = {
    b"\x1f\x8b": "zcat",
    b"PK\x03\x04": "unzip -p",
    b"(\xb5/\xfd": "zstdcat",
    b"BZh": "bzcat",
    b"\xfd7zXZ\x00": "xzcat",
}
"""How compressed files begin, and the program that gives what is in them."""
_LONGEST_SIGN = max(map(len, _COMPRESSED))


def open_source(path: str) -> Source:
    """Give the source of a path; `-` is standard input.

    Raises:
        BadInput: the file is compressed.
    """
    if path == "-":
        return Pipe()
    if path.endswith((".parquet", ".pq")):
        return Parquet(Path(path))
    _refuse_compressed(Path(path))
    return Lines(Path(path))


def _refuse_compressed(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_LONGEST_SIGN)
    for sign, program in _COMPRESSED.items():
        if head.startswith(sign):
            raise BadInput(say.COMPRESSED(name=path.name, program=program, path=path))
