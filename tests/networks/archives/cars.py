"""Small, valid Bluesky repositories, built as the protocol's specification says."""

import hashlib
from collections.abc import Mapping
from typing import Any

import libipld

DID = "did:plc:claire"
CREATED = "2026-05-04T09:12:00.000Z"


class Repository:
    """Records by their keys, to be written as a CAR file."""

    def __init__(self, records: Mapping[str, Any]) -> None:
        self.blocks: dict[bytes, bytes] = {}
        self.records = {key: self._put(records[key]) for key in sorted(records)}
        layers = {key: _layer(key) for key in self.records}
        self.tree = self._node(list(self.records), layers, max(layers.values(), default=0))
        commit = {
            "did": DID,
            "version": 3,
            "data": self.tree,
            "rev": "3l",
            "prev": None,
            "sig": b"s",
        }
        self.commit = self._put(commit)

    def car(self) -> bytes:
        """Write the file, the commit first."""
        header = libipld.encode_dag_cbor({"roots": [self.commit], "version": 1})
        order = [self.commit, *(cid for cid in self.blocks if cid != self.commit)]
        blocks = [cid + self.blocks[cid] for cid in order]
        return b"".join(_varint(len(part)) + part for part in [header, *blocks])

    def _put(self, value: Any) -> bytes:
        body = value if isinstance(value, bytes) else libipld.encode_dag_cbor(value)
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(body).digest()
        self.blocks[cid] = body
        return cid

    def _node(self, keys: list[str], layers: Mapping[str, int], layer: int) -> bytes:
        entries: list[dict[str, Any]] = []
        below: list[list[str]] = [[]]
        before = ""
        for key in keys:
            if layers[key] < layer:
                below[-1].append(key)
                continue
            shared = _shared(before, key)
            entries.append({"p": shared, "k": key[shared:].encode(), "v": self.records[key]})
            below.append([])
            before = key
        left, *rest = [self._node(group, layers, layer - 1) if group else None for group in below]
        for entry, tree in zip(entries, rest, strict=True):
            entry["t"] = tree
        return self._put({"l": left, "e": entries})


def post(text: str = "Bonjour.", **more: Any) -> dict[str, Any]:
    """Write a post's record."""
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": CREATED, **more}


def _shared(one: str, other: str) -> int:
    """Count the first characters that are the same."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _layer(key: str) -> int:
    """Count the pairs of zero bits with which the key's hash begins."""
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(key.encode()).digest())
    return (len(bits) - len(bits.lstrip("0"))) // 2


def _varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
