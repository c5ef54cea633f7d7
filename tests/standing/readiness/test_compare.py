"""Two dates side by side."""

from datetime import UTC, datetime
from typing import Any

from tests.standing.readiness.personas import ORDINARY

from firsthand.records.clock import FixedClock
from firsthand.standing.readiness.compare import compare
from firsthand.standing.readiness.judge import judge
from firsthand.standing.readiness.verdict import as_json


def kept(**differs: str) -> dict[str, Any]:
    clock = FixedClock(datetime(2026, 11, 23, tzinfo=UTC))
    found: dict[str, Any] = as_json(judge({**ORDINARY, **differs}, {}, clock))
    return found


def test_nothing_changed() -> None:
    found = compare(kept(), kept())
    assert found.verdict is None
    assert found.sides == found.factors == found.answers == found.evidence == ()
    assert not found.other_weights


def test_an_aim_was_found() -> None:
    found = compare(kept(aim="none"), kept(aim="written"))
    assert found.verdict is not None
    assert found.verdict.before["en"] == "Prepare first"
    assert found.verdict.after["en"] == "Go"
    assert found.verdict.way == 1
    assert [(one.name, one.way) for one in found.sides] == [("ground", 1)]
    assert [(one.name, one.before["en"], one.after["en"]) for one in found.answers] == [
        ("aim", "I do not know yet", "It is written down")
    ]


def test_a_verdict_that_fell() -> None:
    found = compare(kept(), kept(commitment="no"))
    assert found.verdict is not None
    assert found.verdict.way == -1


def test_other_weights_are_told() -> None:
    old = kept() | {"weights": "2025.1-00000000"}
    assert compare(old, kept()).other_weights
