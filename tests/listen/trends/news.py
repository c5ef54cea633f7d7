"""Eleven real events mixed into weeks of ordinary posts, to see which are told as trends.

Texts and the times within each event are real: tweets on three accidents (the time is in
the id), and the conversations of eight events of RumourEval. Ordinary posts are those of
two public persons and of many strangers; their times and accounts, and when each event
begins, are drawn at random.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from firsthand.listen.match.matcher import Matcher
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.rising import Rising
from firsthand.records.post import from_line
from firsthand.records.signal import Signal

START = datetime(2026, 3, 2, tzinfo=UTC)
DAYS, QUIET = 24, 7
"""Days of the stream, and days before the first event."""
LASTS = timedelta(hours=48)
"""What comes later after the first post of an event is left out."""
ACCOUNTS = 600
_TWITTER = 1288834974657
ORDINARY = ""


class Told(NamedTuple):
    """What was told of one event: after how long first, and as how many subjects."""

    event: str
    posts: int
    delay: timedelta | None
    subjects: int


class Judgement(NamedTuple):
    """What was told of each event; `false`: subjects a day that no event is."""

    events: list[Told]
    false: float
    terms: list[tuple[str, str]]


class Said(NamedTuple):
    """One post of an event; `at` in seconds, `under`: the post that it answers."""

    at: float
    text: str
    name: str
    under: str | None = None


Line = dict[str, str]


def events(shared: Path) -> dict[str, list[Said]]:
    """Give the posts of each event in order."""
    found: dict[str, list[Said]] = {}
    for path in sorted((shared / "stories").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            rows = [row for row in csv.reader(file) if row[0].isdigit()]
        of_it = [row for row in rows if "Not related" not in row[-1]]
        name = path.name.split("-")[0]
        found[name] = [Said(((int(r[0]) >> 22) + _TWITTER) / 1000, r[1], r[0]) for r in of_it]
    posts = json.loads((shared / "rumours" / "posts.json").read_text("utf-8"))
    trees = json.loads((shared / "rumours" / "structures.json").read_text("utf-8"))
    parents = dict(chain.from_iterable(_flat(tree) for tree in trees.values()))
    for name, post in posts.items():
        said = Said(post["time"], post["text"], name, parents.get(name))
        found.setdefault(_event(datetime.fromtimestamp(post["time"], UTC)), []).append(said)
    return {name: _from_first(said) for name, said in found.items()}


def _event(at: datetime) -> str:
    names = {8: "ferguson", 11: "prince", 12: "sydney", 1: "charlie"}
    if at.month in names:
        return names[at.month]
    if at.month == 10:
        return "essien" if at.day < 20 else "ottawa"
    return "putin" if at.day < 20 else "germanwings"


def _flat(tree: object, parent: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Give the posts of a tree of replies, each with the one that it answers."""
    if isinstance(tree, dict):
        for name, below in tree.items():
            yield name, parent
            yield from _flat(below, name)


def _from_first(said: list[Said]) -> list[Said]:
    said.sort()
    first = said[0].at
    return [
        each._replace(at=each.at - first)
        for each in said
        if each.at - first < LASTS.total_seconds()
    ]


def ordinary(shared: Path) -> list[str]:
    """Give texts that are of no event."""
    texts = []
    for path in sorted((shared / "voice").glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            texts += [row["text"] for row in csv.DictReader(file)]
    for path in sorted((shared / "tone").glob("*/*_text.txt")):
        texts += path.read_text("utf-8").splitlines()
    return texts


def stream(shared: Path, seed: int = 1) -> list[Line]:
    """Give the lines of the whole stream; the id says which event a post is of."""
    random = Random(seed)
    found = [
        _line(ORDINARY, n, _any_time(random), text, f"v{random.randrange(ACCOUNTS)}")
        for n, text in enumerate(ordinary(shared))
    ]
    for name, said in sorted(events(shared).items()):
        first = START + timedelta(days=random.uniform(QUIET, DAYS - 2))
        for each in said:
            line = _line(
                name,
                each.name,
                first + timedelta(seconds=each.at),
                each.text,
                f"{name[:6]}{each.name}",
            )
            found.append({**line, **({"reply_to": f"{name}/{each.under}"} if each.under else {})})
    return sorted(found, key=lambda line: line["at"])


def _any_time(random: Random) -> datetime:
    """Give a moment: at night there is little, at noon and in the evening much."""
    while True:
        day, hour = random.randrange(DAYS), random.triangular(0, 24, 17)
        return START + timedelta(days=day, hours=hour)


def _line(event: str, number: object, at: datetime, text: str, author: str) -> Line:
    stamp = at.isoformat(timespec="milliseconds")
    return {"id": f"{event}/{number}", "at": stamp, "author": author, "network": "x", "text": text}


def trends(lines: list[Line]) -> Iterator[Signal]:
    """Give the trends that are told to a leader to whose communities all accounts belong."""
    rising, following = Rising(Matcher.of(()), {}, 1), Following()
    for line in lines:
        post = from_line(line)
        rising.hear(post, "")
        if post.at is not None:
            yield from rising.pass_time(post.at, following)


def judge(lines: list[Line]) -> Judgement:
    """Say of which events the trends are, by most of their posts."""
    first: dict[str, datetime] = {}
    sizes = Counter(_of(line["id"]) for line in lines)
    for line in lines:
        first.setdefault(_of(line["id"]), datetime.fromisoformat(line["at"]))
    subjects: dict[str, dict[str, datetime]] = defaultdict(dict)
    terms = []
    for signal in trends(lines):
        event = Counter(_of(proof.id) for proof in signal.proofs).most_common(1)[0][0]
        if signal.id not in subjects[event] and signal.at:
            subjects[event][signal.id] = signal.at
            terms.append((event, signal.says.text("en")))
    told = [
        Told(
            event, sizes[event],
            min(subjects[event].values()) - begun if subjects[event] else None,
            len(subjects[event]),
        )
        for event, begun in sorted(first.items()) if event != ORDINARY
    ]  # fmt: skip
    return Judgement(told, len(subjects[ORDINARY]) / DAYS, terms)


def _of(name: str) -> str:
    return name.partition("/")[0]
