"""`firsthand review`: what a wise, kind, blunt adviser would say of a draft."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import click
import orjson

from firsthand.cli import review_words as words
from firsthand.cli.output import filter_lines, lang, say_json
from firsthand.cli.review_json import plain, read_answering, read_draft
from firsthand.cli.review_page import page
from firsthand.coach.context import Context, Proofreader, Voice
from firsthand.coach.memory import Memory
from firsthand.coach.proofreading import installed
from firsthand.coach.reviewing import review
from firsthand.coach.settings import Settings
from firsthand.coach.settings import read as read_settings
from firsthand.networks.archives import Skipped, open_archive
from firsthand.records.draft import Draft
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line
from firsthand.records.strategy_file import read as read_strategy
from firsthand.text.lengths import NETWORKS

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog='Example: firsthand review --network x "Ravi de vous annoncer notre offre."')
@click.option(
    "--network",
    "networks",
    multiple=True,
    type=click.Choice(list(NETWORKS)),
    help="Network the draft is meant for. May be repeated.",
)
@click.option("--reply-to", type=_FILE, help="The post it answers: its text, or a line of JSON.")
@click.option("--strategy", type=_FILE, help="The leader's strategy, as TOML.")
@click.option(
    "--archive",
    "archives",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="The leader's posts so far (zip, folder or file). May be repeated.",
)
@click.option(
    "--background",
    type=click.Path(exists=True, path_type=Path),
    help="Other people's posts, to judge the voice of the archive against.",
)
@click.option(
    "--proofread", is_flag=True, help="Ask the spelling and grammar checkers installed here, too."
)
@click.option("--settings", type=_FILE, help="What your organisation changed in the coach (TOML).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, every sentence in French too.")
@click.option("--lines", is_flag=True, help="Read many drafts, one JSON object a line.")
@click.argument("text", required=False)
def command(
    networks: tuple[str, ...],
    reply_to: Path | None,
    strategy: Path | None,
    archives: tuple[Path, ...],
    background: Path | None,
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
    own = _posts(archives) if archives else None
    context = Context(
        strategy=read_strategy(_text(strategy)) if strategy else None,
        own=Memory(own) if own is not None else None,
        profile=_voice(own, background) if own and background else None,
        answering=_post(reply_to) if reply_to else None,
        settings=read_settings(_text(settings)) if settings else Settings(),
        proofreaders=_proofreaders() if proofread else (),
    )
    if given is None:
        source: BinaryIO = sys.stdin.buffer
        data = b"" if lines else source.read()
        if lines or _is_lines(data):
            _many(source if lines else BytesIO(data), networks, context)
            return
        given = _decoded(data, words.STANDARD_INPUT.text(lang())).rstrip("\r\n")
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


def _is_lines(data: bytes) -> bool:
    """Tell drafts in lines of JSON from a draft that merely begins with a brace."""
    first = data.lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        orjson.loads(first)
    except orjson.JSONDecodeError:
        return False
    return True


def _post(path: Path) -> Post:
    text = _text(path).strip()
    if not _is_lines(text.encode()):
        if not text:
            raise BadInput(words.EMPTY())
        return Post(text=text)
    try:
        return from_line(orjson.loads(text.split("\n", 1)[0]))
    except BadInput as error:
        raise BadInput(words.BAD_POST(name=path.name, reason=error.said)) from None


def _posts(paths: tuple[Path, ...]) -> list[Post]:
    skipped = 0
    posts: list[Post] = []
    with open_archive(paths) as archive:
        for found in archive:
            if isinstance(found, Skipped):
                skipped += 1
            else:
                posts.append(found)
    if skipped:
        click.echo(words.SKIPPED(n=skipped).text(lang()), err=True)
    return posts


def _voice(own: list[Post], background: Path) -> Voice:
    """Learn the leader's voice against other people's, each by their name."""
    # Imported here because learning starts compiled code, which takes a second.
    from firsthand.coach.voice import learn

    others: dict[str, list[str]] = {}
    for post in _posts((background,)):
        others.setdefault(post.author or "", []).append(post.text)
    return learn([post.text for post in Memory(own).posts], others)


def _proofreaders() -> tuple[Proofreader, ...]:
    found = installed()
    if not found:
        click.echo(words.NO_PROOFREADER.text(lang()), err=True)
    return found


def _text(path: Path) -> str:
    return _decoded(path.read_bytes(), path.name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(words.NOT_UTF8(name=name)) from error
