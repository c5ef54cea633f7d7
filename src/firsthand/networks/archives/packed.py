"""Packages: zip and tar, read in place, with their growth watched."""

import gzip
import io
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from firsthand.networks.archives import messages
from firsthand.networks.archives.names import climbing, is_readable, shown
from firsthand.networks.archives.record import Skipped
from firsthand.networks.archives.source import (
    BROKEN,
    FREE_GROWTH,
    HEAD,
    MAX_FILES,
    MAX_GROWTH,
    MAX_LISTS,
    Entry,
    Source,
)
from firsthand.records.errors import UnreadableArchive

_GZIP = b"\x1f\x8b"
_ENCRYPTED = 0x1
MAX_DIRECTORY = 32 << 20
"""How long the list of a zip's files may be, in bytes, which is read before it can be counted."""
_TAIL = 66_000


class Zip(Source):
    """A zip file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        try:
            refuse_directory(path)
            self._zip = ZipFile(path)
        except NotImplementedError as error:
            raise UnreadableArchive(messages.UNKNOWN_PACKING(name=self.name)) from error
        except (*BROKEN, ValueError, OverflowError) as error:
            raise UnreadableArchive(messages.BROKEN_PACKAGE(name=self.name)) from error
        try:
            self._list(path.stat().st_size)
        except UnreadableArchive:
            self.close()
            raise

    def _list(self, packed_size: int) -> None:
        files = [info for info in self._zip.infolist() if not info.is_dir()]
        refuse_names(self.name, [info.filename for info in self._zip.infolist()])
        refuse_growth(self.name, sum(info.file_size for info in files), packed_size)
        self._infos: dict[str, ZipInfo] = {}
        notes: list[Skipped] = []
        for info in files:
            name = shown(info.filename)
            if name in self._infos:
                notes.append(Skipped(name, messages.NAMED_TWICE()))
            self._infos[name] = info
        self.notes = tuple(notes)
        self.entries = tuple(
            Entry(name, self._infos[name].file_size) for name in sorted(self._infos)
        )
        if not self.entries:
            raise UnreadableArchive(messages.EMPTY_PACKAGE(name=self.name))

    def _stream(self, entry: Entry) -> BinaryIO:
        info = self._infos[entry.name]
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableArchive(messages.LOCKED(name=self.name))
        refuse_growth(self.name, info.file_size, info.compress_size)
        return cast("BinaryIO", self._zip.open(info))

    def close(self) -> None:
        """Close the package."""
        self._zip.close()


def refuse_directory(path: Path) -> None:
    """Refuse a zip that lists more files than may be held.

    Raises:
        UnreadableArchive: it does.
    """
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _TAIL))
        tail = stream.read()
        end = tail.rfind(b"PK\x05\x06")
        size = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
        if end >= 20 and tail[end - 20 : end - 16] == b"PK\x06\x07":
            stream.seek(int.from_bytes(tail[end - 12 : end - 4], "little"))
            size = int.from_bytes(stream.read(56)[40:48], "little")
    if size > MAX_DIRECTORY:
        raise UnreadableArchive(messages.TOO_MANY_FILES(name=shown(path.name), limit=MAX_FILES))


@dataclass(frozen=True, slots=True)
class _Listed:
    """What a tape says of one of its members; `size` is None for what is no file."""

    name: str
    link: str
    size: int | None


class Tar(Source):
    """A tar file, often gzipped; read from its start each time, as tapes are."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        try:
            members = self._list()
        except UnreadableArchive:
            raise
        except BROKEN as error:
            raise UnreadableArchive(messages.BROKEN_PACKAGE(name=self.name)) from error
        refuse_names(self.name, [name for m in members for name in (m.name, m.link) if name])
        files = [(m.name, at, m.size) for at, m in enumerate(members) if m.size is not None]
        self._places = {name: at for name, at, _ in files}
        self.notes = tuple(
            Skipped(name, messages.NAMED_TWICE())
            for name, at, _ in files
            if self._places[name] != at
        )
        sizes = {name: size for name, _, size in files}
        self.entries = tuple(Entry(name, sizes[name]) for name in sorted(sizes))
        if not self.entries:
            raise UnreadableArchive(messages.EMPTY_PACKAGE(name=self.name))

    def _list(self) -> list[_Listed]:
        """List the members, keeping the first bytes of files as they pass."""
        members: list[_Listed] = []
        lists = 0
        with unpacked(self._path) as plain, tarfile.open(fileobj=plain, mode="r|") as tape:
            for member in _wound(tape):
                size = member.size if member.isfile() else None
                name = shown(member.name)
                members.append(_Listed(name, member.linkname, size))
                if len(members) > MAX_FILES or lists > MAX_LISTS:
                    break
                if size is not None and is_readable(name):
                    stream = tape.extractfile(member)
                    self._keep(name, stream.read(HEAD) if stream else b"")
                    lists += 1
        return members

    def _stream(self, entry: Entry) -> BinaryIO:
        with ExitStack() as stack:
            plain = stack.enter_context(unpacked(self._path))
            tape = stack.enter_context(tarfile.open(fileobj=plain, mode="r|"))
            for at, member in enumerate(_wound(tape)):
                if at == self._places[entry.name] and (stream := tape.extractfile(member)):
                    return cast("BinaryIO", _Member(stream, stack.pop_all()))
        raise UnreadableArchive(messages.BREAKS_OFF(name=entry.name))


