"""`firsthand strategy`: write, check, compare and keep strategies."""

import os
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from firsthand.cli import strategy_words as words
from firsthand.cli.output import lang, say_json
from firsthand.cli.paths import ARCHIVE, FILE, text_of
from firsthand.plan.harmony import Side, harmony
from firsthand.plan.proposals import Proposals, propose
from firsthand.plan.strategy_changes import changes
from firsthand.plan.strategy_json import change_line, harmony_lines, note_line, proposal_lines
from firsthand.plan.strategy_messages import IDENTICAL, NO_COMPANY
from firsthand.plan.strategy_notes import notes
from firsthand.records.clock import SystemClock
from firsthand.records.errors import BadInput
from firsthand.records.post import Post
from firsthand.records.strategy import Company, Strategy
from firsthand.records.strategy_file import BadStrategy, read, read_company, write
from firsthand.records.strategy_plain import to_plain

Read = TypeVar("Read")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
in_lang = click.option(
    "--lang",
    "language",
    type=click.Choice(["fr", "en"]),
    help="Language of the comments; yours if not said.",
)


@click.group()
def command() -> None:
    """Write, check, compare and keep strategies, as TOML files or in the desk."""


@command.command(epilog="Example: firsthand strategy template --lang fr > strategy.toml")
@in_lang
@as_json
def template(language: str | None, as_json: bool) -> None:
    """Print an empty strategy to fill in, with the questions to answer."""
    text = write(Strategy(), language or lang())
    if as_json:
        say_json({"toml": text})
    else:
        click.echo(text, nl=False)


@command.command(epilog="Example: firsthand strategy check strategy.toml")
@click.argument("file", type=FILE)
@as_json
def check(file: Path, as_json: bool) -> None:
    """Say what is wrong in a strategy, with line and reason, then what is missing in it."""
    try:
        strategy = read(text_of(file))
    except BadStrategy as error:
        _refuse(error, file.name, as_json=as_json)
        raise click.exceptions.Exit(1) from None
    advice = notes(strategy, _today())
    if as_json:
        say_json({"ok": True, "faults": [], "advice": [note_line(each, lang()) for each in advice]})
        return
    click.echo((words.GOOD_WITH if advice else words.GOOD)(n=len(advice)).text(lang()))
    for note in advice:
        click.echo(f"- {note.said.text(lang())}")


@command.command(name="import", epilog="Example: firsthand strategy import strategy.toml")
@click.argument("file", type=FILE)
@click.option("--leader", "slug", help="Whose strategy it is, when the desk has several leaders.")
@click.option("--note", default="", help="Why this version.")
@as_json
def import_(file: Path, slug: str | None, note: str, as_json: bool) -> None:
    """Keep a strategy in the desk, as a new version."""
    strategy = _strategy(file)
    number = _desk().keep(strategy, slug, note)
    if as_json:
        say_json({"version": number})
    else:
        click.echo(words.KEPT(number=number).text(lang()))


@command.command(epilog="Example: firsthand strategy export > strategy.toml")
@click.option("--leader", "slug", help="Whose strategy, when the desk has several leaders.")
@click.option("--version", "number", type=int, help="An older version.")
@in_lang
@as_json
def export(slug: str | None, number: int | None, language: str | None, as_json: bool) -> None:
    """Print the strategy kept in the desk, as TOML with comments."""
    strategy = _desk().kept(slug, number)
    if as_json:
        say_json(to_plain(strategy))
    else:
        click.echo(write(strategy, language or lang()), nl=False)


@command.command(epilog="Example: firsthand strategy diff spring.toml autumn.toml")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@as_json
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Say in words what changed from one strategy to another; exit code 1 when something did."""
    found = changes(_strategy(old), _strategy(new))
    if as_json:
        say_json([change_line(change, lang()) for change in found])
    else:
        for change in found:
            click.echo(change.line(lang()))
        if not found:
            click.echo(IDENTICAL.text(lang()))
    if found:
        raise click.exceptions.Exit(1)


@command.command(name="propose", epilog="Example: firsthand strategy propose --archive twitter.zip")
@click.option("--archive", "paths", type=ARCHIVE, multiple=True, required=True, help="The posts.")
@as_json
def propose_(paths: tuple[Path, ...], as_json: bool) -> None:
    """Say what the posts written so far suggest: topics, people, communities, rhythm."""
    found = propose(_posts(paths))
    if as_json:
        say_json(proposal_lines(found, lang()))
    else:
        _show(found)


@command.command(
    name="harmony",
    epilog="Example: firsthand strategy harmony strategy.toml --company company.toml",
)
@click.argument("file", type=FILE)
@click.option("--company", type=FILE, help="The company's plan; the file's own if not given.")
@click.option("--archive", "paths", type=ARCHIVE, multiple=True, help="The posts so far.")
@as_json
def harmony_(file: Path, company: Path | None, paths: tuple[Path, ...], as_json: bool) -> None:
    """Set a strategy beside the company's plan; exit code 1 when they contradict."""
    strategy = _strategy(file)
    plan = _named(read_company, company) if company else strategy.company
    if plan == Company():
        raise BadInput(NO_COMPANY())
    found = harmony(strategy, plan, _today(), _posts(paths))
    if as_json:
        say_json(harmony_lines(found, lang()))
    else:
        click.echo(found.said().text(lang()))
        for accord in found.accords:
            click.echo(f"- {words.SIDES[accord.side].text(lang())} | {accord.reason.text(lang())}")
    if found.of(Side.CONTRADICTS):
        raise click.exceptions.Exit(1)


def _desk() -> Any:
    """Give the desk's side of the strategy; Django is loaded only when a desk is asked for."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firsthand.config.settings")
    django.setup()
    return import_module("firsthand.cli.strategy_desk")


def _today() -> date:
    return SystemClock().now().astimezone().date()


def _strategy(file: Path) -> Strategy:
    return _named(read, file)


def _named(reads: Callable[[str], Read], file: Path) -> Read:
    """Read a file; what is wrong in it is told with its name."""
    try:
        return reads(text_of(file))
    except BadStrategy as error:
        raise BadInput(words.IN_FILE(name=file.name, fault=error.said)) from error


def _refuse(error: BadStrategy, name: str, *, as_json: bool) -> None:
    if as_json:
        faults = [
            {"line": each.line, "key": each.path or None, "reason": each.reason.text(lang())}
            for each in error.faults
        ]
        say_json({"ok": False, "faults": faults, "advice": []})
        return
    for fault in error.faults:
        click.echo(words.IN_FILE(name=name, fault=fault.said()).text(lang()), err=True)


def _posts(paths: tuple[Path, ...]) -> list[Post]:
    if not paths:
        return []
    from firsthand.networks.archives import open_archive  # its formats take time to load

    return [found for found in open_archive(paths) if isinstance(found, Post)]


def _show(found: Proposals) -> None:
    here = lang()
    click.echo(found.said().text(here))
    if found.why_not:
        return
    for title, rows in words.proposal_rows(found, here):
        click.echo(f"\n{title}")
        for row in rows:
            click.echo(f"  {row}")
