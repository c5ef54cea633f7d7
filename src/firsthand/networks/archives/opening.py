"""From paths to sources: what is a folder, what is a package, what stands alone."""

import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import is_zipfile

from firsthand.networks.archives import messages
from firsthand.networks.archives.names import shown
from firsthand.networks.archives.packed import Gzip, Tar, Zip, unpacked
from firsthand.networks.archives.source import BROKEN, Folder, LooseFiles, Source
from firsthand.records.errors import UnreadableArchive

_TAR_MAGIC_AT = 257


def open_sources(paths: Sequence[Path]) -> list[Source]:
    """Open each folder and package; what stands alone goes together into one source.

    Raises:
        UnreadableArchive: one of them is missing, empty, forbidden or broken.
    """
    sources: list[Source] = []
    loose: dict[str, Path] = {}
    for path in paths:
        make = _container(path)
        if make is None:
            name = shown(path.name)
            loose[name if name not in loose else shown(path)] = path
        else:
            sources.append(make(path))
    if loose:
        sources.append(LooseFiles(next(iter(loose)), loose))
    return sources


def _container(path: Path) -> Callable[[Path], Source] | None:
    try:
        if path.is_dir():
            return Folder
        if not path.exists():
            raise UnreadableArchive(messages.MISSING(name=shown(path)))
        if not path.is_file():
            raise UnreadableArchive(
                messages.UNKNOWN_KIND(name=shown(path.name), what=messages.A_BINARY)
            )
        if not path.stat().st_size:
            raise UnreadableArchive(messages.EMPTY_FILE(name=shown(path.name)))
        return _package(path)
    except PermissionError as error:
        raise UnreadableArchive(messages.NOT_PERMITTED(name=shown(path.name))) from error
    except OSError as error:
        raise UnreadableArchive(
            messages.CANNOT_OPEN(name=shown(path.name), why=error.strerror)
        ) from error


def _package(path: Path) -> Callable[[Path], Source] | None:
    with path.open("rb") as stream:
        magic = stream.read(4)
    if magic[:4] in (b"PK\x03\x04", b"PK\x05\x06") or (
        path.suffix.lower() == ".zip" and is_zipfile(path)
    ):
        return Zip
    gzipped = magic[:2] == b"\x1f\x8b"
    try:
        with unpacked(path) as stream:
            block = stream.read(tarfile.BLOCKSIZE)
    except BROKEN as error:
        raise UnreadableArchive(messages.BROKEN_PACKAGE(name=shown(path.name))) from error
    if block[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == b"ustar":
        return Tar
    return Gzip if gzipped else None