def _wound(tape: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Give the members of a tape without keeping them."""
    while (member := tape.next()) is not None:
        tape.members.clear()  # type: ignore[attr-defined]
        yield member


class _Member(io.RawIOBase):
    """One file on a tape, which is put away with it."""

    def __init__(self, stream: IO[bytes], tape: ExitStack) -> None:
        self._stream = stream
        self._tape = tape

    def read(self, size: int = -1, /) -> bytes:
        return self._stream.read(size)

    def close(self) -> None:
        self._stream.close()
        self._tape.close()
        super().close()


class Gzip(Source):
    """One file, gzipped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self.entries = (Entry(self.name.removesuffix(".gz"), path.stat().st_size),)

    def _may_be_list(self, entry: Entry) -> bool:
        return True

    def _stream(self, entry: Entry) -> BinaryIO:
        return unpacked(self._path)


class _Growing(io.RawIOBase):
    """What a gzip file unpacks to, refused once it grows out of proportion."""

    def __init__(self, path: Path) -> None:
        self._name = shown(path.name)
        self._packed = path.open("rb")
        self._plain = gzip.GzipFile(fileobj=self._packed)
        self._size = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._plain.read(size)
        self._size += len(data)
        refuse_growth(self._name, self._size, self._packed.tell())
        return data

    def close(self) -> None:
        self._plain.close()
        self._packed.close()
        super().close()


def unpacked(path: Path) -> BinaryIO:
    """Open a file that may be gzipped."""
    stream = path.open("rb")
    magic = stream.read(2)
    if magic == _GZIP:
        stream.close()
        return cast("BinaryIO", _Growing(path))
    stream.seek(0)
    return stream


def refuse_growth(name: str, size: int, packed_size: int) -> None:
    """Refuse what unpacks to more than any honest export; sizes in bytes.

    Raises:
        UnreadableArchive: it is a bomb.
    """
    if size > FREE_GROWTH and size > MAX_GROWTH * packed_size:
        raise UnreadableArchive(messages.BOMB(name=name, times=MAX_GROWTH))


def refuse_names(name: str, names: list[str]) -> None:
    """Refuse a package with too many files, or with one that leads out of it.

    Raises:
        UnreadableArchive: it does.
    """
    if len(names) > MAX_FILES:
        raise UnreadableArchive(messages.TOO_MANY_FILES(name=name, limit=MAX_FILES))
    if path := climbing(names):
        raise UnreadableArchive(messages.CLIMBS_OUT(name=name, path=shown(path[:80])))
