"""Text in whatever Unicode encoding its first bytes announce, as plain UTF-8."""

import codecs
from typing import Protocol

from firsthand.networks.archives.source import CHUNK

_UTF8 = codecs.BOM_UTF8
_OTHERS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Readable(Protocol):
    """A named thing to read bytes from."""

    name: str

    def read(self, size: int = CHUNK) -> bytes:
        """Give the next bytes, and none at the end."""
        ...


class Utf8:
    """A file as UTF-8 without a mark of its encoding."""

    def __init__(self, reader: Readable) -> None:
        self.name = reader.name
        self._reader = reader
        self._decoder: codecs.IncrementalDecoder | None = None
        self._started = False

    def read(self, size: int = CHUNK) -> bytes:
        """Give the next bytes, and none at the end."""
        data = self._reader.read(size)
        if not self._started:
            self._started = True
            encoding, mark = encoding_of(data)
            data = data[mark:]
            if encoding != "utf-8":
                self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        if self._decoder is None:
            return data
        while data:
            if text := self._decoder.decode(data):
                return text.encode("utf-8", "replace")
            data = self._reader.read(size)
        return b""


def encoding_of(head: bytes) -> tuple[str, int]:
    """Name the encoding that the first bytes announce, and the length of the announcement.

    >>> encoding_of("é".encode("utf-16"))
    ('utf-16-le', 2)
    """
    if head.startswith(_UTF8):
        return "utf-8", len(_UTF8)
    for mark, encoding in _OTHERS:
        if head.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def as_utf8(head: bytes) -> bytes:
    """Give the first bytes of a file as UTF-8 without a mark."""
    encoding, mark = encoding_of(head)
    if encoding == "utf-8":
        return head[mark:]
    return head[mark:].decode(encoding, "ignore").encode("utf-8", "replace")
