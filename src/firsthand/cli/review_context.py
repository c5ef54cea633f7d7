"""What `firsthand review` is told beside the draft, read from files and options."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

import click
import orjson

from firsthand.cli import review_words as words
from firsthand.cli.output import lang, read_lines
from firsthand.coach.context import Context, Proofreader, Target, Voice
from firsthand.coach.hearing import NOTHING, Hearing, hear
from firsthand.coach.memory import Memory
from firsthand.coach.proofreading import installed
from firsthand.coach.settings import Settings
from firsthand.coach.settings import read as read_settings
from firsthand.networks.archives import Skipped, open_archive
from firsthand.records.clock import Clock, FixedClock, SystemClock
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line, read_time
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import read as read_strategy
from firsthand.text.lengths import NETWORKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given on the command line, as it was given."""

    networks: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    reply_to: Path | None = None
    strategy: Path | None = None
    archives: tuple[Path, ...] = ()
    background: Path | None = None
    heard: tuple[Path, ...] = ()
    settings: Path | None = None
    own_share: float | None = None
    at: str | None = None
    proofread: bool = False


def context(given: Given) -> Context:
    """Read everything that the coach is to know.

    Raises:
        BadInput: a file or a value cannot be used; says which and why.
    """
    strategy = read_strategy(_text(given.strategy)) if given.strategy else None
    own = _posts(given.archives) if given.archives else None
    clock = _clock(given.at)
    heard = _hearing(given.heard, own or [], strategy, clock)
    told = Context(
        strategy=strategy,
        own=Memory(own) if own is not None else None,
        profile=_voice(own, given.background) if own else None,
        heard=heard.posts,
        signals=heard.signals,
        trends=heard.trends,
        unanswered=heard.unanswered,
        answering=_post(given.reply_to) if given.reply_to else None,
        targets=_targets(given),
        own_share=given.own_share,
        settings=read_settings(_text(given.settings)) if given.settings else Settings(),
        proofreaders=_proofreaders() if given.proofread else (),
    )
    return replace(told, clock=clock, zone=clock.now().tzinfo or UTC) if given.at else told


def _clock(at: str | None) -> Clock:
    return FixedClock(read_time(at)) if at else SystemClock()


def _targets(given: Given) -> tuple[Target, ...]:
    """Give the networks with the limits of the leader's accounts there, where they are told."""
    limits: dict[str, int] = {}
    for limit in given.limits:
        network, _, value = limit.partition("=")
        if network not in NETWORKS or not value.isascii() or not value.isdigit() or not int(value):
            raise BadInput(words.BAD_LIMIT(value=limit))
        limits[network] = int(value)
    if not limits:
        return ()
    names = dict.fromkeys((*given.networks, *limits))
    return tuple(Target(name, limits.get(name)) for name in names)


def _hearing(
    files: tuple[Path, ...], own: list[Post], strategy: Strategy | None, clock: Clock
) -> Hearing:
    if not files:
        return NOTHING
    lines = [line for path in files for line in _lines(path)]
    handles = {post.author for post in own if post.author}
    handles |= set(strategy.handles) if strategy else set()
    found = hear((line for line in lines if isinstance(line, dict)), own, handles, clock.now())
    if bad := len(found.skipped) + sum(isinstance(line, BadInput) for line in lines):
        click.echo(words.NOT_HEARD(n=bad).text(lang()), err=True)
    return found


def _lines(path: Path) -> Iterator[dict[str, Any] | BadInput]:
    with path.open("rb") as source:
        yield from read_lines(source)


def is_lines(data: bytes) -> bool:
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
    if not is_lines(text.encode()):
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


def _voice(own: list[Post], background: Path | None) -> Voice | None:
    """Learn the leader's voice against other people's, each by their name."""
    if background is None:
        return None
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
    return decoded(path.read_bytes(), path.name)


def decoded(data: bytes, name: str) -> str:
    """Read bytes as UTF-8; BadInput names where they came from when they are not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(words.NOT_UTF8(name=name)) from error
