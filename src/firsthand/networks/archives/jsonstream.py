"""The elements of a long JSON array, a few at a time, in bounded memory.

The array is cut into runs of whole elements that are decoded in one go. Where
to cut rests on one fact about JSON: after the quote that ends a string comes
white space or one of `,:}]`, so the bytes `}`, `,`, `{`, `"key` with a letter
after the quote never stand inside a string. They do stand between two elements
of the array, and perhaps deeper; but then the run does not decode, for its
brackets do not close. Runs that do not decode are read element by element,
exactly and more slowly, which also finds the elements to blame.
"""

import re
from collections.abc import Generator, Iterator
from typing import Generic, TypeVar

import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.lenient import Unread, read_leniently
from firsthand.networks.archives.lines import MAX_RECORD
from firsthand.networks.archives.source import CHUNK
from firsthand.networks.archives.textual import Readable
from firsthand.records.errors import UnreadableArchive

T = TypeVar("T")

_BETWEEN = re.compile(rb"[\s,]*")
_FIRST_KEY = re.compile(rb'\s*\{\s*("\w[^"\\]*")\s*:')
_BEFORE_KEY = re.compile(rb"\}\s*(,)\s*\{\s*\Z")
_AFTER_KEY = re.compile(rb"\s*:")
_NEVER = re.compile(rb"(?!)")
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}"]', re.DOTALL)
_SCALAR = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[^\s,\[\]{}"]++', re.DOTALL)
_MARGIN = 256
"""How far before a key its `}, {` may begin, in bytes."""
_LOOK_ALIKES = 1000
"""How many places where a key stands deeper to pass over before reading one by one."""
_DEEPEST = 5_000
"""How deep brackets may stand within one another: no decoder follows further."""
_PATIENCE = 3
"""How many elements that never close to wait for, before no longer doing so."""


class ArrayStream(Generic[T]):
    """The elements of the arrays in one file, decoded as `kind`, numbered from 1.

    `start` is a pattern that ends with an array's opening bracket; what stands
    outside the arrays is passed over. Iterating gives `(number, element or Unread)`.
    """

    def __init__(self, reader: Readable, kind: type[T], start: re.Pattern[bytes]) -> None:
        self._reader = reader
        self._kind = kind
        self._start = start
        self._run = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
        self._one = msgspec.json.Decoder(kind)
        self._buffer = b""
        self._ended = False
        self._broken: UnreadableArchive | None = None
        self._number = 0
        self._patience = _PATIENCE
        self._key = b""
        self._boundary = _NEVER

    def __iter__(self) -> Iterator[tuple[int, T | Unread]]:
        """Give the elements.

        Raises:
            UnreadableArchive: the file holds no such array, or breaks off.
        """
        if not self._seek_array():
            raise self._broken or UnreadableArchive(messages.NO_LIST(name=self._reader.name))
        yield from self._elements()
        while self._seek_array():
            yield from self._elements()
        if self._broken:
            raise self._broken

    def _fill(self) -> bool:
        """Read on, the more the longer an element already is."""
        if self._ended:
            return False
        try:
            data = self._reader.read(max(CHUNK, len(self._buffer)))
        except UnreadableArchive as error:
            self._broken, data = error, b""
        self._ended = not data
        self._buffer += data
        return bool(data)

    def _seek_array(self) -> bool:
        while not (match := self._start.search(self._buffer)):
            self._buffer = self._buffer[-_MARGIN:]
            if not self._fill():
                return False
        self._buffer = self._buffer[match.end() :]
        self._learn_key()
        return True

    def _learn_key(self) -> None:
        while not (match := _FIRST_KEY.match(self._buffer)):
            if len(self._buffer) > CHUNK or not self._fill():
                self._key, self._boundary = b"", _NEVER
                return
        self._key = match.group(1)
        self._boundary = re.compile(rb"\}\s*,\s*(?=\{\s*" + re.escape(self._key) + rb"\s*:)")

    def _elements(self) -> Iterator[tuple[int, T | Unread]]:
        closed = False
        while not closed:
            if len(self._buffer) < CHUNK:
                self._fill()
            run = self._cut_run()
            if run:
                yield from enumerate(run, self._number + 1)
                self._number += len(run)
                continue
            before = len(self._buffer)
            closed = yield from self._one_by_one()
            if not closed and len(self._buffer) == before and not self._fill():
                self._broken = self._broken or UnreadableArchive(
                    messages.BREAKS_OFF(name=self._reader.name)
                )
                return

    def _cut_run(self) -> list[T] | None:
        """Decode the whole elements of the buffer at once, or leave it as it is."""
        comma = self._last_boundary()
        if comma is None:
            return None
        try:
            run = self._run.decode(b"[" + self._buffer[:comma] + b"]")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        self._buffer = self._buffer[comma + 1 :]
        return run

    def _last_boundary(self) -> int | None:
        """Find the last comma that seems to stand between two elements."""
        at = len(self._buffer) if self._key else 0
        for _ in range(_LOOK_ALIKES):
            at = self._buffer.rfind(self._key, 0, at)
            if at < 0:
                return None
            before = _BEFORE_KEY.search(self._buffer, max(0, at - _MARGIN), at)
            if before and _AFTER_KEY.match(self._buffer, at + len(self._key)):
                return before.start(1)
        return None

    def _one_by_one(self) -> Generator[tuple[int, T | Unread], None, bool]:
        """Give the elements of the buffer singly; say whether the array is closed."""
        at = 0
        while True:
            at = _space_end(self._buffer, at)
            if self._buffer.startswith(b"]", at):
                self._buffer = self._buffer[at + 1 :]
                return True
            end = value_end(self._buffer, at, last=self._ended)
            if end is None and self._may_wait(at):
                self._buffer = self._buffer[at:]
                return False
            element, at = self._judge(at, end)
            self._number += 1
            yield self._number, element

    def _may_wait(self, at: int) -> bool:
        """Say whether an element that does not close may yet do so."""
        if at == len(self._buffer):
            return True
        length = len(self._buffer) - at
        if self._ended or length > MAX_RECORD:
            return False
        return bool(self._patience) or not self._boundary.search(self._buffer, at)

    def _judge(self, at: int, end: int | None) -> tuple[T | Unread, int]:
        """Read one element; give it and where the next may begin."""
        if end is None:
            self._patience = max(0, self._patience - 1)
            return self._pass_over(at)
        piece = self._buffer[at:end]
        try:
            return self._one.decode(piece), end
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            element = read_leniently(piece, self._kind)
        if isinstance(element, Unread):
            boundary = self._boundary.search(self._buffer, at, end)
            end = boundary.end() if boundary else end
        return element, end

    def _pass_over(self, at: int) -> tuple[Unread, int]:
        """Leave an element that does not close; go on where another seems to begin."""
        if boundary := self._boundary.search(self._buffer, at):
            return Unread(messages.NOT_JSON()), boundary.end()
        if self._ended:
            return Unread(messages.CUT_SHORT()), len(self._buffer)
        while not (boundary := self._boundary.search(self._buffer)):
            self._buffer = self._buffer[-_MARGIN:]
            if not self._fill():
                return Unread(messages.TOO_LONG(limit=MAX_RECORD >> 20)), len(self._buffer)
        return Unread(messages.TOO_LONG(limit=MAX_RECORD >> 20)), boundary.end()


def value_end(data: bytes, at: int, *, last: bool = False) -> int | None:
    """Find where the JSON value that begins at `at` ends; None when it does not.

    Brackets are only counted, not paired: the decoder is the judge.

    >>> value_end(b'{"a": "}"}, 2', 0)
    10
    """
    if not data.startswith((b"{", b"["), at):
        scalar = _SCALAR.match(data, at)
        if scalar is None:
            return None
        return scalar.end() if last or scalar.end() < len(data) else None
    return _closing(data, at)


def _closing(data: bytes, at: int) -> int | None:
    """Find where the bracket that opens at `at` is closed."""
    depth = 0
    for token in _TOKEN.finditer(data, at):
        mark = token.group()
        if mark in (b"{", b"["):
            depth += 1
        elif mark in (b"}", b"]"):
            depth -= 1
            if not depth:
                return token.end()
        if mark == b'"' or depth > _DEEPEST:
            return None
    return None


def _space_end(data: bytes, at: int) -> int:
    match = _BETWEEN.match(data, at)
    return match.end() if match else at
