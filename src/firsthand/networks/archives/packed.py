"""Packages: zip and tar, read in place, with their growth watched."""

import gzip
import io
import tarfile
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from firsthand.networks.archives import messages
from firsthand.networks.archives.record import Skipped
from firsthand.networks.archives.source import (
    BROKEN,
    FREE_GROWTH,
    HEAD,
    MAX_FILES,
    MAX_GROWTH,
    Entry,
    Source,
    climbing,
    is_readable,
)
from firsthand.records.errors import UnreadableArchive

_GZIP = b"\x1f\x8b"
_ENCRYPTED = 0x1


class Zip(Source):
    """A zip file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        try:
            self._zip = ZipFile(path)
        except NotImplementedError as error:
            raise UnreadableArchive(messages.UNKNOWN_PACKING(name=self.name)) from error
        except (*BROKEN, ValueError) as error:
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
            if info.filename in self._infos:
                notes.append(Skipped(info.filename, messages.NAMED_TWICE()))
            self._infos[info.filename] = info
        self.notes = tuple(notes)
        self.entries = tuple(
            Entry(name, self._infos[name].file_size) for name in sorted(self._infos)
        )
        if not self.entries:
            raise UnreadableArchive(messages.EMPTY_FOLDER(name=self.name))

    def _stream(self, entry: Entry) -> BinaryIO:
        info = self._infos[entry.name]
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableArchive(messages.LOCKED(name=self.name))
        refuse_growth(self.name, info.file_size, info.compress_size)
        return cast("BinaryIO", self._zip.open(info))

    def close(self) -> None:
        """Close the package."""
        self._zip.close()


class Tar(Source):
    """A tar file, often gzipped; read from its start each time, as tapes are."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        found: dict[str, Entry] = {}
        names: list[str] = []
        try:
            with self._tape() as tape:
                for member in tape:
                    names.append(member.name)
                    if member.issym() or member.islnk():
                        names.append(member.linkname)
                    if len(names) > MAX_FILES:
                        raise UnreadableArchive(
                            messages.TOO_MANY_FILES(name=self.name, limit=MAX_FILES)
                        )
                    if member.isfile():
                        found[member.name] = Entry(member.name, member.size)
                        if is_readable(member.name) and (stream := tape.extractfile(member)):
                            self._heads[member.name] = stream.read(HEAD)
        except UnreadableArchive:
            raise
        except BROKEN as error:
            raise UnreadableArchive(messages.BROKEN_PACKAGE(name=self.name)) from error
        refuse_names(self.name, names)
        self.entries = tuple(found[name] for name in sorted(found))
        if not self.entries:
            raise UnreadableArchive(messages.EMPTY_FOLDER(name=self.name))

    def _tape(self) -> tarfile.TarFile:
        return tarfile.open(fileobj=unpacked(self._path), mode="r|")

    def _stream(self, entry: Entry) -> BinaryIO:
        tape = self._tape()
        for member in tape:
            if member.name == entry.name and member.isfile():
                stream = tape.extractfile(member)
                if stream is not None:
                    return cast("BinaryIO", stream)
        raise UnreadableArchive(messages.BREAKS_OFF(name=entry.name))


class Gzip(Source):
    """One file, gzipped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self.entries = (Entry(path.name.removesuffix(".gz"), path.stat().st_size),)

    def readable(self) -> list[Entry]:
        """Give the one file."""
        return list(self.entries)

    def _stream(self, entry: Entry) -> BinaryIO:
        return cast("BinaryIO", unpacked(self._path))


class _Growing(io.RawIOBase):
    """What a gzip file unpacks to, refused once it grows out of proportion."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
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
        raise UnreadableArchive(messages.CLIMBS_OUT(name=name, path=path[:80]))


__all__ = ["BadZipFile", "Gzip", "Tar", "Zip", "refuse_growth", "refuse_names", "unpacked"]
