"""Train the growth forecast: `python tools/train_forecast.py [SHARED] [--write]`.

Learns from simulated cascades whose truth is known: every post brings others, by a
power law of time (Hawkes process; Zhao et al., "SEISMIC", 2015), with posts from
outside that fade or last. Judges on fresh cascades and, if SHARED/rumours is there, on
297 real conversations; writes `model.json` with --write.
"""

import argparse
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from scipy.optimize import brentq
from scipy.stats import spearmanr
from sklearn.linear_model import LogisticRegression, QuantileRegressor

from firsthand.listen.forecast.growth import Growth
from firsthand.listen.forecast.model import (
    AGE_CUTS,
    AHEAD,
    FEWEST,
    RECENT_CUTS,
    Model,
    features,
    forecast,
    regime,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
AHEADS = (timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8))
AGES = (0.25, 0.5, 1, 2, 3, 6, 12, 24)
LARGEST = 20_000
CASCADES, SEED = 1_500, 1
QUANTILES = (0.1, 0.5, 0.9)
ENOUGH = 60
"""Samples of a regime from which it has shifts of its own."""


def cascade(random: np.random.Generator) -> np.ndarray:
    """Give the times of one cascade, in seconds from its first post, in order."""
    children = random.uniform(0.2, 0.97)
    tail, scale = random.uniform(0.25, 1.0), 60 * 10 ** random.uniform(0, 1.3)
    outside = random.poisson(10 ** random.uniform(-0.5, 1.7))
    fading = 3600 * 10 ** random.uniform(-0.7, 1.2)
    generation = np.append(0.0, random.exponential(fading, outside))
    times = [generation]
    total = generation.size
    while generation.size and total < LARGEST:
        reach = np.minimum(random.pareto(1.7, generation.size) * 0.7, 200)
        counts = random.poisson(children * reach)
        delays = scale * ((1 - random.random(counts.sum())) ** (-1 / tail) - 1)
        generation = np.repeat(generation, counts) + delays
        generation = generation[generation < 30 * 86_400]
        times.append(generation)
        total += generation.size
    return np.sort(np.concatenate(times))


def thread(random: np.random.Generator) -> np.ndarray:
    """Give the times of a short thread that dies: answers to one post, fewer and fewer."""
    answers = random.poisson(10 ** random.uniform(0.3, 1.7))
    delays = (
        60
        * 10 ** random.uniform(0.5, 2.0)
        * np.exp(random.normal(0, random.uniform(0.8, 2.0), answers))
    )
    deeper = random.poisson(random.uniform(0, 0.5), answers).sum()
    later = random.choice(delays, deeper) if answers else np.empty(0)
    later = later + 60 * 10 ** random.uniform(0.3, 1.5) * random.exponential(1.0, later.size)
    times = np.concatenate([[0.0], delays, later])
    return np.sort(times[times < 30 * 86_400])


