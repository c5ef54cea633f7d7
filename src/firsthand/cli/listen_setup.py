"""What `firsthand listen` listens with: a pipeline made of strategies, accounts and archives."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from numba.extending import is_jitted

from firsthand.cli import listen_words as words
from firsthand.cli.paths import text_of
from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.spoken import Spoken
from firsthand.listen.surge.detector import weekday
from firsthand.listen.surge.kernels import step
from firsthand.networks.archives import Skipped, open_archive
from firsthand.records.errors import BadInput
from firsthand.records.post import Post
from firsthand.records.query import About, From, Query
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import BadStrategy, read


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was given.

    `own`: accounts of the organisation; `answers`: when a rumour was answered elsewhere;
    `archives`: what the leader has published; `day`: which weekday a day behaves like.
    """

    strategies: tuple[Path, ...]
    own: tuple[str, ...] = ()
    answers: Sequence[datetime] = ()
    archives: tuple[Path, ...] = ()
    day: Callable[[datetime], int] | None = None


def pipeline_of(wanted: Wanted) -> Pipeline:
    """Give the pipeline for some strategies.

    Raises:
        BadInput: a strategy cannot be read or names nothing to hear, or an archive does not
            say whose it is.
    """
    queries: list[Query] = []
    own: dict[str, frozenset[str]] = {}
    for file in wanted.strategies:
        strategy = _strategy(file)
        compiled = compile_strategy(strategy)
        if not compiled:
            raise BadInput(words.NOTHING_TO_HEAR(path=file))
        leader = compiled[0].leader
        queries += compiled
        own[leader] = frozenset(map(account, (*strategy.handles, *wanted.own)))
        if wanted.own:
            names = tuple(name.strip().lstrip("@＠") for name in wanted.own)
            queries.append(Query("organisation's posts", From(names), About.OWN, leader))
    spoken = _spoken(wanted.archives, own)
    day = wanted.day or weekday
    return Pipeline(Matcher.of(queries), own, answers=wanted.answers, spoken=spoken, day=day)


def _strategy(file: Path) -> Strategy:
    try:
        return read(text_of(file))
    except BadStrategy as error:
        raise BadInput(words.IN_FILE(name=file.name, fault=error.said)) from error


def is_first_start() -> bool:
    """Say whether what hears the first posts has still to be compiled on this machine."""
    fast: Any = step
    return is_jitted(fast) and not any(Path(str(fast.stats.cache_path)).glob("*.step-*.nbi"))


def leaders(pipeline: Pipeline) -> list[str]:
    """Give the leaders that a pipeline listens for."""
    return list(dict.fromkeys(query.leader for query in pipeline.matcher.queries))


def _spoken(archives: Sequence[Path], own: Mapping[str, frozenset[str]]) -> dict[str, Spoken]:
    said: dict[str, list[Post]] = {}
    for path in archives:
        leader, posts = _archive(path, own)
        said.setdefault(leader, []).extend(posts)
    return {leader: Spoken.of(posts) for leader, posts in said.items()}


def _archive(path: Path, own: Mapping[str, frozenset[str]]) -> tuple[str, list[Post]]:
    with open_archive([path]) as archive:
        posts = [found for found in archive if not isinstance(found, Skipped)]
        owner = archive.owner
    handles = {account(owner.handle)} if owner and owner.handle else set(_authors(posts))
    whose = [leader for leader, accounts in own.items() if accounts & handles]
    if len(own) == 1:
        whose = list(own)
    if len(whose) != 1:
        raise BadInput(words.WHOSE_ARCHIVE(path=path))
    accounts = own[whose[0]]
    mine = [post for post in posts if not post.author or account(post.author) in accounts]
    return whose[0], mine if not owner else posts


def _authors(posts: Iterable[Post]) -> Iterator[str]:
    return (account(post.author) for post in posts if post.author)
