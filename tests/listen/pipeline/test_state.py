"""What is saved is all that is remembered, and all of it is restored."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from tests.listen.pipeline.sagas import (
    NOON,
    answer,
    everyday,
    growing,
    hear,
    post,
    rise,
    rumour,
    told,
)
from tests.listen.pipeline.streams import START, pipeline, written

from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import decode


def stored(line: Pipeline) -> dict[str, Any]:
    """Give the state as it comes back from a file."""
    state: dict[str, Any] = msgspec.msgpack.decode(msgspec.msgpack.encode(line.state()))
    return state


def saved(line: Pipeline) -> dict[str, Any]:
    """Give the state with what has no order in one order."""
    state = stored(line)
    state["recent"] = ordered(state["recent"])
    for part in (state["following"], state["raising"]):
        for name, each in part.items():
            part[name] = ordered(msgspec.msgpack.decode(each)) if isinstance(each, bytes) else each
    return state


def ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: ordered(each) for key, each in value.items()}
    return sorted(map(ordered, value), key=repr) if isinstance(value, list) else value


@pytest.fixture(scope="module")
def lived() -> Pipeline:
    """Give a pipeline that has heard of everything once: it stops amid a rumour that was answered."""
    line = pipeline()
    question = post("q", "@claire_zelmont quand ouvre la boutique ?", START, "lea")
    twice, wrong = post("e0", "Velzanor", START, "v0"), post("w", "Velzanor", START, "w")
    hear([question, {**wrong, "at": "2999-01-01T00:00:00Z"}, twice, twice], line)
    rising = rise(START + timedelta(hours=60, minutes=5), "Pénurie de vélo cargo #cyclistes")
    hear(told(everyday(), rumour(NOON, growing()), [answer()], rising), line)
    late = post("late", "Velzanor livre vite", NOON - timedelta(hours=3), "v1")
    now = post("now", "Velzanor livre vite", NOON + timedelta(hours=2), "v2")
    waits = post("waits", "Velzanor livre vite", NOON + timedelta(days=3), "v3")
    line.take(decode(written([now, late, waits]).splitlines(), line.left_out))
    return line


def test_what_is_restored_is_what_was_saved(lived: Pipeline) -> None:
    again = pipeline()
    again.restore(stored(lived))
    assert saved(again) == saved(lived)
    assert again.skipped() == lived.skipped()
    assert (again.total, again.matched) == (lived.total, lived.matched)


def test_there_was_something_of_each_kind_to_save(lived: Pipeline) -> None:
    mine, fresh = leaves(saved(lived)), leaves(saved(pipeline()))
    empty = {name for name, value in fresh.items() if mine.get(name) == value}
    assert empty <= {
        "understanding.clock.candidate", "recent.old", "raising.pending", "raising.rumours.parts",
        "counts.runs",
        "communities.joining.due",
    }  # fmt: skip


def leaves(state: dict[str, Any], within: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in state.items():
        name = f"{within}{key}"
        found |= leaves(value, f"{name}.") if isinstance(value, dict) and value else {name: value}
    return found
