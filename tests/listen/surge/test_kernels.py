"""The compiled way through a series: as the plain model says, and silence as step by step."""

from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.listen.surge.plain_model import PlainDetector

from firsthand.listen.surge.detector import SurgeDetector, weekday
from firsthand.listen.surge.kernels import DAYS
from firsthand.listen.surge.kernels import step as judge
from firsthand.listen.surge.looks import LOOKS
from firsthand.listen.surge.memory import Memory

START = datetime(2026, 3, 2, tzinfo=UTC)
STEP = timedelta(minutes=5)
A_DAY = 288


def bursts(days: int, seed: int, step: timedelta = STEP) -> list[float]:
    """Counts of a day and a night, of bursts of all sizes, and of nights without a post."""
    random = Random(seed)
    counts = []
    left = 0.0
    for number in range(int(timedelta(days=days) / step)):
        if random.random() < max(0.004, step / timedelta(days=4)):
            left = random.paretovariate(0.9) * 4
        hour = (number * step % timedelta(days=1)) / timedelta(hours=1)
        usual = 0.0 if 0 < hour < 8 else seed % 7
        counts.append(float(int(random.gammavariate(2, 0.5) * usual + left)))
        left *= 0.8
    return counts


@pytest.mark.parametrize(
    "step", [timedelta(minutes=1), STEP, timedelta(minutes=45), timedelta(days=1)]
)
@pytest.mark.parametrize("seed", [0, 3])
def test_each_answer_is_that_of_the_plain_model(step: timedelta, seed: int) -> None:
    # Long steps go on for longer than peaks are kept.
    days = {timedelta(minutes=1): 3, STEP: 16, timedelta(minutes=45): 75}.get(step, 150)
    plain, memory = PlainDetector(step, weekday), Memory.empty(step)
    answers = np.zeros((len(LOOKS), 4))
    heard = 0
    for number, count in enumerate(bursts(days, seed, step)):
        at = START + step * number
        slot, age = (at.hour * 60 + at.minute) // 15, (at - START) // timedelta(microseconds=1)
        expected, rarest, _ = judge(*memory, slot, at.weekday(), age, count, answers)
        memory = memory.with_room()
        usual, says = plain.judge(at, count)
        assert expected == pytest.approx(usual, rel=1e-9)
        assert answers[:, DAYS].tolist() == pytest.approx([each[0] for each in says], rel=1e-6)
        assert rarest == answers[:, DAYS].max()
        for row, each in zip(answers.tolist(), says, strict=True):
            if each[0]:
                assert row[1:] == pytest.approx(list(each[1:]), rel=1e-6)
                heard += 1
    assert heard > 10


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2500), st.integers(1, 40)), min_size=1, max_size=8),
    st.integers(0, A_DAY),
)
def test_a_silence_at_once_is_the_same_as_step_by_step(
    parts: list[tuple[int, int]], begin: int
) -> None:
    whole, rested = SurgeDetector(STEP), SurgeDetector(STEP)
    at = START + STEP * begin
    for silent, count in parts:
        for number in range(silent):
            verdict = whole.judge(at + STEP * number, 0.0)
            assert not (rested.rests and verdict.days)
            if not rested.rests:
                rested.judge(at + STEP * number, 0.0)
                if rested.rests:
                    rested.rest(at + STEP * (number + 1), silent - number - 1)
        if silent and rested.state() != whole.state():
            rested.rest(at, silent)
        at += STEP * silent
        assert whole.judge(at, count) == rested.judge(at, count)
        assert whole.state() == rested.state()
        at += STEP


def test_nothing_rests_within_a_day_of_a_post() -> None:
    detector = SurgeDetector(STEP)
    assert detector.rests
    for number in range(A_DAY - 1):
        detector.judge(START + STEP * number, float(number == 0))
        assert not detector.rests
    with pytest.raises(ValueError, match="posts"):
        detector.rest(START + STEP * A_DAY, 1)
    for number in range(A_DAY - 1, A_DAY + 6):
        detector.judge(START + STEP * number, 0.0)
    assert detector.rests


def test_what_is_saved_says_all_that_goes_on() -> None:
    memory, step = Memory.empty(STEP), STEP // timedelta(microseconds=1)
    answers = np.zeros((len(LOOKS), 4))
    for number, count in enumerate(bursts(40, 3)):
        moment = number % A_DAY // 3, number // A_DAY % 7
        if number % 1009 == 1008:
            saved = msgspec.msgpack.decode(msgspec.msgpack.encode(memory.packed()))
            again = Memory.empty(STEP).restore(saved)
            for old, new in zip(memory, again, strict=True):
                np.testing.assert_array_equal(new, old)
            memory = again.with_room()
        judge(*memory, *moment, number * step, count, answers)
        memory = memory.with_room()
    assert memory.peaks.shape[1] > 16
