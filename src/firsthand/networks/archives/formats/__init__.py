"""The formats of archives, one file each, found by themselves.

A format is a module of this package with one function:

    recognise(source: Source) -> Reading | None

It looks at names and first bytes (`source.readable()`, `source.head(entry)`),
and gives a `Reading` when some of the files are its own. Several formats may
each find theirs in one source.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.records.post import Post

Found = Post | Skipped


class Reading:
    """The files of one format in one source, ready to be read.

    `entries` are the files that hold posts, in the order in which to read them.
    """

    format = ""
    network = ""

    def __init__(self, source: Source, entries: list[Entry], owner: Owner | None = None) -> None:
        self.source = source
        self.entries = entries
        self.owner = owner

    def begin(self) -> Iterator[Found]:
        """Prepare to read; give what already has to be skipped."""
        return iter(())

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one file, and what had to be skipped in it.

        Raises:
            UnreadableArchive: the file breaks off; what came before it holds.
        """
        raise NotImplementedError

    def rest(self) -> Iterator[Found]:
        """Give what could only be told once all files were read."""
        return iter(())


Recognise = Callable[[Source], Reading | None]


@cache
def formats() -> dict[str, Recognise]:
    """Find the formats, by name."""
    found: dict[str, Recognise] = {}
    for module in iter_modules(__path__):
        found[module.name] = import_module(f"{__name__}.{module.name}").recognise
    return found


def recognise(source: Source) -> list[Reading]:
    """Ask each format for what it finds in a source."""
    return [found for ask in formats().values() if (found := ask(source)) is not None]
