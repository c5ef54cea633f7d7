"""The items of a feed or of a blog's export, one at a time, in bounded memory.

An item that is damaged costs nothing but itself: items are cut apart by their
tags, past remarks and quoted parts, before any of them is parsed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.networks.archives import messages
from firsthand.networks.archives.lines import MAX_RECORD
from firsthand.networks.archives.textual import Readable
from firsthand.networks.archives.xmltext import XmlText, refuse_entities, without_comments
from firsthand.records.errors import UnreadableArchive
from firsthand.records.message import Said

_ITEM = r"(?:[\w.-]{1,30}:)?(?:item|entry)"
_MARK = re.compile(rf"<!\[CDATA\[|<!--|</({_ITEM})\s{{0,9}}>|<({_ITEM})(?=[\s/>])")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_MARGIN = 100
"""How long a mark may be, in characters."""
_TAIL = 1 << 16
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|rdf|feed)(?=[\s>])", re.IGNORECASE)
_ROOT_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|rdf|feed)\s*>", re.IGNORECASE)


class _Tag(NamedTuple):
    """Where the tag of an item stands in the whole text."""

    start: int
    end: int
    name: str
    opens: bool


class XmlItems:
    """The items of one file; `header` is what stands before them, from the root's tag on.

    Raises:
        UnreadableArchive: it defines entities of its own, or cannot be read at all.
    """

    def __init__(self, reader: Readable) -> None:
        self._text = XmlText(reader)
        self._name = reader.name
        self._buffer = ""
        self._base = 0
        self._keep = 0
        self._ended = False
        self._sought = dict.fromkeys(_ENDS.values(), 0)
        self._scanned = 0
        self._first = self._next(0, MAX_RECORD)
        before = self._buffer[: self._first.start] if self._first else self._buffer
        refuse_entities(before, self._name)
        before = without_comments(before)
        root = _ROOT.search(before)
        self.header = before[root.start() :] if root else ""

    def __iter__(self) -> Iterator[tuple[int, str | Said]]:
        """Give each item with its number, from 1, or why it cannot be read.

        Raises:
            UnreadableArchive: the file breaks off between two items.
        """
        number, whole = 0, True
        tag = self._first
        while tag is not None:
            self._keep = tag.start
            if not tag.opens:
                tag = self._next(tag.end)
                continue
            number += 1
            end = self._end(tag)
            whole = end is not None and not end.opens
            if end is None:
                yield number, self._why()
                tag = self._next(self._scanned)
            elif end.opens:
                yield number, messages.NOT_XML()
                tag = end
            else:
                yield number, self._buffer[tag.start - self._base : end.end - self._base]
                tag = self._next(end.end)
        if whole and not _ROOT_END.search(without_comments(self._buffer[-_TAIL:])):
            raise UnreadableArchive(messages.BREAKS_OFF(name=self._name))

    def _end(self, tag: _Tag) -> _Tag | None:
        """Find where an item ends, or where the next begins although it has not."""
        found = self._next(tag.end, tag.start + MAX_RECORD)
        while found is not None and found.name != tag.name:
            found = self._next(found.end, tag.start + MAX_RECORD)
        return found

    def _why(self) -> Said:
        if self._ended:
            return messages.CUT_SHORT()
        return messages.TOO_LONG(limit=MAX_RECORD >> 20)

    def _next(self, at: int, limit: int | None = None) -> _Tag | None:
        """Find the next tag of an item, past remarks and quoted parts."""
        while limit is None or at <= limit:
            mark = _MARK.search(self._buffer, at - self._base)
            if mark is None:
                at = max(at, self._base + len(self._buffer) - _MARGIN)
                if limit is None:
                    self._keep = at
                if not self._fill():
                    at = self._base + len(self._buffer)
                    break
            elif mark.group() in _ENDS:
                at = self._past(_ENDS[mark.group()], self._base + mark.end())
            else:
                name = mark.group(1) or mark.group(2)
                start, end = (self._base + place for place in mark.span())
                return _Tag(start, end, name, opens=mark.group(2) is not None)
        self._scanned = at
        return None

    def _past(self, end: str, at: int) -> int:
        """Give where a remark or a quoted part ends; `at` when it never does.

        What was sought in vain is not sought again, however often one begins.
        """
        while True:
            start = max(at, self._sought[end])
            found = self._buffer.find(end, start - self._base)
            if found >= 0:
                return self._base + found + len(end)
            self._sought[end] = max(start, self._base + len(self._buffer) - len(end) + 1)
            if self._sought[end] - at > MAX_RECORD or not self._fill():
                return at

    def _fill(self) -> bool:
        """Read on; let go of what stands before the item at hand."""
        if self._ended:
            return False
        text = self._text.read()
        self._ended = not text
        drop = min(self._keep - self._base, len(self._buffer) - _TAIL)
        if drop > 0:
            self._buffer = self._buffer[drop:]
            self._base += drop
        self._buffer += text
        return bool(text)
