"""`firsthand bench`: one measured path a file; each gives rows through `run()`."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, its value and unit, and what it should be."""

    name: str
    value: float
    unit: str
    target: str = ""
    met: bool | None = None


def at_most(name: str, value: float, unit: str, limit: float) -> Row:
    """Give a row whose figure should not exceed a limit."""
    return Row(name, value, unit, f"≤ {limit:g}", value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Row:
    """Give a row whose figure should reach a mark."""
    return Row(name, value, unit, f"≥ {limit:g}", value >= limit)


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """Give the shortest of several runs of some work, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best
