"""The rows of LinkedIn's tables, as it writes them and as people's programs rewrite them.

The tables differ among themselves: in one a quote within a cell is doubled, in
another it stands behind a backslash, and there a cell of several lines is in
quotes only if it holds a comma or a quote. A quote that neither ends its cell
nor is escaped is one that somebody typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.networks.archives import messages
from firsthand.networks.archives.lines import MAX_RECORD, lines
from firsthand.networks.archives.textual import Readable, Utf8
from firsthand.records.message import Said

_NEW_ROW = re.compile(r'"?\d{4}-\d\d-\d\d[^,;\t"]{0,20}"?[,;\t]"?(?:https?://|urn:)')
"""How a row begins that has its time and its address, and how no line of prose does."""
_MARK = re.compile(r'""?')
_MARK_OR_ESCAPED = re.compile(r'\\[\\"]|""?')
_ESCAPED = re.compile(r'\\([\\"])')


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written: what parts its cells, how many there are, whether a backslash escapes.

    Where it does, a line without separator or quote goes on with the last cell before it.
    """

    separator: str
    width: int
    escapes: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the line on which it begins, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A row that cannot be told apart: the line on which it begins, and why."""

    line: int
    reason: Said


def rows(reader: Readable, dialect: Dialect, after: int) -> Iterator[Row | Spoilt]:
    """Give the rows of a table that stand after a line, its header's.

    A row whose quotes never close is given up where the next row begins.
    """
    row: _Growing | None = None
    for number, line in lines(Utf8(reader)):
        if number <= after:
            continue
        text = None if line is None else _decoded(line)
        if row is not None and text is not None and row.takes(text):
            row.feed(text)
            continue
        if row is not None:
            yield row.finished()
            row = None
        if text is None:
            yield Spoilt(number, messages.TOO_LONG(limit=MAX_RECORD >> 20))
        elif text.strip():
            row = _Growing(number, dialect)
            row.feed(text)
    if row is not None:
        yield row.finished(last=True)


class _Growing:
    """A row that is being read, line by line."""

    def __init__(self, line: int, dialect: Dialect) -> None:
        self._line = line
        self._dialect = dialect
        self._cells: list[str] = []
        self._pieces: list[str] = []
        self._more: list[str] = []
        self._open = False
        self._bare = False
        self._torn = False
        self._size = 0
        self._mark = _MARK_OR_ESCAPED if dialect.escapes else _MARK

    def takes(self, text: str) -> bool:
        """Say whether a line goes on with this row."""
        if self._size > MAX_RECORD:
            return False
        if self._open:
            return _NEW_ROW.match(text) is None
        loose = self._dialect.escapes and self._bare and len(self._cells) == self._dialect.width
        return loose and self._dialect.separator not in text and '"' not in text

    def feed(self, text: str) -> None:
        """Read one more line."""
        self._size += len(text) + 1
        at = 0
        if self._open:
            self._pieces.append("\n")
            at = self._quoted(text, 0)
        elif self._cells:
            self._more.append(self._plain(text))
            return
        while at <= len(text):
            at = self._cell(text, at)

    def finished(self, *, last: bool = False) -> Row | Spoilt:
        """Give the row; `last` says that the file ends here."""
        if self._open:
            return Spoilt(self._line, messages.CUT_SHORT() if last else messages.UNCLOSED())
        if last and self._torn:
            return Spoilt(self._line, messages.CUT_SHORT())
        last_cell = "\n".join((*self._cells[-1:], *self._more))
        return Row(self._line, (*self._cells[:-1], last_cell))

    def _cell(self, text: str, at: int) -> int:
        """Read one cell; give where the next begins, beyond the end when there is none."""
        if text.startswith('"', at):
            return self._quoted(text, at + 1)
        end = text.find(self._dialect.separator, at)
        end = len(text) if end < 0 else end
        self._cells.append(self._plain(text[at:end]))
        return end + 1

    def _plain(self, cell: str) -> str:
        self._bare = True
        if not self._dialect.escapes:
            return cell
        self._torn = (len(cell) - len(cell.rstrip("\\"))) % 2 == 1
        return _ESCAPED.sub(r"\1", cell)

    def _quoted(self, text: str, at: int) -> int:
        """Read on within quotes; the row stays open when they do not close on this line."""
        self._open, self._bare, self._torn = True, False, False
        for mark in self._mark.finditer(text, at):
            self._pieces.append(text[at : mark.start()])
            at = mark.end()
            if mark.group() == '"' and (at == len(text) or text[at] == self._dialect.separator):
                self._open = False
                self._cells.append("".join(self._pieces))
                self._pieces = []
                return at + 1
            self._pieces.append(mark.group()[-1])
        self._pieces.append(text[at:])
        return len(text) + 1


def _decoded(line: bytes) -> str:
    """Read a line, in the encoding of French and English Windows when it is not UTF-8."""
    try:
        return line.decode().removesuffix("\r")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").removesuffix("\r")
