"""LinkedIn: the tables of the data that a member downloads, in a package or one by one.

`Shares.csv` holds the posts, `Comments.csv` the answers, `InstantReposts.csv` the
reposts without a word; a name may carry the member's number. Articles are pages of
their own. Tables are known by their header, whatever their names.
"""

import csv
from collections.abc import Iterator

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.formats.linkedin.article import is_article, make_article
from firsthand.networks.archives.formats.linkedin.rows import rows
from firsthand.networks.archives.formats.linkedin.tables import (
    Table,
    find_table,
    is_named_as_table,
)
from firsthand.networks.archives.lines import MAX_RECORD
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import as_utf8
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Post

_PAGES = (".html", ".htm")
_PREAMBLE = 20
"""Within how many lines a table's header stands, below remarks."""


class LinkedInArchive(Reading):
    """The posts, answers, reposts and articles of a LinkedIn export."""

    format = "linkedin"
    network = "linkedin"

    def __init__(
        self, source: Source, tables: dict[Entry, Table | None], owner: Owner | None
    ) -> None:
        super().__init__(source, list(tables), owner)
        self._tables = tables
        self._author = owner.name if owner else ""

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one table, or of one article."""
        if entry.base.endswith(_PAGES):
            yield self._article(entry)
            return
        table = self._tables[entry]
        if table is None:
            raise UnreadableArchive(messages.NO_LIST(name=entry.name))
        yield from table.kind.gather(self._posts(entry, table))

    def _article(self, entry: Entry) -> Found:
        with self.source.open(entry) as reader:
            page = as_utf8(reader.read(MAX_RECORD)).decode("utf-8", "replace")
        made = make_article(page, self._author)
        return made if isinstance(made, Post) else Skipped(entry.name, made, fault=False)

    def _posts(self, entry: Entry, table: Table) -> Iterator[Found]:
        with self.source.open(entry) as reader:
            for row in rows(reader, table.dialect, table.line):
                made = table.post(row, self._author)
                yield made if isinstance(made, Post) else Skipped(f"{entry.name}:{row.line}", made)


def recognise(source: Source) -> LinkedInArchive | None:
    """Find the tables by their headers or names, the articles by what stands in them."""
    tables: dict[Entry, Table | None] = {}
    owner = None
    for entry in source.readable():
        head = as_utf8(source.head(entry)).decode("utf-8", "replace")
        if entry.base.endswith(_PAGES):
            if is_article(head):
                tables[entry] = None
            continue
        lines = head.split("\n")[:_PREAMBLE]
        table = find_table(entry.base, lines)
        if table is not None or is_named_as_table(entry.base):
            tables[entry] = table
        elif entry.base.startswith("profile") and entry.base.endswith(".csv"):
            owner = owner or _owner(lines)
    return LinkedInArchive(source, tables, owner) if tables else None


def _owner(lines: list[str]) -> Owner | None:
    """Read from the first lines of `Profile.csv` who the member is."""
    profile = next(csv.DictReader(lines), {})
    name = " ".join(
        part.strip() for key in ("First Name", "Last Name") if (part := profile.get(key))
    )
    return Owner(name=name) if name else None
