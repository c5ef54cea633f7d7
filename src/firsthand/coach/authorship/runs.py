"""Runs: stretches of a text with one author and one origin, adding up to the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Origin(StrEnum):
    """How characters came into a draft."""

    TYPED = "typed"
    DICTATED = "dictated"
    INSIDE = "inside"  # copied from another draft, or from the leader's own posts
    OUTSIDE = "outside"  # pasted from anywhere else
    MACHINE = "machine"  # suggested by a program and taken


@dataclass(frozen=True, slots=True)
class Run:
    """So many characters of one author and one origin.

    `claimed` when the author says of a text pasted from outside that they wrote it elsewhere.
    """

    length: int
    author: str
    origin: Origin
    claimed: bool = False


Runs = tuple[Run, ...]


def length(runs: Iterable[Run]) -> int:
    """Give how many characters runs span."""
    return sum(run.length for run in runs)


def joined(*parts: Iterable[Run]) -> Runs:
    """Put runs one after the other, without empty ones and with equal neighbours as one.

    >>> joined([Run(2, "ann", Origin.TYPED)], [Run(1, "ann", Origin.TYPED)])
    (Run(length=3, author='ann', origin=<Origin.TYPED: 'typed'>, claimed=False),)
    """
    found: list[Run] = []
    for run in (run for part in parts for run in part if run.length):
        if found and replace(found[-1], length=run.length) == run:
            found[-1] = replace(run, length=found[-1].length + run.length)
        else:
            found.append(run)
    return tuple(found)


def cut(runs: Iterable[Run], start: int, end: int) -> Runs:
    """Give the runs of the characters from `start` to `end`."""
    return tuple(_within(runs, start, end))


def spliced(runs: Runs, at: int, removed: int, put: Iterable[Run]) -> Runs:
    """Take `removed` characters out at a place and put others in."""
    return joined(cut(runs, 0, at), put, cut(runs, at + removed, length(runs)))


def _within(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    place = 0
    for run in runs:
        kept = min(place + run.length, end) - max(place, start)
        if kept > 0:
            yield replace(run, length=kept)
        place += run.length
