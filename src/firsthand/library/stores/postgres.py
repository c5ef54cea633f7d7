"""The library in PostgreSQL: the words as a `tsvector` beside each row, under a GIN index.

The words are those of SQLite, folded the same way and cut here rather than by
PostgreSQL's own parser, so that both databases give the same answers.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from firsthand.library.query import WORD, Question, Term
from firsthand.library.rows import Row
from firsthand.library.stores.known import Known
from firsthand.library.stores.spans import span

INSERT = """INSERT INTO library_storedpost
(id, leader_id, key, network, kind, lang, at, record, media, words)
SELECT p, %s, k, n, s, l, a, r, m, w::tsvector FROM unnest(
%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::text[],
%s::boolean[], %s::text[]) AS given(p, k, n, s, l, a, r, m, w)"""
UPDATE = """UPDATE library_storedpost
SET network=%s, kind=%s, lang=%s, record=%s, media=%s, words=%s::tsvector WHERE id=%s"""
KNOWN = """SELECT key, id, record, lang FROM library_storedpost
WHERE leader_id=%s AND key = ANY(%s::text[])"""
FOUND = """SELECT id FROM library_storedpost
WHERE leader_id = %(leader)s AND id BETWEEN %(first)s AND %(last)s
AND (%(network)s::text IS NULL OR network = %(network)s)
AND (%(kind)s::text IS NULL OR kind = %(kind)s)
AND (%(lang)s::text IS NULL OR coalesce(lang, '') = %(lang)s)
AND (%(media)s::boolean IS NULL OR media = %(media)s)
AND (%(terms)s::tsquery IS NULL OR words @@ %(terms)s::tsquery)
"""
PLACES = {
    False: FOUND + "ORDER BY id DESC LIMIT %(limit)s",
    True: FOUND + "ORDER BY id ASC LIMIT %(limit)s",
}
MAX_WORDS = 16_000  # PostgreSQL keeps no position beyond 16,383
MAX_LETTERS = 200


class PostgresStore:
    """Rows and words in PostgreSQL; see `library.stores.Store`."""

    def known(self, leader: int, keys: list[str]) -> dict[str, Known]:
        """Give what is known of those keys that a leader's library holds."""
        with connection.cursor() as cursor:
            cursor.execute(KNOWN, [leader, keys])
            return {key: Known(*found) for key, *found in cursor.fetchall()}

    def insert(self, leader: int, rows: list[Row]) -> None:
        """Store new rows, with their words."""
        if not rows:
            return
        columns = zip(*(_values(row) for row in rows), strict=True)
        with connection.cursor() as cursor:
            cursor.execute(INSERT, [leader, *map(list, columns)])

    def update(self, leader: int, changes: list[tuple[Row, Row]]) -> None:
        """Replace rows by newer versions that stand at the same place."""
        with connection.cursor() as cursor:
            cursor.executemany(UPDATE, [_changed(new) for _, new in changes])

    def delete(self, leader: int, rows: list[Row]) -> None:
        """Take rows away, with their words."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM library_storedpost WHERE id = ANY(%s::bigint[])",
                [[row.place for row in rows]],
            )

    def places(self, leader: int, question: Question, limit: int) -> list[int]:
        """Give the first places that answer a question, in its order."""
        with connection.cursor() as cursor:
            cursor.execute(PLACES[question.oldest_first], _asked(leader, question, limit))
            return [place for (place,) in cursor.fetchall()]


def _asked(leader: int, question: Question, limit: int) -> dict[str, Any]:
    first, last = span(question)
    terms = " & ".join(_phrase(term) for term in question.terms)
    return {
        "leader": leader,
        "first": first,
        "last": last,
        "network": question.network,
        "kind": question.kind,
        "lang": question.lang,
        "media": question.media,
        "terms": terms or None,
        "limit": limit,
    }


def _phrase(term: Term) -> str:
    parts = [f"'{word[:MAX_LETTERS]}'" for word in term.words]
    if term.prefix:
        parts[-1] += ":*"
    return ("!" if term.excluded else "") + "(" + " <-> ".join(parts) + ")"


def _values(row: Row) -> tuple[Any, ...]:
    sort = row.sort
    lang = sort.lang or None
    return (
        row.place, row.key, sort.network, sort.kind, lang, _at(row.post.at), row.record, sort.media,
        _vector(row.words()),
    )  # fmt: skip


def _at(at: datetime | None) -> datetime | None:
    """Give a time that Python can read back: within a day of the calendar's ends, as it is."""
    try:
        return at.astimezone(UTC) if at is not None else None
    except OverflowError:
        return at.replace(tzinfo=UTC) if at is not None else None


def _changed(row: Row) -> tuple[Any, ...]:
    sort = row.sort
    words = _vector(row.words())
    return sort.network, sort.kind, sort.lang or None, row.record, sort.media, words, row.place


def _vector(folded: str) -> str:
    words = WORD.findall(folded)[:MAX_WORDS]
    return " ".join(f"'{word[:MAX_LETTERS]}':{at}" for at, word in enumerate(words, 1))
