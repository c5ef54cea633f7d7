"""Bluesky: the repository that a person downloads from their account, as one CAR file.

Its root is a commit, `{did, data, …}`; `data` is the tree that names the records.
"""

from collections.abc import Iterator

import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.formats.bluesky.car import Car, is_car
from firsthand.networks.archives.formats.bluesky.post import (
    POST,
    REPOST,
    make_post,
    make_repost,
)
from firsthand.networks.archives.formats.bluesky.tree import Leaf, Lost, walk
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Post

_MAKERS = {POST: make_post, REPOST: make_repost}


class _Commit(msgspec.Struct):
    did: str
    data: bytes


class Repository(Reading):
    """The posts and reposts of a Bluesky repository."""

    format = "bluesky"
    network = "bluesky"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one file.

        What a file that breaks off no longer holds is told once, at its end.
        """
        car = self._car(entry)
        commit = _commit(car)
        if commit is None:
            said = messages.NO_LIST if car.whole else messages.BREAKS_OFF
            raise UnreadableArchive(said(name=entry.name))
        for found in walk(car, commit.data):
            if isinstance(found, Lost):
                if car.whole:
                    yield Skipped(_place(entry, found.after), messages.DAMAGED_BRANCH())
            elif car.whole or found.cid in car:
                yield from _record(car, commit.did, found, entry)
        if not car.whole:
            raise UnreadableArchive(messages.BREAKS_OFF(name=entry.name))

    def _car(self, entry: Entry) -> Car:
        """Hold a whole file: its tree may name the blocks in any order."""
        return Car(self.source.whole(entry), entry.name)


def recognise(source: Source) -> Repository | None:
    """Find CAR files by their first bytes, and what is named so."""
    heads = {entry: source.head(entry) for entry in source.readable()}
    found = [e for e, head in heads.items() if e.base.endswith(".car") or is_car(head)]
    if not found:
        return None
    return Repository(source, found, next(filter(None, (_owner(heads[e]) for e in found)), None))


def _owner(head: bytes) -> Owner | None:
    """Give the owner, when the commit stands among the first blocks, as it is wont to."""
    commit = _commit(Car(head, "")) if is_car(head) else None
    return Owner(handle=commit.did) if commit else None


def _commit(car: Car) -> _Commit | None:
    try:
        return msgspec.convert(car.block(car.root), _Commit)
    except ValueError:
        return None


def _record(car: Car, did: str, leaf: Leaf, entry: Entry) -> Iterator[Found]:
    collection, _, rkey = leaf.key.partition("/")
    make = _MAKERS.get(collection)
    if make is None:
        return
    try:
        value = car.block(leaf.cid)
    except ValueError:
        yield Skipped(_place(entry, leaf.key), messages.DAMAGED())
        return
    made = make(value, did, rkey)
    yield made if isinstance(made, Post) else Skipped(_place(entry, leaf.key), made)


def _place(entry: Entry, key: str) -> str:
    return f"{entry.name} {key}".rstrip()
