"""What may be wrong with an installation, each with how to mend it."""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from firsthand.config import checkup_messages as say
from firsthand.config import environment
from firsthand.config.desk import open_desk, pending
from firsthand.config.secrets import FILE_NAME
from firsthand.records.errors import FirsthandError
from firsthand.records.message import Said

ENOUGH_DISK = 1_000_000_000  # bytes
OPTIONAL = ("grammalecte-cli",)
STALE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Symptom:
    """What one look found; `mend` says what to do when it is not well."""

    name: str
    well: bool
    said: Said
    mend: Said | None = None


def examine() -> list[Symptom]:
    """Look at everything, in the order in which one thing needs another."""
    found = [python()]
    try:
        home = environment.home()
        found += [folder(home), disk(home)]
        open_desk(migrate=False)
        found.append(secret(home))
        found += [look() for look in _WITH_DESK]
    except FirsthandError as error:
        found.append(Symptom("setting", well=False, said=error.said))
    return found + [optional(program) for program in OPTIONAL]


def python() -> Symptom:
    """Look at the version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info >= (3, 11)
    return Symptom("python", well, say.PYTHON(version=version), say.PYTHON_MEND())


def folder(home: Path) -> Symptom:
    """Look whether the desk's home can be written in."""
    nearest = next(path for path in (home, *home.parents) if path.exists())
    well = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
    return Symptom("home", well, say.HOME(path=home), say.HOME_MEND(path=home))


def disk(home: Path) -> Symptom:
    """Look at the space that is left where the desk lives."""
    nearest = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(nearest).free
    gigabytes = round(free / 1e9, 1)
    return Symptom("disk", free >= ENOUGH_DISK, say.DISK(free=gigabytes), say.DISK_MEND(path=home))


def secret(home: Path) -> Symptom:
    """Look whether the desk's secret is readable by its owner alone."""
    path = home / FILE_NAME
    well = not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return Symptom("secret", well, say.SECRET(path=path), say.SECRET_MEND(path=path))


def database() -> Symptom:
    """Look whether the database answers and is up to date."""
    from django.db import connection

    lacking = pending()
    new = not connection.introspection.table_names()
    kind = connection.display_name
    if new:
        said = say.DATABASE_NEW(kind=kind)
    else:
        said = (
            say.DATABASE(kind=kind, n=len(lacking)) if lacking else say.DATABASE_CURRENT(kind=kind)
        )
    return Symptom("database", new or not lacking, said, say.DATABASE_MEND())


def full_text() -> Symptom:
    """Look whether SQLite was built with its full-text index."""
    from django.db import connection

    well = True
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
            well = bool(cursor.fetchone()[0])
    return Symptom("search", well, say.SEARCH(), say.SEARCH_MEND())


def tallies() -> Symptom:
    """Look whether the counts of posts agree with the posts."""
    from django.db.models import Sum

    from firsthand.library.models import StoredPost, Tally

    if pending():
        return Symptom("library", well=True, said=say.LIBRARY(n=0))
    posts = StoredPost.objects.count()
    counted = Tally.objects.aggregate(all=Sum("posts"))["all"] or 0
    return Symptom("library", posts == counted, say.LIBRARY(n=posts), say.LIBRARY_MEND(n=counted))


def imports() -> Symptom:
    """Look for imports that failed lately or that nobody carries out."""
    from django.utils import timezone

    from firsthand.library.models import Import

    if pending():
        return Symptom("imports", well=True, said=say.IMPORTS(failed=0, waiting=0))
    now = timezone.now()
    week = Import.objects.filter(created__gt=now - timedelta(days=7))
    failed = week.filter(state=Import.State.FAILED).count()
    waiting = Import.objects.filter(state=Import.State.WAITING, created__lt=now - STALE).count()
    said = say.IMPORTS(failed=failed, waiting=waiting)
    return Symptom("imports", not failed and not waiting, said, say.IMPORTS_MEND())


def records() -> Symptom:
    """Look whether every sealed record of authorship is as it was sealed."""
    from firsthand.desk import sealing
    from firsthand.desk.models import Seal
    from firsthand.people.models import Leader

    if pending():
        return Symptom("records", well=True, said=say.RECORDS(n=0))
    for leader in Leader.objects.filter(seals__isnull=False).distinct():
        number = sealing.broken(leader)
        if number is not None:
            said = say.RECORDS_BROKEN(leader=leader.name, number=number)
            return Symptom("records", well=False, said=said, mend=say.RECORDS_MEND())
    return Symptom("records", well=True, said=say.RECORDS(n=Seal.objects.count()))


def pages() -> Symptom:
    """Look whether the pages' style and scripts are there."""
    from django.contrib.staticfiles import finders

    root = Path(__file__).parent.parent / "web" / "static"
    files = [path for path in root.rglob("*") if path.is_file()]
    well = bool(files) and all(finders.find(str(path.relative_to(root))) for path in files)
    return Symptom("pages", well, say.PAGES(n=len(files)), say.PAGES_MEND())


def optional(program: str) -> Symptom:
    """Look for a program that Firsthand uses when it is there; never a fault."""
    there = shutil.which(program) is not None
    said = say.OPTIONAL_THERE if there else say.OPTIONAL_ABSENT
    return Symptom(program, well=True, said=said(program=program))


_WITH_DESK: tuple[Callable[[], Symptom], ...] = (
    database, full_text, tallies, imports, records, pages,
)  # fmt: skip
