"""Importing: against the least possible work, in memory, and as the library grows.

The least possible work is decoding the same JSON with orjson, whole in memory, and
inserting the same rows with a full-text index by plain sqlite3. Ours reads the
archive in a stream, tells its posts apart, finds what is known, and counts.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import IO, Any, Self, cast

import orjson

from firsthand.cli.benchmarks import Row, at_most
from firsthand.networks.simulator.x_archive import write_folder
from firsthand.records.post import Post

SMALL = 60_000_000  # bytes of the archive of which the ratio is taken
LARGE = 1_000_000_000  # bytes of the archive that must fit in little memory
FEW, MANY = 10_000, 1_000_000  # posts stored, between which the cost should not grow
TURN, TURNS = 12_000_000, 7  # bytes of the archives that are imported in between, and how many
WORDS = 50_000
SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;
CREATE TABLE post (id INTEGER PRIMARY KEY, key TEXT UNIQUE, network TEXT, kind TEXT, lang TEXT,
                   at TEXT, record TEXT);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
"""


def run() -> list[Row]:
    """Give the ratio, the memory of a large import, and the growth of the cost per post."""
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder:
        small = _child("compare", folder)
        turns = _growth(folder)
        home = Path(folder, "home")
        write_folder(Path(folder, "large"), LARGE)
        (memory, took), (again, _) = (_command(home, Path(folder, "large")) for _ in range(2))
    return [
        at_most("import / orjson and sqlite3", small["ratio"], "×", 3),
        Row("import", small["each"], "µs a post"),
        at_most("peak memory of 1 GB", memory, "MB", 400),
        at_most("peak memory of the same 1 GB again", again, "MB", 400),
        Row("import of 1 GB", took, "s"),
        at_most("a post at 1,000,000 / at 10,000", median(m / f for f, m in turns), "×", 1.2),
        Row("a post at 1,000,000", median(many for _, many in turns), "µs"),
    ]


def _child(what: str, folder: str) -> dict[str, float]:
    """Run one of the functions below in a process and a desk of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as home:
        script = f"from firsthand.cli.benchmarks.imports import {what}; {what}()"
        told = subprocess.run(
            [sys.executable, "-c", script], env=_env(home), check=True, stdout=subprocess.PIPE
        )
    answer: dict[str, float] = json.loads(told.stdout)
    return answer


def _env(home: str) -> dict[str, str]:
    env = {**os.environ, "FIRSTHAND_HOME": home}
    env.pop("DATABASE_URL", None)
    return env


def compare() -> None:
    """Print the ratio of an import to the least possible work on the same archive."""
    leader = _leader()
    from firsthand.library.importing import import_archive
    from firsthand.library.removal import empty

    home = Path(os.environ["FIRSTHAND_HOME"])
    posts = write_folder(home / "archive", SMALL)
    least, ours = [], []
    for turn in range(3):
        start = perf_counter()
        _least(home / "archive", home / f"least-{turn}.sqlite3")
        least.append(perf_counter() - start)
        start = perf_counter()
        import_archive(leader, [home / "archive"])
        ours.append(perf_counter() - start)
        empty(leader)
    _tell(ratio=min(ours) / min(least), each=min(ours) / posts * 1e6)


def _least(archive: Path, database: Path) -> None:
    raw = (archive / "data" / "tweets.js").read_bytes()
    tweets = [item["tweet"] for item in orjson.loads(raw[raw.index(b"[") :])]
    with sqlite3.connect(database) as connection:
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT INTO post VALUES (?, ?, 'x', 'post', ?, ?, ?)",
            [
                (int(t["id_str"]), "x:" + t["id_str"], t["lang"], t["created_at"], t["full_text"])
                for t in tweets
            ],
        )
        connection.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            [(int(t["id_str"]), t["full_text"]) for t in tweets],
        )
    connection.close()


def _growth(folder: str) -> list[tuple[float, float]]:
    """Give what importing a post costs with few and with many stored, in microseconds.

    Two desks take turns, so that whatever else the machine does weighs on both.
    """
    with _Filled(folder, FEW) as few, _Filled(folder, MANY) as many:
        return [(few.store(), many.store()) for _ in range(TURNS)]


class _Filled:
    """A desk with so many posts, in a process of its own, that imports some more when asked."""

    def __init__(self, folder: str, stored: int) -> None:
        home = tempfile.mkdtemp(dir=folder)
        script = f"from firsthand.cli.benchmarks.imports import grow; grow({stored})"
        self._process = subprocess.Popen(
            [sys.executable, "-c", script], env=_env(home), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Self:
        self._answer()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def store(self) -> float:
        """Import some posts; give what one cost, in microseconds."""
        asking = cast("IO[str]", self._process.stdin)
        asking.write("\n")
        asking.flush()
        return self._answer()

    def _answer(self) -> float:
        return float(cast("IO[str]", self._process.stdout).readline())


def grow(stored: int) -> None:
    """Store so many posts, then import an archive for each line read; print what a post cost."""
    leader = _leader()
    from firsthand.library.importing import import_archive

    made = made_up(stored)
    for _ in range(0, stored, FEW):
        _fill(leader, made, FEW)
    _say(0)
    after = 5 * MANY  # posts that nobody has stored yet
    for _ in sys.stdin:
        archive = Path(os.environ["FIRSTHAND_HOME"], f"archive-{after}")
        posts = write_folder(archive, TURN, seed=after, after=after)
        start = perf_counter()
        import_archive(leader, [archive])
        _say((perf_counter() - start) / posts * 1e6)
        after += posts


def _say(figure: float) -> None:
    sys.stdout.write(f"{figure}\n")
    sys.stdout.flush()


def made_up(count: int) -> Iterator[Post]:
    """Give posts with words as unevenly used as in any language (Zipf), oldest first."""
    random = Random(1)  # noqa: S311 (made-up posts need no secrecy)
    letters = "aeiouaeiounrtslcdmpvbfgq"
    words = ["".join(random.choices(letters, k=random.randint(2, 10))) for _ in range(WORDS)]
    total, weights = 0.0, []
    for rank in range(WORDS):
        total += 1 / (rank + 2)
        weights.append(total)
    start = datetime(2012, 1, 1, tzinfo=UTC)
    gap = timedelta(days=365 * 14) / count
    for number in range(count):
        text = " ".join(random.choices(words, cum_weights=weights, k=random.randint(8, 36)))
        yield Post(
            text=text, id=str(10**18 + number * 4_194_304), at=start + gap * number, lang="fr",
            author="claire", network="x" if number % 4 else "linkedin",
            reply_to=None if number % 3 else "1", metrics={"likes": number % 50},
        )  # fmt: skip


def _fill(leader: Any, made: Iterator[Post], count: int) -> float:
    from firsthand.library.importing import BATCH
    from firsthand.library.shelf import shelve

    took = 0.0
    for _ in range(0, count, BATCH):
        batch = [post for _, post in zip(range(BATCH), made, strict=False)]
        start = perf_counter()
        shelve(leader, batch)
        took += perf_counter() - start
    return took


def _command(home: Path, archive: Path) -> tuple[float, float]:
    """Import an archive by the command; give its peak memory in MB and its seconds."""
    script = "from firsthand.cli.main import main; main()"
    start = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script, "import", str(archive)],
        env=_env(str(home)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage.ru_maxrss / 1024, perf_counter() - start


def _leader() -> Any:
    from firsthand.config.desk import open_desk

    open_desk()
    from firsthand.people.founding import found

    return found("Claire Martin", "Ateliers Martin")


def _tell(**figures: float) -> None:
    sys.stdout.write(json.dumps(figures))
