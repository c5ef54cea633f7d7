"""Train the rumour model: `python tools/train_rumour.py SHARED [--write]`.

Reads SHARED/rumours (297 conversations around rumours, of eight events), takes those
whose truth was denied or stayed open as rumours, and sets against them made-up
conversations: a harmless post (SHARED/tone, SHARED/stories) under which only
comments without doubt stand. Prints how each event fares when the model was
trained on the others; writes `model.json` with --write.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

from firsthand.listen.rumour import detector
from firsthand.listen.rumour.features import NAMES, features
from firsthand.listen.rumour.phrases import said
from firsthand.listen.rumour.tally import Tally, evidence
from firsthand.records.post import Post

TRUE, FALSE, OPEN, HARMLESS = 0, 1, 2, -1
COMMENT = 3
MINUTES = 60
MADE_UP = 400
STRENGTH = 0.002
EXPECTED = (0.2, 0.5, 0.4, -0.2, 0.5, 0.0, -0.3)
"""What each feature should weigh before any data is seen, by what a rumour is."""
THRESHOLD = 0.5
SEED = 1


@dataclass
class Thread:
    event: str
    label: int
    posts: list[Post]
    rows: list[list[float]] = field(default_factory=list)
    may: list[bool] = field(default_factory=list)

    def read(self) -> None:
        first = self.posts[0]
        tally = Tally.begun(evidence(first, said(first.text)))
        for post in self.posts:
            if (post.at - first.at).total_seconds() > MINUTES * 60:
                break
            if post is not first:
                tally.add(post, said(post.text))
            self.rows.append(features(tally))
            self.may.append(detector.may_be(tally))


def event(at: datetime) -> str:
    names = {8: "ferguson", 11: "prince", 12: "sydney", 1: "charlie"}
    if at.month in names:
        return names[at.month]
    if at.month == 10:
        return "essien" if at.day < 20 else "ottawa"
    return "putin" if at.day < 20 else "germanwings"


def threads(folder: Path) -> tuple[list[Thread], dict[str, list[str]]]:
    posts = json.loads((folder / "posts.json").read_text())
    trees = json.loads((folder / "structures.json").read_text())
    stance = dict(
        zip(
            (folder / "post_id.txt").read_text().split(),
            (folder / "post_label.txt").read_text().split(),
            strict=True,
        )
    )
    labels = map(int, (folder / "thread_label.txt").read_text().split())
    found, comments = [], defaultdict(list)
    for name, label in zip((folder / "thread_id.txt").read_text().split(), labels, strict=True):
        read = []
        for key, parent in flat(trees[name], None):
            if key in posts:
                at = datetime.fromtimestamp(posts[key]["time"], UTC)
                read.append(Post(text=posts[key]["text"], id=key, at=at, reply_to=parent))
        read = [read[0], *sorted(read[1:], key=lambda post: post.at)]
        found.append(Thread(event(read[0].at), label, read))
        comments[found[-1].event] += [p.text for p in read[1:] if stance.get(p.id) == str(COMMENT)]
    return found, comments


def flat(tree: object, parent: str | None):
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield key, parent
            yield from flat(below, key)


def harmless(shared: Path) -> list[str]:
    texts = []
    for folder in sorted((shared / "tone").iterdir()):
        lines = (folder / "train_text.txt").read_text().split("\n")
        tones = (folder / "train_labels.txt").read_text().split()
        texts += [line for line, tone in zip(lines, tones, strict=False) if tone != "0"]
    for path in sorted((shared / "stories").glob("*.csv")):
        with path.open() as file:
            texts += [row[1] for row in csv.reader(file) if len(row) > 3 and "Symp" in row[3]]
    return texts


def made_up(shared: Path, comments: dict[str, list[str]]) -> list[Thread]:
    random, sources, made = Random(SEED), harmless(shared), []
    for _ in range(MADE_UP):
        name = random.choice(sorted(comments))
        gaps = sorted(random.expovariate(1 / 900) for _ in range(random.randint(1, 24)))
        said_of_it = [
            (0.0, random.choice(sources)),
            *((gap, random.choice(comments[name])) for gap in gaps),
        ]
        posts = [
            Post(
                text=text,
                id=f"h{at}",
                at=datetime.fromtimestamp(at, UTC),
                reply_to="h" if at else None,
            )
            for at, text in said_of_it
        ]
        made.append(Thread(name, HARMLESS, posts))
    return made


def fit(data: list[Thread]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    events = Counter((t.event, t.label == HARMLESS) for t in data if t.label != TRUE)
    rows, labels, weights = [], [], []
    for thread in data:
        if thread.label == TRUE:
            continue
        last = len(thread.rows) - 1
        for at in sorted({min(2, last), min(6, last), last}):
            rows.append(thread.rows[at])
            labels.append(thread.label != HARMLESS)
            # Every event counts by the root of its threads, so that no large one rules.
            weights.append(events[thread.event, thread.label == HARMLESS] ** -0.5)
    x, y, w = np.array(rows), np.array(labels), np.array(weights)
    w[y] /= w[y].sum()
    w[~y] /= w[~y].sum()
    mean, spread = x.mean(0), x.std(0) + 1e-6
    return mean, spread, regress((x - mean) / spread, y, w * len(w) / 2)


def regress(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Give the weights, the bias last: logistic regression drawn to `EXPECTED`, not to nought."""
    sign, drawn = np.where(y, 1.0, -1.0), np.array(EXPECTED)

    def loss(b: np.ndarray) -> float:
        missed = np.logaddexp(0, -sign * (x @ b[:-1] + b[-1])) @ w
        return float(missed + ((b[:-1] - drawn) ** 2).sum() / (2 * STRENGTH))

    return minimize(loss, np.append(drawn, 0.0)).x


