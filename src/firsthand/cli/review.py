"""`firsthand review`: what a wise, kind, blunt adviser would say of a draft."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import click

from firsthand.cli import review_words as words
from firsthand.cli.output import filter_lines, lang, say_json
from firsthand.cli.paths import ARCHIVE, FILE
from firsthand.cli.review_context import Given, decoded, is_lines
from firsthand.cli.review_context import context as read_context
from firsthand.cli.review_json import plain, read_answering, read_draft
from firsthand.cli.review_page import page
from firsthand.coach.context import Context
from firsthand.coach.reviewing import review
from firsthand.records.draft import Draft
from firsthand.records.errors import BadInput
from firsthand.text.lengths import NETWORKS


@click.command(epilog='Example: firsthand review --network x "Ravi de vous annoncer notre offre."')
@click.option(
    "--network",
    "networks",
    multiple=True,
    type=click.Choice(list(NETWORKS)),
    help="Network the draft is meant for. May be repeated.",
)
@click.option("--reply-to", type=FILE, help="The post it answers: its text, or a line of JSON.")
@click.option("--strategy", type=FILE, help="The leader's strategy, as TOML.")
@click.option(
    "--archive",
    "archives",
    multiple=True,
    type=ARCHIVE,
    help="The leader's posts so far (zip, folder or file). May be repeated.",
)
@click.option(
    "--background",
    type=ARCHIVE,
    help="Other people's posts, to judge the voice of the archive against.",
)
@click.option(
    "--heard",
    multiple=True,
    type=FILE,
    help="What was heard: posts, signals as “listen --json” prints them, trends; lines of JSON.",
)
@click.option("--limit", "limits", multiple=True, metavar="NETWORK=N", help="Limit of an account.")
@click.option(
    "--own-share", type=click.FloatRange(0, 1), help="The leader's own share of the draft, 0 to 1."
)
@click.option("--at", metavar="TIME", help="Review as of then: 2026-05-04T09:12:00+02:00.")
@click.option(
    "--proofread", is_flag=True, help="Ask the spelling and grammar checkers installed here, too."
)
@click.option("--settings", type=FILE, help="What your organisation changed in the coach (TOML).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, every sentence in French too.")
@click.option("--lines", is_flag=True, help="Read many drafts, one JSON object a line.")
@click.argument("text", required=False)
def command(
    networks: tuple[str, ...],
    reply_to: Path | None,
    strategy: Path | None,
    archives: tuple[Path, ...],
    background: Path | None,
    heard: tuple[Path, ...],
    limits: tuple[str, ...],
    own_share: float | None,
    at: str | None,
    proofread: bool,
    settings: Path | None,
    as_json: bool,
    lines: bool,
    text: str | None,
) -> None:
    """Review TEXT, or what standard input holds; exit code 1 when something stops.

    Standard input that begins with a JSON object is read as lines of JSON: each
    holds `text`, and may hold `id`, `lang`, `title`, `networks`, `media`, and the
    post that it is `answering`; each gets one line of JSON in return.
    """
    given = text if text not in (None, "-") else None
    if given is None and text is None and sys.stdin.isatty():
        raise click.UsageError(words.NO_DRAFT.text(lang()))
    context = read_context(
        Given(
            networks=networks,
            limits=limits,
            reply_to=reply_to,
            strategy=strategy,
            archives=archives,
            background=background,
            heard=heard,
            settings=settings,
            own_share=own_share,
            at=at,
            proofread=proofread,
        )
    )
    if given is None:
        source: BinaryIO = sys.stdin.buffer
        data = b"" if lines else source.read()
        if lines or is_lines(data):
            _many(source if lines else BytesIO(data), networks, context)
            return
        given = decoded(data, words.STANDARD_INPUT.text(lang())).rstrip("\r\n")
    _one(given, networks, context, as_json=as_json)


def _one(text: str, networks: tuple[str, ...], context: Context, *, as_json: bool) -> None:
    if not text.strip():
        raise BadInput(words.EMPTY())
    found = review(Draft(text=text, networks=networks), context)
    say_json(plain(found, text)) if as_json else click.echo(page(found, text, lang()))
    if found.stops:
        raise click.exceptions.Exit(1)


def _many(source: BinaryIO, networks: tuple[str, ...], context: Context) -> None:
    stopped = False

    def judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
        nonlocal stopped
        for line in lines:
            try:
                draft = read_draft(line, networks)
                answering = read_answering(line, context.answering)
            except BadInput as error:
                yield error
                continue
            found = review(draft, replace(context, answering=answering))
            stopped = stopped or bool(found.stops)
            yield plain(found, draft.text)

    filter_lines(judge, source=source)
    if stopped:
        raise click.exceptions.Exit(1)
