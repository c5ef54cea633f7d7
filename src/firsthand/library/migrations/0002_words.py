"""The full-text index, in each database's own way, and the count of posts as they arrive."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ARRIVALS = ["CREATE TABLE library_arrivals (next BIGINT NOT NULL)", "INSERT INTO library_arrivals VALUES (0)"]

SQLITE = [
    *ARRIVALS,
    """CREATE VIRTUAL TABLE library_words USING fts5(
        words, sort, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2")""",
    # A batch of an import becomes one segment, written once; sixteen are then made into one,
    # so that a word is written about twice in a library of a million posts.
    "INSERT INTO library_words (library_words, rank) VALUES ('hashsize', 67108864)",
    "INSERT INTO library_words (library_words, rank) VALUES ('automerge', 16)",
    "INSERT INTO library_words (library_words, rank) VALUES ('crisismerge', 32)",
]
POSTGRES = [
    *ARRIVALS,
    "ALTER TABLE library_storedpost ADD COLUMN media BOOLEAN NOT NULL DEFAULT false",
    "ALTER TABLE library_storedpost ADD COLUMN words TSVECTOR NOT NULL DEFAULT ''",
    "CREATE INDEX library_words ON library_storedpost USING gin (words)",
]


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [migrations.RunPython(make)]
