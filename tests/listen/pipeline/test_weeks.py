"""Three weeks around a leader: which conversations and voices are told, and which are not."""

from collections import Counter

import msgspec
import pytest
from tests.listen.pipeline.sagas import hear
from tests.listen.pipeline.streams import written
from tests.listen.pipeline.weeks import EACH, listening, stream

from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import Signal, SignalKind


@pytest.fixture(scope="module")
def weeks() -> list[Signal]:
    return hear(stream(), listening())


def kinds(signals: list[Signal], kind: SignalKind) -> Counter[str]:
    """Count what signals of a kind are about, each signal once."""
    firsts = {signal.id: signal.proofs[0].id for signal in signals if signal.kind is kind}
    return Counter(name.partition("-")[0] for name in firsts.values())


def test_conversations_and_open_questions_are_told_and_what_looks_like_them_is_not(
    weeks: list[Signal],
) -> None:
    found = kinds(weeks, SignalKind.INVITATION)
    assert found["talk"] + found["open"] >= 2 * EACH - 1
    assert sum(found.values()) - found["talk"] - found["open"] <= 1


def test_voices_are_told_and_what_looks_like_them_is_not(weeks: list[Signal]) -> None:
    found = kinds(weeks, SignalKind.VOICE)
    assert found["voice"] >= EACH - 1
    assert sum(found.values()) == found["voice"]


def test_in_pieces_as_in_one_run(weeks: list[Signal]) -> None:
    lines, line = written(stream()).splitlines(), listening()
    found: list[Signal] = []
    for at in range(0, len(lines), 64):
        found += line.take(decode(lines[at : at + 64], line.left_out)).signals
        saved = msgspec.msgpack.encode(line.state())
        line = listening()
        line.restore(msgspec.msgpack.decode(saved))
    assert found + line.finish().signals == weeks
