"""Surges on real series that people labelled, and the judgement itself."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.listen.surge.judged import (
    LOW_FALSE_POSITIVES,
    STANDARD,
    Series,
    benchmark,
    felt,
    read,
)

from firsthand.listen.surge.detector import SurgeDetector

STEP = timedelta(minutes=5)
START = datetime(2026, 3, 2)


@pytest.fixture
def made_up() -> Series:
    times = [START + STEP * number for number in range(4032)]
    return Series(times, [0.0] * 4032, [(1900, 2100), (3000, 3200)], [2000, 3100])


def test_the_judgement_of_all_of_nothing_and_of_a_false_alarm(made_up: Series) -> None:
    assert benchmark([(made_up, [1900, 3000])], STANDARD) == pytest.approx(100)
    assert benchmark([(made_up, [])], STANDARD) == 0
    false = benchmark([(made_up, [1000, 1900, 3000])], LOW_FALSE_POSITIVES)
    assert false == pytest.approx(100 - 100 * 0.22 / 4)
    assert benchmark([(made_up, [700, 1900, 3000])], STANDARD) == pytest.approx(100)


def test_what_a_user_feels(made_up: Series) -> None:
    judged = felt([(made_up, [1000, 1001, 2003, 3400])])
    assert (judged.recall, judged.false_a_week, judged.delay) == (0.5, 1.0, 3)


def test_four_series_of_company_names(shared: Callable[[str], Path]) -> None:
    judged = []
    for series in read(shared("data/surge")).values():
        detector = SurgeDetector(STEP)
        pairs = zip(series.times, series.counts, strict=True)
        verdicts = [detector.judge(at, count) for at, count in pairs]
        judged.append(
            (series, [number for number, verdict in enumerate(verdicts) if verdict.surge])
        )
    users = felt(judged)
    assert benchmark(judged, STANDARD) >= 74
    assert benchmark(judged, LOW_FALSE_POSITIVES) >= 72
    assert users.recall >= 0.8
    assert users.false_a_week <= 0.25
    assert users.delay <= 1
