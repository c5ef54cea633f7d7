"""Say what a file is when it is not an export, so that the sentence can name it."""

from firsthand.networks.archives import messages
from firsthand.networks.archives.source import Source
from firsthand.networks.archives.textual import as_utf8
from firsthand.records.message import Message

_MAGIC = (
    (b"%PDF", messages.A_PDF),
    (b"\xff\xd8\xff", messages.A_PICTURE),
    (b"\x89PNG", messages.A_PICTURE),
    (b"GIF8", messages.A_PICTURE),
    (b"RIFF", messages.A_FILM),
    (b"ID3", messages.A_FILM),
    (b"OggS", messages.A_FILM),
    (b"\x1aE\xdf\xa3", messages.A_FILM),
    (b"\x7fELF", messages.A_PROGRAM),
    (b"MZ", messages.A_PROGRAM),
    (b"PK\x03\x04", messages.A_PACKAGE),
    (b"7z\xbc\xaf", messages.A_PACKAGE),
    (b"Rar!", messages.A_PACKAGE),
    (b"BZh", messages.A_PACKAGE),
    (b"\xfd7zXZ", messages.A_PACKAGE),
)
_PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".7z", ".rar")


def kind_of(source: Source) -> Message:
    """Name what a source is, for people."""
    if len(source.entries) > 1 or not source.readable():
        packed = any(entry.base.endswith(_PACKED) for entry in source.entries)
        return messages.A_PACKAGE_IN_A_PACKAGE if packed else source.what
    return _named(as_utf8(source.head(source.readable()[0])))


def _named(head: bytes) -> Message:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if head[4:8] == b"ftyp":
        return messages.A_FILM
    if head.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return messages.A_PAGE
    return messages.A_BINARY if b"\0" in head[:1024] else messages.A_TEXT
