"""Time passes in a stream of the present though nobody writes; never in the records of another day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.listen.pipeline.sagas import NOON, answer, everyday, growing, rumour, rumours, told
from tests.listen.pipeline.streams import pipeline, written

from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import Signal, State

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Watch:
    """A clock that is set by hand."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def answered(present: Watch) -> tuple[Pipeline, list[Signal]]:
    """Hear a rumour and its answer, after which nobody writes any more."""
    listening = pipeline()
    listening.present = present
    lines = written(told(everyday(), rumour(NOON, growing()), [answer()])).splitlines()
    return listening, listening.take(decode(lines, listening.left_out)).signals


def quiet(listening: Pipeline, present: Watch, minutes: int) -> list[Signal]:
    found: list[Signal] = []
    for _ in range(minutes):
        present.at += MINUTE
        found += listening.wait()
    return found


def test_calm_is_told_though_nobody_writes() -> None:
    present = Watch(NOON + timedelta(minutes=91))
    listening, before = answered(present)
    assert rumours(before)[-1].state is State.ANSWERED
    found = rumours(quiet(listening, present, 300))
    assert [signal.state for signal in found] == [State.CALMED]
    assert found[0].at is not None
    assert found[0].at <= present.at


def test_in_the_records_of_another_day_a_pause_says_nothing() -> None:
    present = Watch(NOON + timedelta(days=30))
    listening, _ = answered(present)
    assert quiet(listening, present, 300) == []


def test_a_post_after_a_silence_goes_on_from_there() -> None:
    present = Watch(NOON + timedelta(minutes=91))
    listening, _ = answered(present)
    first = quiet(listening, present, 300)
    again = rumour(present.at - 2 * MINUTE, range(3), name="s")
    heard = listening.take(decode(written(again).splitlines(), listening.left_out))
    assert len(heard.heard) == 3
    assert all(each.post.at is not None and each.post.at <= present.at for each in heard.heard)
    assert {signal.id for signal in rumours([*first, *heard.signals])} == {rumours(first)[0].id}
