"""The folder where what was heard is kept: posts and signals in SQLite, the state in a file."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import orjson

from firsthand.listen.engines.local import messages as say
from firsthand.listen.pipeline.signals import Heard, identity, name_of
from firsthand.records.errors import BadInput, Corrupt
from firsthand.records.signal import Signal, said, telling, to_line

_MAGIC = b"firsthand listening 1\n"
_DIGEST = 32
_SCHEMA = """
CREATE TABLE IF NOT EXISTS post (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, network TEXT, id TEXT, at TEXT,
    author TEXT, lang TEXT, tone REAL, story INTEGER, watches TEXT, url TEXT, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS post_words USING fts5(
    text, content=post, content_rowid=number, columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);
DROP TRIGGER IF EXISTS post_put;  -- of folders written before batches were indexed at once
CREATE TABLE IF NOT EXISTS indexed AS SELECT coalesce(max(number), 0) AS number FROM post;
INSERT INTO post_words(post_words, rank) VALUES ('hashsize', 67108864);
CREATE TABLE IF NOT EXISTS signal (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, leader TEXT NOT NULL, at TEXT, told INTEGER NOT NULL,
    en TEXT NOT NULL, fr TEXT NOT NULL
);
"""
INDEXED = 65_536
"""Posts whose words wait to be indexed, at most: together they cost half of what they do alone."""


class Home:
    """One folder for one listener at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = (folder / "lock").open("w")
        except OSError as fault:
            raise BadInput(say.NO_FOLDER(folder=folder, reason=str(fault.strerror))) from None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise BadInput(say.BUSY(folder=folder)) from None
        # One listener at a time, though Spark's micro-batches come in a thread of their own.
        self._database = sqlite3.connect(
            folder / "heard.sqlite3", isolation_level=None, check_same_thread=False
        )
        try:
            self._open()
        except sqlite3.DatabaseError:
            self._database.close()
            self._lock.close()
            raise Corrupt(say.BROKEN_DATABASE(path=folder / "heard.sqlite3")) from None

    def _open(self) -> None:
        # The state must never know more than the database, whatever happens to the machine.
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        # Room for the index of words, which is all over the file; and fewer, larger checkpoints.
        self._database.execute("PRAGMA cache_size=-65536")
        self._database.execute("PRAGMA wal_autocheckpoint=10000")
        self._database.executescript(_SCHEMA)
        self._last, self._indexed = self._numbers()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._index()
        finally:
            self._database.close()
            self._lock.close()

    def keep(self, heard: Sequence[Heard], signals: Sequence[Signal]) -> None:
        """Store posts and signals, all or none; what is there already stays as it is."""
        if not heard and not signals:
            return
        with self._at_once():
            self._database.executemany(
                "INSERT OR IGNORE INTO post (key, network, id, at, author, lang, tone, story,"
                " watches, url, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                map(_row, heard),
            )
            self._database.executemany(
                "INSERT OR IGNORE INTO signal (id, kind, leader, at, told, en, fr)"
                " VALUES (?, ?, ?, ?, 0, ?, ?)",
                map(_signal, signals),
            )
        self._last, _ = self._numbers()
        if self._last - self._indexed >= INDEXED:
            self._index()

    def _numbers(self) -> tuple[int, int]:
        """Give the number of the last post, and of the last one whose words are indexed."""
        found: tuple[int, int] = self._database.execute(
            "SELECT (SELECT coalesce(max(number), 0) FROM post), (SELECT number FROM indexed)"
        ).fetchone()
        return found

    def _index(self) -> None:
        """Index the words of the posts that wait for it."""
        if self._last == self._indexed:
            return
        with self._at_once():
            self._database.execute(
                "INSERT INTO post_words (rowid, text) SELECT number, text FROM post"
                " WHERE number > (SELECT number FROM indexed) ORDER BY number"
            )
            self._database.execute("UPDATE indexed SET number = ?", (self._last,))
        self._indexed = self._last

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Write all of it or none."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def untold(self, lang: str) -> list[dict[str, Any]]:
        """Give the signals that nobody has been told of yet, as lines, in the order they came."""
        column = "fr" if lang == "fr" else "en"
        rows = self._database.execute(
            f"SELECT {column} FROM signal WHERE told = 0 ORDER BY rowid"  # noqa: S608 (two names)
        )
        return [orjson.loads(line) for (line,) in rows]

    def told(self, ids: Iterable[str]) -> None:
        """Note that somebody has been told of signals."""
        with self._at_once():
            self._database.executemany(
                "UPDATE signal SET told = 1 WHERE id = ?", [(i,) for i in ids]
            )

    def search(self, words: str, most: int = 20) -> list[tuple[str, str]]:
        """Give the latest posts kept that hold all of some words: author and text."""
        self._index()
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        found = self._database.execute(
            "SELECT author, post.text FROM post_words JOIN post ON post.number = post_words.rowid"
            " WHERE post_words MATCH ? ORDER BY post.number DESC LIMIT ?",
            (quoted, most),
        )
        return found.fetchall()

    def save(self, state: dict[str, Any]) -> None:
        """Write the state beside the old one, make sure that it is on the disk, and put it in place."""
        self._index()
        told = msgspec.msgpack.encode(state)
        path, fresh = self._state, self._folder / "listening.new"
        with fresh.open("wb") as file:
            file.writelines((_MAGIC, blake2b(told, digest_size=_DIGEST).digest(), told))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def load(self) -> dict[str, Any] | None:
        """Give the state that was saved last, if any.

        Raises:
            Corrupt: the file is not what was written.
        """
        if not self._state.exists():
            return None
        content = self._state.read_bytes()
        told = content[len(_MAGIC) + _DIGEST :]
        if content[: -len(told) or None] != _MAGIC + blake2b(told, digest_size=_DIGEST).digest():
            raise Corrupt(say.BROKEN(path=self._state))
        state: dict[str, Any] = msgspec.msgpack.decode(told)
        return state

    @property
    def _state(self) -> Path:
        return self._folder / "listening.state"


def _row(heard: Heard) -> tuple[object, ...]:
    post = heard.post
    # As `isoformat` writes it, several times as fast.
    at = orjson.dumps(post.at)[1:-1].decode() if post.at else None
    return (
        f"{post.network}\x1f{post.id}" if post.id else name_of(*identity(post)),
        post.network, post.id, at, post.author, post.lang,
        round(heard.tone[2] - heard.tone[0], 4), heard.story, heard.watched.written, post.url,
        post.text if post.text.isascii() else post.text.encode("utf-8", "replace").decode(),
    )  # fmt: skip


def _signal(signal: Signal) -> tuple[object, ...]:
    line = to_line(signal, "en")
    en = orjson.dumps(line).decode()
    fr = orjson.dumps(line | said(signal, "fr")).decode()
    name = telling(signal.id, signal.number)
    return (name, signal.kind.value, signal.leader, line["at"], en, fr)
