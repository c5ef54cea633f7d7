"""Importing in little memory, however large the library."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def lean() -> Iterator[None]:
    """Read the database through its bounded cache alone.

    SQLite otherwise maps the file into memory, which suits searching; an import
    passes over so much of it that the process would grow with the library.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        found = cursor.fetchone()
        cursor.execute("PRAGMA mmap_size=0")
    try:
        yield
    finally:
        if found is not None:  # a database in memory has no map
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA mmap_size={int(found[0])}")
