"""Which of LinkedIn's tables a file is, by its header."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found
from firsthand.networks.archives.formats.linkedin.gathering import (
    answers_apart,
    pictures_together,
)
from firsthand.networks.archives.formats.linkedin.post import (
    Cells,
    make_comment,
    make_repost,
    make_share,
)
from firsthand.networks.archives.formats.linkedin.rows import Dialect, Row, Spoilt
from firsthand.records.message import Said
from firsthand.records.post import Post

_SEPARATORS = (",", ";", "\t")
_NAMED = re.compile(r"(shares|comments|instant_?reposts)(?:_\w+)?(?: ?\(\d+\))?\.csv\Z")
_IGNORED = re.compile(r'[\s_"]+')


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table: the columns it must have, and how its rows become posts."""

    columns: frozenset[str]
    make: Callable[[Cells, str], Post | Said]
    gather: Callable[[Iterator[Found]], Iterator[Found]]
    escapes: bool = False


_SHARES = Kind(frozenset(["date", "sharelink", "sharecommentary"]), make_share, pictures_together)
_COMMENTS = Kind(frozenset(["date", "link", "message"]), make_comment, answers_apart, escapes=True)
_REPOSTS = Kind(frozenset(["date", "link"]), make_repost, answers_apart)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was recognised: its kind, its columns, and its header's line, from 1."""

    kind: Kind
    columns: tuple[str, ...]
    dialect: Dialect
    line: int

    def post(self, row: Row | Spoilt, author: str) -> Post | Said:
        """Make a post of a row, or say why there is none."""
        if isinstance(row, Spoilt):
            return row.reason
        width = len(self.columns)
        if any(cell.strip() for cell in row.cells[width:]):
            return messages.TOO_WIDE()
        cells = (*row.cells, *[""] * (width - len(row.cells)))
        return self.kind.make(dict(zip(self.columns, cells, strict=False)), author)


def find_table(name: str, lines: list[str]) -> Table | None:
    """Find the header of a table among the first lines of a file, below any remarks."""
    kinds = (_SHARES, _COMMENTS, _REPOSTS) if "repost" in name else (_SHARES, _COMMENTS)
    for number, line in enumerate(lines, 1):
        for separator in _SEPARATORS:
            columns = tuple(_IGNORED.sub("", cell).lower() for cell in line.split(separator))
            kind = next((each for each in kinds if each.columns <= set(columns)), None)
            if kind is not None and len(set(columns)) == len(columns):
                dialect = Dialect(separator, len(columns), kind.escapes)
                return Table(kind, columns, dialect, number)
    return None


def is_named_as_table(name: str) -> bool:
    """Say whether a file bears the name of one of these tables.

    >>> is_named_as_table("comments_123456.csv")
    True
    """
    return _NAMED.match(name) is not None