def chances(
    rows: list[list[float]], fitted: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> np.ndarray:
    mean, spread, b = fitted
    return 1 / (1 + np.exp(-((np.array(rows) - mean) / spread @ b[:-1] + b[-1])))


def held_back(data: list[Thread]) -> dict[int, np.ndarray]:
    """Judge each event by a model trained on the others."""
    held = {}
    for name in sorted({thread.event for thread in data}):
        fitted = fit([t for t in data if t.event != name])
        for at, thread in enumerate(data):
            if thread.event == name:
                held[at] = chances(thread.rows, fitted)
    return held


def judge(data: list[Thread]) -> None:
    held = held_back(data)
    labels = np.array([t.label for t in data])
    last = np.array([held[at][-1] for at in range(len(data))])
    real = labels != HARMLESS
    print(
        f"AUC, rumours against true ones, an hour in: {roc_auc_score(labels[real] > 0, last[real]):.3f}"
    )
    print(
        f"AUC, rumours against harmless ones: {roc_auc_score(labels[labels != 0] > 0, last[labels != 0]):.3f}"
    )
    tell_events(data, last)
    for threshold in (0.36, 0.4, 0.47, THRESHOLD, 0.55):
        hit = np.array(
            [
                any(may and p >= threshold for may, p in zip(t.may, held[at], strict=True))
                for at, t in enumerate(data)
            ]
        )
        shares = [
            f"{name} {hit[chosen].mean():.2f}"
            for name, chosen in (
                ("rumours", labels > 0),
                ("true", labels == TRUE),
                ("harmless", labels == HARMLESS),
            )
        ]
        print(
            f"flagged within the hour at {threshold}: {', '.join(shares)}; precision {(labels[hit & real] > 0).mean():.2f}"
        )
    tell_days(data, last)


def tell_events(data: list[Thread], last: np.ndarray) -> None:
    """Tell how each event alone is ranked; what is known only across events helps nobody."""
    found = {}
    for name in sorted({thread.event for thread in data}):
        chosen = [at for at, t in enumerate(data) if t.event == name and t.label != HARMLESS]
        labels = np.array([data[at].label > 0 for at in chosen])
        if 0 < labels.sum() < len(labels):
            found[name] = roc_auc_score(labels, last[chosen])
    told = ", ".join(f"{name} {value:.2f}" for name, value in found.items())
    values = np.array([*found.values()])
    print(f"AUC within one event: mean {values.mean():.2f}, spread {values.std():.2f} ({told})")


def tell_days(data: list[Thread], last: np.ndarray) -> None:
    days = defaultdict(list)
    for at, thread in enumerate(data):
        if thread.label != HARMLESS:
            days[thread.posts[0].at.date()].append((last[at], thread.label > 0))
    hits = chance = spread = 0.0
    for day, ranked in sorted(days.items()):
        if len(ranked) >= 12:
            ten = [rumour for _, rumour in sorted(ranked, reverse=True)[:10]]
            print(
                f"{day}: {sum(ten)} of the ten worst are rumours ({np.mean([r for _, r in ranked]):.2f} of {len(ranked)})"
            )
            share, count = np.mean([r for _, r in ranked]), len(ranked)
            hits, chance = hits + sum(ten), chance + 10 * share
            # Ten drawn without putting back: the hypergeometric spread.
            spread += 10 * share * (1 - share) * (count - 10) / (count - 1)
    print(
        f"all days: {hits:.0f} of the ten worst are rumours; by chance {chance:.0f} ± {spread**0.5:.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    data, comments = threads(chosen.shared / "rumours")
    data += made_up(chosen.shared, comments)
    for thread in data:
        thread.read()
    judge(data)
    mean, spread, b = fit(data)
    stored = {
        "learnt_from": "RumourEval 2017 conversations (Apache-2.0) against harmless ones; tools/train_rumour.py",
        "bias": round(float(b[-1]), 4),
        "threshold": THRESHOLD,
        "weights": [
            {"name": n, "mean": round(m, 4), "spread": round(s, 4), "weight": round(w, 4)}
            for n, m, s, w in zip(
                NAMES, mean.tolist(), spread.tolist(), b[:-1].tolist(), strict=True
            )
        ],
    }
    text = json.dumps(stored, indent=2) + "\n"
    print(text)
    if chosen.write:
        Path("src/firsthand/listen/rumour/model.json").write_text(text)


if __name__ == "__main__":
    main()
