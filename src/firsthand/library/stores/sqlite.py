"""The library in SQLite: rows, and a full-text index that holds words but no copy of the text.

The index (`library_words`, FTS5) is contentless and stands in the order of the
posts' places, so that a page of results, in order of time, is read off without
sorting. Beside the words it holds, as words of their own, the leader and the sort
of each post; every filter is then answered inside the index.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec
from django.db import connection

from firsthand.library.query import Question, Term
from firsthand.library.rows import Row, Sort
from firsthand.library.stores.known import Known
from firsthand.library.stores.spans import span

INSERT = """INSERT INTO library_storedpost (id, leader_id, key, network, kind, lang, at, record)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
UPDATE = "UPDATE library_storedpost SET network=%s, kind=%s, lang=%s, record=%s WHERE id=%s"
DELETE = "DELETE FROM library_storedpost WHERE id=%s"
KNOWN = """SELECT key, id, record, lang FROM library_storedpost
WHERE leader_id=%s AND key IN (SELECT value FROM json_each(%s))"""
INDEX = "INSERT INTO library_words (rowid, words, sort) VALUES (%s, %s, %s)"
# A contentless index forgets a row only when told again what it held.
FORGET = (
    "INSERT INTO library_words (library_words, rowid, words, sort) VALUES ('delete', %s, %s, %s)"
)

OTHERS = "SELECT EXISTS (SELECT 1 FROM people_leader WHERE id <> %s)"
FOUND = """SELECT rowid FROM library_words
WHERE library_words MATCH %s AND rowid BETWEEN %s AND %s"""
PLACES = {
    False: f"{FOUND} ORDER BY rowid DESC LIMIT %s",
    True: f"{FOUND} ORDER BY rowid ASC LIMIT %s",
}


class SqliteStore:
    """Rows and words in SQLite; see `library.stores.Store`."""

    def known(self, leader: int, keys: list[str]) -> dict[str, Known]:
        """Give what is known of those keys that a leader's library holds."""
        with connection.cursor() as cursor:
            cursor.execute(KNOWN, [leader, msgspec.json.encode(keys).decode()])
            return {key: Known(*found) for key, *found in cursor.fetchall()}

    def insert(self, leader: int, rows: list[Row]) -> None:
        """Store new rows, with their words; in order, which is how both trees grow fastest."""
        rows = sorted(rows, key=lambda row: row.place)
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, [_values(leader, row) for row in rows])
            cursor.executemany(INDEX, [_indexed(leader, row) for row in rows])

    def update(self, leader: int, changes: list[tuple[Row, Row]]) -> None:
        """Replace rows by newer versions that stand at the same place."""
        values = [
            (new.sort.network, new.sort.kind, new.sort.lang or None, new.record, new.place)
            for _, new in changes
        ]
        words = [(_indexed(leader, old), _indexed(leader, new)) for old, new in changes]
        moved = sorted(pair for pair in words if pair[0] != pair[1])
        with connection.cursor() as cursor:
            cursor.executemany(UPDATE, values)
            cursor.executemany(FORGET, [old for old, _ in moved])
            cursor.executemany(INDEX, [new for _, new in moved])

    def delete(self, leader: int, rows: list[Row]) -> None:
        """Take rows away, with their words."""
        rows = sorted(rows, key=lambda row: row.place)
        with connection.cursor() as cursor:
            cursor.executemany(DELETE, [(row.place,) for row in rows])
            cursor.executemany(FORGET, [_indexed(leader, row) for row in rows])

    def places(self, leader: int, question: Question, limit: int) -> list[int]:
        """Give the first places that answer a question, in its order."""
        with connection.cursor() as cursor:
            # On a desk with one leader, their name in every post would only be read for nothing.
            cursor.execute(OTHERS, [leader])
            (shared,) = cursor.fetchone()
            asked = match(leader if shared or not _positive(question) else None, question)
            cursor.execute(PLACES[question.oldest_first], [asked, *span(question), limit])
            return [place for (place,) in cursor.fetchall()]


def match(leader: int | None, question: Question) -> str:
    """Write a question in the language of FTS5; without a leader, for those of all leaders."""
    sorts = [f"leader{leader}"] if leader is not None else []
    if question.network is not None:
        sorts.append(_network(question.network))
    if question.kind is not None:
        sorts.append(f"kind{question.kind}")
    if question.lang is not None:
        sorts.append(f"lang{question.lang or 'none'}")
    if question.media is not None:
        sorts.append(f"media{question.media:d}")
    parts = [f"words : {_phrase(term)}" for term in question.terms if not term.excluded]
    parts += [f'sort : "{sort}"' for sort in sorts]
    excluded = [f" NOT words : {_phrase(term)}" for term in question.terms if term.excluded]
    return "(" + " AND ".join(parts) + ")" + "".join(excluded)


def _positive(question: Question) -> bool:
    """Tell whether a question asks for words: a list of what to leave out is none to FTS5."""
    return any(not term.excluded for term in question.terms)


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _values(leader: int, row: Row) -> tuple[Any, ...]:
    sort = row.sort
    at = _at(row.post.at)
    lang = sort.lang or None
    return row.place, leader, row.key, sort.network, sort.kind, lang, at, row.record


def _at(at: datetime | None) -> str | None:
    """Write a time as Django reads it from SQLite."""
    if at is None:
        return None
    try:
        return at.astimezone(UTC).isoformat(" ").removesuffix("+00:00")
    except OverflowError:  # within a day of the calendar's ends
        return at.replace(tzinfo=None).isoformat(" ")


def _indexed(leader: int, row: Row) -> tuple[int, str, str]:
    return row.place, row.words(), _sorts(leader, row.sort)


@lru_cache(maxsize=4096)
def _sorts(leader: int, sort: Sort) -> str:
    lang = sort.lang or "none"
    network = _network(sort.network)
    return f"leader{leader} {network} kind{sort.kind} lang{lang} media{sort.media:d}"


def _network(name: str) -> str:
    """Give one word for a network, whatever its name is made of."""
    return "network" + (name if name.isascii() and name.isalnum() else name.encode().hex())
