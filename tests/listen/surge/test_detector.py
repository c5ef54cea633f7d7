"""Surges: raised on what stands out, silent on habit, from the past alone."""

from datetime import UTC, datetime, timedelta
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.listen.surge.detector import DAYS, SurgeDetector, Verdict

START = datetime(2026, 3, 2, tzinfo=UTC)
STEP = timedelta(minutes=5)


def ordinary(days: int, level: float, random: Random) -> list[int]:
    """Counts with a night, a day and a little disorder; no surge in them."""
    counts = []
    for step in range(days * 288):
        hour = (step % 288) / 12
        expected = level * (0.3 if hour < 7 else 1.0) * random.gammavariate(8, 1 / 8)
        counts.append(_poisson(expected, random))
    return counts


def _poisson(mean: float, random: Random) -> int:
    if mean > 50:
        return max(0, round(random.gauss(mean, mean**0.5)))
    left, count = 1.0, -1
    floor = 2.718281828459045**-mean
    while left > floor:
        left *= random.random()
        count += 1
    return count


def judged(counts: list[int], fewest: int = 0) -> list[Verdict]:
    detector = SurgeDetector(STEP, fewest=fewest)
    return [detector.judge(START + STEP * number, count) for number, count in enumerate(counts)]


@pytest.mark.parametrize("level", [0.4, 4, 60])
def test_a_surge_in_ordinary_counts_is_raised_within_a_quarter_of_an_hour(level: float) -> None:
    counts = ordinary(14, level, Random(3))
    at = 10 * 288 + 150
    for step in range(24):
        counts[at + step] += int(level * 5 + 12)
    raised = [number for number, verdict in enumerate(judged(counts)) if verdict.surge]
    assert any(at <= number <= at + 3 for number in raised)


@pytest.mark.slow
def test_alarms_on_ordinary_counts_are_as_rare_as_said() -> None:
    weeks, alarms = 0, 0
    for seed in range(6):
        verdicts = judged(ordinary(28, (0.3, 2, 40)[seed % 3], Random(seed)))
        weeks += 4
        alarms += sum(verdict.surge for verdict in verdicts)
    assert alarms / (weeks * 7) <= 1 / DAYS


def test_a_daily_habit_is_not_a_surge() -> None:
    counts = ordinary(21, 5, Random(1))
    for day in range(21):
        for step in range(6):
            counts[day * 288 + 120 + step] += 60
    late = [verdict.surge for verdict in judged(counts)[10 * 288 :]]
    assert sum(late) <= 1


def test_the_past_alone_decides() -> None:
    counts = ordinary(6, 8, Random(5))
    whole = judged([*counts, *[500] * 20])
    assert whole[: len(counts)] == judged(counts)


def test_one_surge_is_one_alarm_unless_it_grows_much() -> None:
    counts = ordinary(10, 5, Random(2))
    counts[8 * 288 : 8 * 288 + 30] = [40] * 30
    verdicts = judged(counts)
    raised = [number for number, verdict in enumerate(verdicts) if verdict.surge]
    assert len([number for number in raised if number >= 8 * 288]) <= 3


def test_a_crisis_is_raised_though_a_small_surge_was_just_before() -> None:
    counts = ordinary(12, 5, Random(2))
    at = 10 * 288
    counts[at : at + 6] = [30] * 6
    counts[at + 36 : at + 60] = [400] * 24
    raised = [number for number, verdict in enumerate(judged(counts)) if verdict.surge]
    assert any(at <= number < at + 6 for number in raised)
    assert any(at + 36 <= number <= at + 39 for number in raised)


def test_what_is_not_worth_raising_scores_once_rather_than_all_along() -> None:
    counts = ordinary(12, 5, Random(2))
    at = 10 * 288
    counts[at : at + 30] = [40] * 30
    detector = SurgeDetector(STEP, days=1e9)
    found = [detector.judge(START + STEP * number, count) for number, count in enumerate(counts)]
    during = found[at : at + 36]
    rare, high = max(each.days for each in during), max(each.score for each in during)
    assert not any(each.surge for each in during)
    assert sum(each.days >= rare / 2 for each in during) > 2
    assert sum(each.score >= high / 2 for each in during) <= 2


def test_saved_and_restored_at_any_step_as_in_one_run() -> None:
    counts = ordinary(20, 6, Random(8))
    counts[18 * 288 : 18 * 288 + 90] = [30] * 90
    whole = judged(counts)
    assert any(verdict.surge for verdict in whole)
    found, detector = [], SurgeDetector(STEP)
    for number, count in enumerate(counts):
        if number % 401 == 400:
            saved = msgspec.msgpack.encode(detector.state())
            detector = SurgeDetector(STEP)
            detector.restore(msgspec.msgpack.decode(saved))
        found.append(detector.judge(START + STEP * number, count))
    assert found == whole


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 10**9), max_size=400))
def test_any_counts_give_a_score_between_0_and_1(counts: list[int]) -> None:
    for verdict in judged(counts):
        assert 0 <= verdict.score <= 1
        assert verdict.surge == (verdict.score >= 0.5)


def quiet(rate: float, days: int, seed: int = 1) -> list[int]:
    """Give so many days of chance alone, a post now and then."""
    random = Random(seed)
    return [int(random.random() < rate) for _ in range(days * 288)]


@pytest.mark.parametrize("rate", [0.0, 0.001, 0.003])
def test_posts_about_somebody_of_whom_hardly_anybody_speaks_are_a_surge(rate: float) -> None:
    counts = [*quiet(rate, 21), *[1, 0, 0] * 16]
    found = [at for at, verdict in enumerate(judged(counts, 5)) if verdict.surge]
    assert len(found) == 1, "one surge, one alarm"
    assert 21 * 288 < found[0] <= 21 * 288 + 20


def test_of_a_quiet_series_that_is_young_nothing_can_be_said() -> None:
    assert not any(verdict.surge for verdict in judged([*quiet(0.0, 10), *[1, 0, 0] * 16], 5))


def test_chance_alone_calls_nobody() -> None:
    found = judged(quiet(0.003, 200), 5)
    assert not any(verdict.surge for verdict in found)
    assert max(verdict.days for verdict in found) <= 200
