"""Compare two verdicts, as the JSON that was kept of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
STIR = 0.05
"""A side or a factor that moved by less than this has not moved."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that changed between two verdicts: its title, and how it was and is."""

    name: str
    title: Any
    before: Any
    after: Any
    way: int
    """1 for the better, -1 for the worse, 0 where there is no better or worse."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an earlier verdict to a later one."""

    verdict: Moved | None
    sides: tuple[Moved, ...]
    factors: tuple[Moved, ...]
    answers: tuple[Moved, ...]
    evidence: tuple[Moved, ...]
    other_weights: bool
    """The two were not judged by the same weights: a difference may come from there."""


_RANK = {"abstain": 0, "prepare": 1, "go": 2}


def compare(earlier: Json, later: Json) -> Comparison:
    """Say what changed between two verdicts made by `as_json`."""
    return Comparison(
        verdict=_verdict(earlier, later),
        sides=_levels(_by(earlier["sides"], "side"), _by(later["sides"], "side")),
        factors=_levels(_by(earlier["factors"], "factor"), _by(later["factors"], "factor")),
        answers=_answers(earlier, later),
        evidence=_evidence(earlier, later),
        other_weights=earlier["weights"] != later["weights"],
    )


def _verdict(earlier: Json, later: Json) -> Moved | None:
    before, after = earlier["verdict"], later["verdict"]
    if before == after:
        return None
    known = before in _RANK and after in _RANK
    way = _sign(_RANK[after] - _RANK[before]) if known else 0
    return Moved("verdict", None, earlier["title"], later["title"], way)


def _levels(earlier: dict[str, Json], later: dict[str, Json]) -> tuple[Moved, ...]:
    moved = []
    for name, now in later.items():
        before, after = earlier.get(name, {}).get("level"), now["level"]
        if before is None or after is None:
            if before is not after:
                moved.append(Moved(name, now["title"], before, after, 0))
        elif abs(after - before) >= STIR:
            moved.append(Moved(name, now["title"], before, after, _sign(after - before)))
    return tuple(moved)


def _answers(earlier: Json, later: Json) -> tuple[Moved, ...]:
    before, after = _given(earlier), _given(later)
    return tuple(
        Moved(name, now["text"], before.get(name, {}).get("answer_text"), now["answer_text"], 0)
        for name, now in after.items()
        if before.get(name, {}).get("answer") != now["answer"]
    )


def _given(verdict: Json) -> dict[str, Json]:
    return {answer["question"]: answer for answer in verdict["given"]}


def _evidence(earlier: Json, later: Json) -> tuple[Moved, ...]:
    before, after = _shown(earlier), _shown(later)
    return tuple(
        Moved(name, now["title"], before.get(name, {}).get("said"), now["said"], 0)
        for name, now in after.items()
        if before.get(name, {}).get("said") != now["said"]
    )


def _shown(verdict: Json) -> dict[str, Json]:
    return {one["measure"]: one for factor in verdict["factors"] for one in factor["evidence"]}


def _by(items: list[Json], key: str) -> dict[str, Json]:
    return {item[key]: item for item in items}


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
