"""The two judgements of alarms on labelled series of five-minute counts.

The first is the Numenta Anomaly Benchmark's (Lavin & Ahmad, 2015): the first alarm in
each window earns the more the earlier it is, each alarm outside costs, a window without
one costs most; the sum lies between saying nothing (0) and all at once (100). The
second is what a user feels: a hit lies between two hours before a label and six after,
and of several alarms within twelve hours one is heard.
"""

import csv
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp
from pathlib import Path

STANDARD, LOW_FALSE_POSITIVES = 0.11, 0.22
PROBATION = 750
BEFORE, AFTER, HEARD = 24, 72, 144
WEEK = 2016


@dataclass(frozen=True)
class Series:
    """Counts, the windows around what people labelled, and the labels, as places in the series."""

    times: list[datetime]
    counts: list[float]
    windows: list[tuple[int, int]]
    labels: list[int]


def read(folder: Path) -> dict[str, Series]:
    """Read the series of a folder; a window twice as long as others holds two labels."""
    return {
        name: _series(folder / name, windows)
        for name, windows in json.loads((folder / "windows.json").read_text()).items()
    }


def _series(path: Path, spans: list[list[str]]) -> Series:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    times = [datetime.fromisoformat(row["timestamp"]) for row in rows]
    windows, labels = [], []
    ends = [(datetime.fromisoformat(first), datetime.fromisoformat(last)) for first, last in spans]
    half = min(last - first for first, last in ends) / 2
    for first, last in ends:
        windows.append((bisect_left(times, first), bisect_right(times, last) - 1))
        of_window = {first + half, last - half} if last - first > 2.2 * half else {first + half}
        labels += [bisect_left(times, label) for label in of_window]
    return Series(times, [float(row["value"]) for row in rows], windows, sorted(labels))


def benchmark(judged: Sequence[tuple[Series, list[int]]], false_alarm: float) -> float:
    """Give the benchmark's score, 100 for the best there is; alarms are places in the series."""
    earned, windows = 0.0, 0
    for series, alarms in judged:
        heard = [alarm for alarm in alarms if alarm >= PROBATION]
        counted = [window for window in series.windows if window[1] >= PROBATION]
        windows += len(counted)
        earned += sum(_of_window(window, heard) for window in counted)
        earned += false_alarm * sum(_outside(alarm, counted) for alarm in heard)
    return 100 * (earned + windows) / (2 * windows)


def _of_window(window: tuple[int, int], alarms: list[int]) -> float:
    first, last = window
    inside = [alarm for alarm in alarms if first <= alarm <= last]
    if not inside:
        return -1.0
    return _worth(-(last - inside[0] + 1) / (last - first + 1)) / _worth(-1)


def _outside(alarm: int, windows: list[tuple[int, int]]) -> float:
    if any(first <= alarm <= last for first, last in windows):
        return 0.0
    past = [window for window in windows if window[1] < alarm]
    if not past:
        return -1.0
    first, last = past[-1]
    behind = (alarm - last) / (last - first)
    return _worth(behind) if behind <= 3 else -1.0


def _worth(place: float) -> float:
    return 2 / (1 + exp(5 * place)) - 1


@dataclass(frozen=True)
class Felt:
    """Share of labels heard, false alarms a series and week, and the median delay in steps."""

    recall: float
    false_a_week: float
    delay: float


def felt(judged: Sequence[tuple[Series, list[int]]]) -> Felt:
    """Judge as a user does."""
    delays: list[int] = []
    labels, false, weeks = 0, 0, 0.0
    for series, alarms in judged:
        heard = _heard(alarms)
        hits = {label: _hits(label, heard) for label in series.labels}
        delays += [of_label[0] - label for label, of_label in hits.items() if of_label]
        labels += len(hits)
        false += len(set(heard) - {alarm for of_label in hits.values() for alarm in of_label})
        weeks += len(series.counts) / WEEK
    return Felt(len(delays) / labels, false / weeks, sorted(delays)[len(delays) // 2])


def _heard(alarms: list[int]) -> list[int]:
    heard: list[int] = []
    for alarm in alarms:
        if not heard or alarm - heard[-1] >= HEARD:
            heard.append(alarm)
    return heard


def _hits(label: int, heard: list[int]) -> list[int]:
    return [alarm for alarm in heard if label - BEFORE <= alarm <= label + AFTER]
