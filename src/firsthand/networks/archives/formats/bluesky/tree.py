"""The tree that names a repository's records (Merkle search tree, AT Protocol repository v3).

A node is `{"l": left, "e": [{"p": shared, "k": rest, "v": record, "t": right}]}`:
each key repeats the first `p` bytes of the key before it in the same node.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from firsthand.networks.archives.formats.bluesky.car import Car

MAX_KEY = 1024
"""No key is longer, in bytes."""


class Entry(msgspec.Struct):
    """One record of a node, and the node that follows it."""

    p: int
    k: bytes
    v: bytes
    t: bytes | None = None


class Node(msgspec.Struct):
    """Some records in the order of their keys, and the nodes before and between them."""

    e: list[Entry]
    l: bytes | None = None  # noqa: E741


@dataclass(frozen=True, slots=True)
class Leaf:
    """A record's key, `collection/rkey`, and the block that holds it."""

    key: str
    cid: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """A node that cannot be read, and all records below it: they follow `after`."""

    after: str


def walk(car: Car, root: bytes) -> Iterator[Leaf | Lost]:
    """Give the records below a node in the order of their keys, each node once."""
    pending: list[Leaf | bytes] = [root]
    seen: set[bytes] = set()
    key = ""
    while pending:
        step = pending.pop()
        if isinstance(step, Leaf):
            key = step.key
            yield step
        elif step not in seen:
            seen.add(step)
            try:
                pending.extend(reversed(_steps(msgspec.convert(car.block(step), Node))))
            except ValueError:
                yield Lost(key)


def _steps(node: Node) -> list[Leaf | bytes]:
    steps: list[Leaf | bytes] = [node.l] if node.l else []
    key = b""
    for entry in node.e:
        if not 0 <= entry.p <= len(key):
            raise ValueError
        key = key[: entry.p] + entry.k
        if len(key) > MAX_KEY:
            raise ValueError
        steps.append(Leaf(key.decode(), entry.v))
        if entry.t:
            steps.append(entry.t)
    return steps
