"""Where an archive's files lie: loose, in a folder or in a package, behind one guarded door.

Nothing is ever unpacked to disk. A path that leads out, a package that grows
out of all proportion, a file that breaks off: each ends as one clear sentence.
"""

import os
import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tarfile import TarError
from types import TracebackType
from typing import BinaryIO, Self
from zipfile import BadZipFile

from firsthand.networks.archives import messages
from firsthand.networks.archives.names import is_readable, shown
from firsthand.networks.archives.record import Skipped
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import Said

CHUNK = 1 << 20
HEAD = 1 << 16
MAX_FILES = 250_000
LARGE = 16 << 20
MAX_LISTS = 20_000
"""No export has more files that could be lists of posts."""
MAX_HEADS = 64 << 20
"""How much of the first bytes of files is held, before only the very first of each are."""
SHORT_HEAD = 1 << 12
MAX_GROWTH = 250
"""Real exports unpack to 5–60 times their size; a bomb to 1,000 and more."""
FREE_GROWTH = 64 << 20
"""What may be unpacked, in bytes, before its growth is looked at."""

BROKEN = (BadZipFile, TarError, EOFError, zlib.error, OSError)
_OF_ONE_FILE = (messages.BREAKS_OFF, messages.NOT_PERMITTED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a source: its name within it and its size in bytes."""

    name: str
    size: int

    @property
    def base(self) -> str:
        """Give the last part of the name, in lower case."""
        return self.name.rpartition("/")[2].lower()


class Reader:
    """A file being read: counts what passes and says clearly when it breaks off."""

    def __init__(self, raw: BinaryIO, name: str, source: "Source") -> None:
        self.name = name
        self._raw = raw
        self._source = source

    def read(self, size: int = CHUNK) -> bytes:
        """Give the next bytes, at most `size` of them, and none at the end."""
        try:
            data = self._raw.read(size)
        except UnreadableArchive:
            raise
        except BROKEN as error:
            raise UnreadableArchive(messages.BREAKS_OFF(name=self.name)) from error
        self._source.consumed += len(data)
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._raw.close()


class Source(ABC):
    """Some files that belong together.

    `entries` are in the order of their names; `notes` tell what of the source
    itself was left aside; `consumed` counts the bytes read so far.
    """

    what = messages.A_PACKAGE

    def __init__(self, name: str) -> None:
        self.name = shown(name)
        self.entries: tuple[Entry, ...] = ()
        self.notes: tuple[Skipped, ...] = ()
        self.consumed = 0
        self._heads: dict[str, bytes] = {}
        self._held = 0

    @abstractmethod
    def _stream(self, entry: Entry) -> BinaryIO:
        """Give the raw bytes of one entry."""

    def open(self, entry: Entry) -> Reader:
        """Open one entry.

        Raises:
            UnreadableArchive: it is locked, may not be read, or is broken.
        """
        try:
            return Reader(self._stream(entry), entry.name, self)
        except UnreadableArchive:
            raise
        except PermissionError as error:
            raise UnreadableArchive(messages.NOT_PERMITTED(name=entry.name)) from error
        except NotImplementedError as error:
            raise UnreadableArchive(messages.UNKNOWN_PACKING(name=self.name)) from error
        except BROKEN as error:
            raise UnreadableArchive(messages.BREAKS_OFF(name=entry.name)) from error

    def whole(self, entry: Entry) -> bytes | mmap:
        """Give all bytes of an entry, for a format that no stream can be read of.

        Raises:
            UnreadableArchive: as for `open`.
        """
        with self.open(entry) as reader:
            return b"".join(iter(reader.read, b""))

    def head(self, entry: Entry) -> bytes:
        """Give the first bytes of an entry, at most `HEAD`, without counting them as read.

        A file among others that cannot be read has none; `notes` then tells why.
        """
        if entry.name not in self._heads:
            before = self.consumed
            self._keep(entry.name, self._first_bytes(entry))
            self.consumed = before
        return self._heads[entry.name]

    def _first_bytes(self, entry: Entry) -> bytes:
        try:
            with self.open(entry) as reader:
                return reader.read(HEAD)
        except UnreadableArchive as error:
            if error.said.message not in _OF_ONE_FILE or len(self.entries) == 1:
                raise
            self.notes += (Skipped(entry.name, error.said),)
            return b""

    def _keep(self, name: str, head: bytes) -> None:
        """Hold the first bytes of a file; fewer, once many are held."""
        kept = head if self._held < MAX_HEADS else head[:SHORT_HEAD]
        self._heads[name] = kept
        self._held += len(kept)

    @property
    def unseen(self) -> Said | None:
        """Say why a file of the source could not be looked at, if there is one."""
        reasons = (note.reason for note in self.notes)
        return next((said for said in reasons if said.message in _OF_ONE_FILE), None)

    def readable(self) -> list[Entry]:
        """List the entries whose names could be those of an export's own lists.

        Raises:
            UnreadableArchive: there are more than any export has.
        """
        found = [entry for entry in self.entries if self._may_be_list(entry)]
        if len(found) > MAX_LISTS:
            raise UnreadableArchive(messages.TOO_MANY_FILES(name=self.name, limit=MAX_LISTS))
        return found

    def _may_be_list(self, entry: Entry) -> bool:
        return is_readable(entry.name)

    def close(self) -> None:  # noqa: B027
        """Let go of what was opened: nothing, unless a kind of source says so."""


class Files(Source):
    """Loose files, or those of a folder."""

    what = messages.A_BINARY

    def __init__(self, name: str, paths: dict[str, Path]) -> None:
        super().__init__(name)
        self._paths = paths
        try:
            self.entries = tuple(
                Entry(inner, path.stat().st_size) for inner, path in sorted(paths.items())
            )
        except OSError as error:
            raise UnreadableArchive(
                messages.CANNOT_OPEN(name=self.name, why=error.strerror)
            ) from error

    def _stream(self, entry: Entry) -> BinaryIO:
        return self._paths[entry.name].open("rb", buffering=0)

    def whole(self, entry: Entry) -> bytes | mmap:
        """Give all bytes of a file; a large one stays on the disk, and is read where needed."""
        if entry.size < LARGE:
            return super().whole(entry)
        with self._paths[entry.name].open("rb") as stream:
            mapped = mmap(stream.fileno(), 0, access=ACCESS_READ)
        self.consumed += entry.size
        return mapped


class LooseFiles(Files):
    """Files named one by one: each may be a list, whatever its name."""

    def _may_be_list(self, entry: Entry) -> bool:
        return True


class Folder(Files):
    """A folder and all below it; links that lead out of it are not followed."""

    what = messages.A_FOLDER

    def __init__(self, root: Path) -> None:
        inside: dict[str, Path] = {}
        home = os.path.realpath(root)
        closed: list[OSError] = []
        for place, folders, names in os.walk(root, onerror=closed.append):
            folders.sort()
            for name in names:
                path = Path(place, name)
                if _is_inside(path, home):
                    inside[shown(path.relative_to(root).as_posix())] = path
            if len(inside) > MAX_FILES:
                raise UnreadableArchive(
                    messages.TOO_MANY_FILES(name=shown(root.name), limit=MAX_FILES)
                )
        if not inside:
            raise UnreadableArchive(_empty(root, closed))
        super().__init__(root.name or str(root), inside)
        self.notes = tuple(
            Skipped(name, messages.NOT_PERMITTED(name=name))
            for name in (shown(os.path.relpath(error.filename, root)) for error in closed)
        )


def _empty(root: Path, closed: list[OSError]) -> Said:
    if closed:
        return messages.NOT_PERMITTED(name=shown(Path(closed[0].filename).name))
    return messages.EMPTY_FOLDER(name=shown(root.name or root))


def _is_inside(path: Path, home: str) -> bool:
    """Say whether a name in a folder stands for a file that lies there too."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
        return False
    return path.is_file()
