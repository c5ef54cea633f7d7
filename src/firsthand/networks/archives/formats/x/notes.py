"""The long texts that X keeps apart, found again by the second and the first words.

A long text bears another identifier than its post, which holds its beginning only.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found
from firsthand.networks.archives.formats.x.tweet import Url, read_created_at, unescape
from firsthand.networks.archives.jsonstream import ArrayStream
from firsthand.networks.archives.lenient import Unread
from firsthand.networks.archives.record import Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import Utf8

MAX_HELD = 64 << 20
"""How much of the long texts, compressed, is held in memory, in bytes."""

_CUT_END = re.compile(r"(?:…|\.\.\.)?\s*https?://t\.co/\w*\s*\Z|…\s*\Z")
_MENTIONS = re.compile(r"\A(?:@\w+\s+)+")
_UNLETTERED = re.compile(r"[\W_]+")
_COMPARED = 60
"""How many first letters and digits must be the same; X writes spaces and emoji in two ways."""
_LOOKED_AT = 600
"""How many first characters to find them in."""
_TELLING = 20
"""With fewer, only the whole text tells that two are the same."""
_NEAR = (0, 1, -1, 2, -2)
"""How far apart the two times may lie, in seconds, nearest first."""


class _NoteUrl(msgspec.Struct, rename="camel"):
    short_url: str | None = None
    expanded_url: str | None = None


class _Core(msgspec.Struct):
    text: str | None = None
    urls: list[_NoteUrl] | None = None


class _Note(msgspec.Struct, rename="camel"):
    created_at: str | None = None
    core: _Core | None = None


class _Wrapped(msgspec.Struct, rename="camel"):
    note_tweet: _Note | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A long text, with its links."""

    text: str
    urls: tuple[Url, ...] = ()


@dataclass(slots=True)
class _Held:
    place: str
    packed: bytes
    used: bool = False


class Notes:
    """The long texts of an archive, by the second in which they were written."""

    def __init__(self) -> None:
        self._by_second: dict[int, list[_Held]] = {}
        self._around: set[int] = set()
        self._size = 0

    def learn(self, source: Source, entry: Entry, start: re.Pattern[bytes]) -> Iterator[Found]:
        """Take in the long texts of one file; give what had to be skipped."""
        with source.open(entry) as reader:
            for number, element in ArrayStream(Utf8(reader), _Wrapped, start):
                place = f"{entry.name} #{number}"
                if isinstance(element, Unread):
                    yield Skipped(place, element.reason)
                elif not self._hold(element.note_tweet, place):
                    yield Skipped(place, messages.NOT_A_RECORD())

    def _hold(self, note: _Note | None, place: str) -> bool:
        at = read_created_at(note.created_at) if note else None
        if not (note and at and note.core and note.core.text) or self._size > MAX_HELD:
            return False
        packed = zlib.compress(msgspec.json.encode(note.core), 1)
        self._size += len(packed)
        second = int(at.timestamp())
        self._by_second.setdefault(second, []).append(_Held(place, packed))
        self._around.update(second - near for near in _NEAR)
        return True

    def find(self, at: datetime, beginning: str) -> Note | None:
        """Give the long text that a post of that second begins, if there is one."""
        if not self._by_second:
            return None
        second = int(at.timestamp())
        if second not in self._around:
            return None
        for near in _NEAR:
            for held in self._by_second.get(second + near, ()):
                core = msgspec.json.decode(zlib.decompress(held.packed), type=_Core)
                if core.text and _begins(core.text, beginning):
                    held.used = True
                    return _note(core.text, core.urls or [])
        return None

    def unused(self) -> Iterator[Found]:
        """Tell which long texts no post began."""
        for group in self._by_second.values():
            for held in group:
                if not held.used:
                    yield Skipped(held.place, messages.NOTE_WITHOUT_POST(), fault=False)


def _note(text: str, urls: list[_NoteUrl]) -> Note:
    return Note(text, tuple(Url(url=u.short_url, expanded_url=u.expanded_url) for u in urls))


def _begins(text: str, beginning: str) -> bool:
    """Say whether a long text goes on from a post's beginning, mentions before it aside."""
    whole = _plain(text[:_LOOKED_AT])
    cut = _CUT_END.sub("", beginning)[:_LOOKED_AT]
    beginnings = _plain(cut), _plain(_MENTIONS.sub("", cut))
    return any(
        part == whole or (len(part) >= _TELLING and whole.startswith(part[:_COMPARED]))
        for part in beginnings
    )


def _plain(text: str) -> str:
    return _UNLETTERED.sub("", unescape(text))
