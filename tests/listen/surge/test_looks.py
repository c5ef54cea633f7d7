"""At once, for hours, for a day: what each question hears, and what it leaves to the others."""

from datetime import timedelta
from random import Random

import numpy as np
import pytest

from firsthand.listen.surge import kernels
from firsthand.listen.surge.looks import AT_ONCE, FOR_A_DAY, FOR_HOURS, LOOKS, Look
from firsthand.listen.surge.memory import Memory

STEP = timedelta(minutes=5)
DAYS = 24
EXPECTED = 10.0


def answers(look: Look, counts: list[float], step: timedelta = STEP) -> list[float]:
    memory, place = Memory.empty(step), LOOKS.index(look)
    answer = np.zeros(4)
    found = []
    for number, count in enumerate(counts):
        now = number * (step / timedelta(days=1))
        _, looks, spans, ring, peaks = memory
        found.append(
            kernels.ask(looks[place], spans, ring[place], peaks, now, count, EXPECTED, answer)
        )
        for span, row in zip(spans, peaks, strict=True):
            kernels.fit(span, row, now)
        memory = memory.with_room()
    return found


def with_bots(random: Random) -> list[float]:
    """Counts about what is expected, and three bursts of one step a day."""
    counts = [max(0.0, random.gauss(EXPECTED, 4)) for _ in range(DAYS * 288)]
    for at in random.sample(range(len(counts)), 3 * DAYS):
        counts[at] += random.uniform(60, 120)
    return counts


def test_what_lasts_is_heard_though_no_step_stands_out() -> None:
    counts = with_bots(Random(1))
    at = 20 * 288
    for step in range(at, at + 72):
        counts[step] = 18
    assert max(answers(AT_ONCE, counts)[at : at + 96]) < 7
    assert max(answers(FOR_HOURS, counts)[at : at + 96]) >= 7


def test_a_day_higher_than_others_is_heard() -> None:
    counts = with_bots(Random(2))
    at = 20 * 288
    for step in range(at, at + 288):
        counts[step] += 4
    assert max(answers(FOR_A_DAY, counts)[at : at + 300]) >= 7


@pytest.mark.parametrize("look", [FOR_HOURS, FOR_A_DAY])
def test_one_burst_does_not_pass_for_a_long_day(look: Look) -> None:
    counts = with_bots(Random(3))
    at = 20 * 288
    counts[at] = 100_000
    assert max(answers(look, counts)[at : at + 300]) < 7
    assert max(answers(AT_ONCE, counts)[at : at + 12]) >= 7


@pytest.mark.parametrize("look", [AT_ONCE, FOR_HOURS, FOR_A_DAY])
def test_nothing_is_said_before_enough_was_seen(look: Look) -> None:
    steps = look.warm_up // STEP
    found = answers(look, [0.0, 500.0] * (steps // 2))
    assert not any(found)


@pytest.mark.parametrize("step", [timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)])
def test_other_steps_ask_at_the_same_pace_or_each_step(step: timedelta) -> None:
    memory, place = Memory.empty(step), LOOKS.index(FOR_HOURS)
    _, looks, spans, ring, peaks = memory
    for _ in range(FOR_HOURS.every // step if step < FOR_HOURS.every else 1):
        kernels.ask(looks[place], spans, ring[place], peaks, 0.0, 1.0, EXPECTED, np.zeros(4))
    assert looks[place, kernels.ASKED] == 1