def both(random: np.random.Generator, count: int) -> list[np.ndarray]:
    """Give twice as many cascades that may grow as short threads; half of them are over at once."""
    return [kind(random) for _ in range(count // 3) for kind in (cascade, cascade, thread)]


def samples(
    cascades: list[np.ndarray], random: np.random.Generator | None = None
) -> tuple[np.ndarray, ...]:
    """Give features, posts to come, posts so far and regimes, at several ages of each.

    With `random`, at ages drawn anew for each, so that no regime is known by a few only.
    """
    rows, to_come, so_far, regimes = [], [], [], []
    for times in cascades:
        for hours in AGES if random is None else 10 ** random.uniform(-0.8, 1.5, len(AGES)):
            known = times[times <= hours * 3600]
            if known.size < FEWEST:
                continue
            growth = grown(known)
            for ahead in (*AHEADS, AHEAD):
                rows.append(features(growth, START + timedelta(hours=float(hours)), ahead))
                until = hours * 3600 + ahead.total_seconds()
                to_come.append((times <= until).sum() - known.size)
                so_far.append(known.size)
                regimes.append(regime(growth, hours * 3600))
    return np.array(rows), np.array(to_come), np.array(so_far), np.array(regimes)


def grown(times: np.ndarray) -> Growth:
    growth = Growth()
    for seconds in times:
        growth.add(START + timedelta(seconds=float(seconds)))
    return growth


def fit(cascades: list[np.ndarray], others: list[np.ndarray]) -> Model:
    """Learn the weights from some cascades, and the shifts of each regime from others."""
    rows, to_come, so_far, _ = samples(cascades)
    thinned = slice(None, None, 3)  # the linear programme grows quickly
    y = np.log1p(to_come)
    quantiles = [
        QuantileRegressor(quantile=q, alpha=0, fit_intercept=False)
        .fit(rows[thinned], y[thinned])
        .coef_.tolist()
        for q in QUANTILES
    ]
    doubles = LogisticRegression(C=10, fit_intercept=False).fit(rows, to_come >= so_far)
    rounded = [tuple(round(float(w), 4) for w in each) for each in (*quantiles, doubles.coef_[0])]
    learnt = f"{len(cascades) + len(others)} simulated cascades; tools/train_forecast.py"
    return Model(learnt, *rounded, shifts(rounded, others))


def shifts(weights: list[tuple[float, ...]], cascades: list[np.ndarray]) -> tuple:
    rows, to_come, so_far, regimes = samples(cascades, np.random.default_rng(SEED))
    sums, y = rows @ np.array(weights).T, np.log1p(to_come)
    found = []
    for each in range(2 * (len(AGE_CUTS) + 1) * (len(RECENT_CUTS) + 1)):
        of_it = regimes == each
        if of_it.sum() < ENOUGH:
            found.append((0.0, 0.0, 0.0, 0.0))
            continue
        moved = [np.quantile(y[of_it] - sums[of_it, at], q) for at, q in enumerate(QUANTILES)]
        moved.append(even(sums[of_it, 3], (to_come >= so_far)[of_it].mean()))
        found.append(tuple(round(float(shift), 3) for shift in moved))
    return tuple(found)


def even(odds: np.ndarray, share: float) -> float:
    """Give what to add to log-odds so that their mean probability is a share."""
    wanted = min(max(share, 0.001), 0.999)
    return brentq(lambda shift: (1 / (1 + np.exp(-odds - shift))).mean() - wanted, -20, 20)


def judge(name: str, model: Model, cascades: list[np.ndarray]) -> None:
    for hours in AGES:
        guesses, truth, inside, doubled, chance = [], [], [], [], []
        for times in cascades:
            known = times[times <= hours * 3600]
            if known.size < FEWEST:
                continue
            answer = forecast(grown(known), START + timedelta(hours=hours), model=model)
            final = (times <= hours * 3600 + AHEAD.total_seconds()).sum()
            guesses.append(answer.expected)
            truth.append(final)
            inside.append(answer.low - 0.5 <= final <= answer.high + 0.5)
            doubled.append(final >= 2 * known.size)
            chance.append(answer.doubles)
        brier = np.mean((np.array(chance) - np.array(doubled)) ** 2)
        print(
            f"{name} after {hours} h: {len(truth)} cascades, rank correlation "
            f"{spearmanr(guesses, truth)[0]:.2f}, interval holds {np.mean(inside):.0%}, doubling "
            f"{np.mean(doubled):.0%}, said {np.mean(chance):.0%}, Brier {brier:.3f}"
        )


def conversations(folder: Path) -> list[np.ndarray]:
    posts = json.loads((folder / "posts.json").read_text())
    trees = json.loads((folder / "structures.json").read_text())

    def inside(tree: object) -> list[str]:
        return (
            [k for key, below in tree.items() for k in (key, *inside(below))]
            if isinstance(tree, dict)
            else []
        )

    found = []
    for name in (folder / "thread_id.txt").read_text().split():
        times = np.array([posts[key]["time"] for key in inside(trees[name]) if key in posts])
        found.append(np.sort(times - times.min()))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    random = np.random.default_rng(SEED)
    model = fit([cascade(random) for _ in range(CASCADES)], both(random, 2 * CASCADES))
    judge("growing", model, [cascade(random) for _ in range(500)])
    judge("short", model, [thread(random) for _ in range(500)])
    if chosen.shared:
        judge("real", model, conversations(chosen.shared / "rumours"))
    stored = {name: getattr(model, name) for name in model.__struct_fields__}
    text = json.dumps(stored, indent=2) + "\n"
    print(text)
    if chosen.write:
        Path("src/firsthand/listen/forecast/model.json").write_text(text)


if __name__ == "__main__":
    main()
