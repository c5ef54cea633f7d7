"""Open what a network gave a person of their own past, whatever its format."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Reading, recognise
from firsthand.networks.archives.kinds import kind_of
from firsthand.networks.archives.opening import open_sources
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Source
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Post


class Archive:
    """Posts of the past, to be iterated once or several times, in a stream.

    `format` and `network` name what was found (several joined by “, ” when
    the archive holds several); `owner` says whose it is, when the archive does.
    """

    def __init__(self, readings: Sequence[Reading], sources: Sequence[Source]) -> None:
        _share_owner(readings)
        self._readings = readings
        self._sources = sources
        self._total = sum(entry.size for reading in readings for entry in reading.entries)
        self.format = _joined([reading.format for reading in readings])
        self.network = _joined([reading.network for reading in readings])
        self.owner: Owner | None = next(
            (reading.owner for reading in readings if reading.owner is not None), None
        )

    @property
    def progress(self) -> float | None:
        """Give the share of the bytes read so far, from 0 to 1; None when unknown."""
        if not self._total:
            return None
        return min(1.0, sum(source.consumed for source in self._sources) / self._total)

    def __iter__(self) -> Iterator[Post | Skipped]:
        """Give the posts, and what had to be skipped, as they are read.

        Raises:
            UnreadableArchive: nothing at all could be read.
        """
        posts = 0
        broken: UnreadableArchive | None = None
        for source in self._sources:
            source.consumed = 0
            yield from source.notes
        for reading in self._readings:
            yield from reading.begin()
            for entry in reading.entries:
                try:
                    for found in reading.read(entry):
                        posts += isinstance(found, Post)
                        yield found
                except UnreadableArchive as error:
                    broken = broken or error
                    yield Skipped(entry.name, error.said)
            yield from reading.rest()
        if broken is not None and not posts:
            raise broken

    def close(self) -> None:
        """Let go of the files."""
        for source in self._sources:
            source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(paths: Sequence[Path]) -> Archive:
    """Find out what some files, folders or packages are, and prepare to read them.

    Loose files belong together (`tweets.js` beside its `account.js`); each
    folder and each package stands for itself.

    Raises:
        UnreadableArchive: one of them cannot be opened, or is no known export.
    """
    if not paths:
        raise UnreadableArchive(messages.NOTHING_GIVEN())
    sources = open_sources(paths)
    try:
        return Archive([found for source in sources for found in _found_in(source)], sources)
    except UnreadableArchive:
        for source in sources:
            source.close()
        raise


def _found_in(source: Source) -> list[Reading]:
    if found := recognise(source):
        return found
    unknown = messages.UNKNOWN_KIND(name=source.name, what=kind_of(source))
    raise UnreadableArchive(source.unseen or unknown)


def _share_owner(readings: Sequence[Reading]) -> None:
    """Let the parts of one export that name no owner be the one's whom another part names."""
    for format_ in {reading.format for reading in readings}:
        parts = [reading for reading in readings if reading.format == format_]
        owners = {part.owner for part in parts if part.owner is not None}
        if len(owners) == 1:
            (owner,) = owners
            for part in parts:
                part.owner = owner


def _joined(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
