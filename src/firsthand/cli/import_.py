"""`firsthand import PATH…`: bring in the posts written so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from firsthand.cli.output import lang
from firsthand.records.errors import BadInput
from firsthand.records.message import Message

if TYPE_CHECKING:
    from firsthand.library.importing import ImportReport
    from firsthand.networks.archives import Archive

SHOWN = 20
COUNTS = Message(
    "{leader}: {imported} imported, {updated} updated, {unchanged} unchanged, {skipped} skipped.",
    "{leader} : {imported} {imported:importé|importés}, {updated} mis à jour,"
    " {unchanged} {unchanged:inchangé|inchangés}, {skipped} {skipped:laissé|laissés} de côté.",
)
READING = Message("Reading {format}", "Lecture de {format}")
SKIPPED = Message("skipped: {place}: {reason}", "laissé de côté : {place} : {reason}")
AND_MORE = Message("… and {n} more.", "… et {n} de plus.")
NOTHING_READABLE = Message(
    "Nothing in {name} could be read. {place}: {reason}",
    "Rien n'a pu être lu dans {name}. {place} : {reason}",
)


@click.command(epilog="Example: firsthand import twitter-archive.zip")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--leader", help="Whose posts: the leader's name or short name on this desk.")
@click.option("--json", "as_json", is_flag=True, help="End with one line of JSON.")
def command(paths: tuple[Path, ...], leader: str | None, as_json: bool) -> None:
    """Bring in the posts written so far: a zip, a folder or files that a network gave.

    The format is found out. Importing twice adds nothing; a newer export updates.
    """
    from firsthand.networks.archives import open_archive
    from firsthand.networks.archives.names import shown

    with open_archive(paths) as archive:
        report, name = _bring(archive, leader)
    _say(report, name, as_json)
    if report.faults and not report.posts:
        first = next(found for found in report.reasons if found.fault)
        file = ", ".join(shown(path.name) for path in paths)
        raise BadInput(NOTHING_READABLE(name=file, place=first.place, reason=first.reason))


def _bring(archive: "Archive", wanted: str | None) -> tuple["ImportReport", str]:
    """Open the desk only now: a file that is refused leaves no trace."""
    from firsthand.config.desk import open_desk

    open_desk()
    from firsthand.library.importing import import_posts
    from firsthand.people.choosing import choose

    owner = archive.owner
    leader = choose(
        wanted, owner.name if owner else "", owner.handle if owner else "", archive.network
    )
    with _bar(archive.format) as bar:

        def show(report: "ImportReport", progress: float | None) -> None:
            bar.update(bar.task_ids[0], total=progress and 1.0, completed=progress or 0.0)

        return import_posts(leader, archive, show), leader.name


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True)
    # Where nobody watches, only sentences are written.
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        bar.add_task(READING(format=what).text(lang()), total=None)
        yield bar


def _say(report: "ImportReport", leader: str, as_json: bool) -> None:
    for found in report.reasons[:SHOWN]:
        click.echo(SKIPPED(place=found.place, reason=found.reason).text(lang()), err=True)
    if report.skipped > SHOWN:
        click.echo(AND_MORE(n=report.skipped - SHOWN).text(lang()), err=True)
    counts = {
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
    }
    if as_json:
        reasons = [
            {"place": found.place, "reason": found.reason.text(lang())} for found in report.reasons
        ]
        click.echo(orjson.dumps({**counts, "reasons": reasons}).decode())
    else:
        click.echo(COUNTS(leader=leader, **counts).text(lang()))
