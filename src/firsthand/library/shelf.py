"""Putting posts on a leader's shelf, a batch at a time: new ones stored, known ones updated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from firsthand.library import codec, tallies
from firsthand.library.places import next_numbers, place
from firsthand.library.rows import Row, language_of, merged, row, searchable
from firsthand.library.stores import Known, store
from firsthand.people.models import Leader
from firsthand.records.post import Post
from firsthand.text.language import detect_many


@dataclass(frozen=True, slots=True)
class Shelved:
    """What became of a batch of posts."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "Shelved") -> "Shelved":
        return Shelved(
            self.imported + other.imported,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
        )


class _Change(NamedTuple):
    """A row as it is stored, None when it is not yet, and as it is to be."""

    old: Row | None
    new: Row


def shelve(leader: Leader, posts: Sequence[Post]) -> Shelved:
    """Store a batch of posts: all of it or, when something breaks, none of it."""
    rows = [row(post, lang) for post, lang in zip(posts, _languages(posts), strict=True)]
    with transaction.atomic():
        # On PostgreSQL two imports for one leader take turns; SQLite has one writer anyway.
        Leader.objects.select_for_update().get(pk=leader.pk)
        known = store().known(leader.pk, [row.key for row in rows])
        planned, outcome = _plan(rows, known)
        _carry_out(leader, planned)
    return outcome


def _languages(posts: Sequence[Post]) -> list[str | None]:
    """Give the language of each post: the one it names, or the one it is written in."""
    langs = [language_of(post) for post in posts]
    silent = [at for at, lang in enumerate(langs) if lang is None]
    read = detect_many([searchable(posts[at]) for at in silent])
    for at, found in zip(silent, read, strict=True):
        langs[at] = found.lang
    return langs


def _plan(rows: list[Row], known: dict[str, Known]) -> tuple[list[_Change], Shelved]:
    """Decide what each row means, one after the other: a batch may hold a post twice."""
    planned: dict[str, _Change] = {}
    imported = updated = 0
    for new in rows:
        change = planned.get(new.key) or _stored(new, known.get(new.key))
        if change is None:
            planned[new.key] = _Change(None, new)
            imported += 1
        elif (better := _newer(change.new, new)) is not None:
            planned[new.key] = _Change(change.old, better)
            updated += 1
    return list(planned.values()), Shelved(imported, updated, len(rows) - imported - updated)


def _stored(new: Row, known: Known | None) -> _Change | None:
    if known is None:
        return None
    if known.record == new.record:
        return _Change(new, new)
    old = row(codec.decode(known.record), known.lang)
    old.place = known.place
    return _Change(old, old)


def _newer(old: Row, new: Row) -> Row | None:
    """Give what a newer version makes of a row; None when it tells nothing new."""
    if old.record == new.record:
        return None
    post = merged(old.post, new.post)
    return None if post == old.post else row(post, new.sort.lang)


def _carry_out(leader: Leader, planned: list[_Change]) -> None:
    """Write what was planned; a post whose time changed leaves its place for another."""
    keeper = store()
    stay: list[tuple[Row, Row]] = []
    gone: list[Row] = []
    come: list[Row] = []
    for old, new in planned:
        if old is not None and old.post.at == new.post.at:
            new.place = old.place
            stay.append((old, new))
            continue
        come.append(new)
        if old is not None:
            gone.append(old)
    if come:
        for number, new in zip(next_numbers(len(come)), come, strict=True):
            new.place = place(new.post.at, number)
    keeper.delete(leader.pk, gone)
    keeper.update(leader.pk, stay)
    keeper.insert(leader.pk, come)
    left = [old for old, _ in stay] + gone
    tallies.add(leader, tallies.changes(left, [new for _, new in planned]))
