"""Where rows and their words are kept: one file for each database, told apart here alone."""

from typing import Protocol

from django.db import connection

from firsthand.library.query import Question
from firsthand.library.rows import Row
from firsthand.library.stores.known import Known
from firsthand.library.stores.postgres import PostgresStore
from firsthand.library.stores.sqlite import SqliteStore

__all__ = ["Known", "Store", "store"]


class Store(Protocol):
    """What a database does for the library. All of it happens in the caller's transaction."""

    def known(self, leader: int, keys: list[str]) -> dict[str, Known]:
        """Give what is known of those keys that a leader's library holds."""

    def insert(self, leader: int, rows: list[Row]) -> None:
        """Store new rows, with their words."""

    def update(self, leader: int, changes: list[tuple[Row, Row]]) -> None:
        """Replace rows by newer versions that stand at the same place."""

    def delete(self, leader: int, rows: list[Row]) -> None:
        """Take rows away, with their words."""

    def places(self, leader: int, question: Question, limit: int) -> list[int]:
        """Give the first places that answer a question, in its order."""


def store() -> Store:
    """Give the store of the database in use."""
    return PostgresStore() if connection.vendor == "postgresql" else SqliteStore()
