"""CAR files: blocks of data one after another, each named by its own hash (CAR v1).

The blocks are only cut apart at first; each is checked and decoded when it is
asked for, so that one damaged block costs one record and not the whole archive.
"""

import hashlib
from mmap import mmap
from typing import Any

import libipld

from firsthand.networks.archives import messages
from firsthand.records.errors import UnreadableArchive

_SHA256 = b"\x12\x20"
_VARINT_BITS = 63


class Car:
    """The blocks of one CAR file; `whole` is false when the file breaks off."""

    def __init__(self, data: bytes | mmap, name: str) -> None:
        """Cut the blocks apart.

        Raises:
            UnreadableArchive: not even the first bytes are those of a CAR file.
        """
        self._data = data
        self._places: dict[bytes, tuple[int, int]] = {}
        self.whole = True
        try:
            self.root, at = _header(data)
        except ValueError as error:
            raise UnreadableArchive(messages.BREAKS_OFF(name=name)) from error
        try:
            while at < len(data):
                at = self._cut(at)
        except ValueError:
            self.whole = False

    def _cut(self, at: int) -> int:
        """Take note of the block that begins at `at`; give where the next one begins."""
        length, start = _varint(self._data, at)
        end = start + length
        if not length or end > len(self._data):
            raise ValueError
        body = _cid_end(self._data, start)
        if body > end:
            raise ValueError
        self._places[self._data[start:body]] = (body, end)
        return end

    def __contains__(self, cid: bytes) -> bool:
        return cid in self._places

    def block(self, cid: bytes) -> Any:
        """Give what a block says.

        Raises:
            ValueError: it is missing, damaged, or no DAG-CBOR.
        """
        if cid not in self._places:
            raise ValueError
        start, end = self._places[cid]
        body = self._data[start:end]
        if cid[2:4] == _SHA256 and hashlib.sha256(body).digest() != cid[4:]:
            raise ValueError
        try:
            return libipld.decode_dag_cbor(body)
        except RecursionError as error:
            raise ValueError from error


def is_car(head: bytes) -> bool:
    """Say whether a file begins as a CAR file does."""
    try:
        _header(head)
    except ValueError:
        return False
    return True


def _header(data: bytes | mmap) -> tuple[bytes, int]:
    """Give the hash of the block to begin with, and where the blocks begin."""
    length, start = _varint(data, 0)
    end = start + length
    try:
        header = libipld.decode_dag_cbor(data[start:end])
    except RecursionError as error:
        raise ValueError from error
    roots = header.get("roots") if isinstance(header, dict) else None
    if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
        raise ValueError
    return roots[0], end


def _cid_end(data: bytes | mmap, at: int) -> int:
    """Find the end of a name: version, codec, kind of hash and its length, the hash."""
    for _ in range(3):
        _, at = _varint(data, at)
    length, at = _varint(data, at)
    return at + length


def _varint(data: bytes | mmap, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, lowest first; give it and where it ends.

    >>> _varint(bytes([0xAC, 0x02]), 0)
    (300, 2)
    """
    value = 0
    for shift in range(0, _VARINT_BITS, 7):
        if at >= len(data):
            raise ValueError
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError
