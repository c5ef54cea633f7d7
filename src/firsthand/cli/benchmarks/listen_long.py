"""Listening for long: what the last posts cost against the first, and memory; made-up streams.

Lines are made while they are heard, a thousand a second of the stream's own time; making
them is not counted. `python -c "from firsthand.cli.benchmarks.listen_long import measure;
measure(20_000_000)"` is the long run of `docs/quality.md`.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING

import orjson

from firsthand.cli.benchmarks import Row, at_most
from firsthand.cli.benchmarks.imports import made_up
from firsthand.records.message import Message

if TYPE_CHECKING:
    from firsthand.listen.engines.local.chunks import Chunk

POSTS, STEPS = 2_000_000, 20
"""Posts heard, and in how many parts they are timed."""
SHARE, LEADERS = 0.02, 300
POOL = 20_000
"""Posts that concern nobody are drawn from so many; those that do are all new."""
START, BETWEEN = datetime(2026, 1, 5, tzinfo=UTC), timedelta(milliseconds=1)
COMMON = 150
"""Words so common that real ones stand for them; they make half of what is said, as in real posts."""
_RARER = ("http", "https", "www", "yet", "while", "though", "although", "pourtant")
"""Words of that list that are not so common: of links, and of contrast but for one."""
_OPENINGS = ("C'est vrai ? ", "Merci à ", "Honteux, ", "Bravo à l'équipe de ")
CUED = 0.1
"""Share of the posts of which some phrase says what they do: 9.6 % in 24,000 real ones."""


def lines_of(count: int, share: float, leaders: int, first: int = 0) -> Iterator[bytes]:
    """Give lines of which a share concerns a leader's company, from a number on."""
    random = Random(7 + first)  # noqa: S311 (made-up posts need no secrecy)
    pool = _pool()
    endings = [orjson.dumps({"text": text})[1:] for text in pool]
    for number in range(first, first + count):
        at = (START + number * BETWEEN).isoformat()
        ending = endings[random.randrange(POOL)]
        if random.random() < share:
            opening = random.choice(_OPENINGS) if random.random() < CUED else ""
            named = f"{opening}Societe{random.randrange(leaders)}"
            ending = orjson.dumps({"text": f"{named} {_new(pool, random)}"})[1:]
        yield (
            b'{"id":"%d","at":"%s","author":"compte%d","network":"x","lang":"fr",'
            % (number, at.encode(), number % 9_973)
        ) + ending


def _pool() -> list[str]:
    """Give made-up texts of which the commonest words are real ones, which tell nothing apart."""
    texts = [post.text.split() for post in made_up(POOL)]
    listed = (files("firsthand.listen.stories") / "stop_words.txt").read_text("utf-8").splitlines()
    words = (word for line in listed if not line.startswith("#") for word in line.split())
    real = [word for word in words if word not in _RARER]
    Random(5).shuffle(real)  # noqa: S311 (as above)
    counted = Counter(word for words in texts for word in words)
    common = {word: real[at] for at, (word, _) in enumerate(counted.most_common(COMMON))}
    return [" ".join(common.get(word, word) for word in words) for words in texts]


def _new(pool: list[str], random: Random) -> str:
    """Give the beginning of one text with the end of another."""
    one, other = pool[random.randrange(POOL)].split(), pool[random.randrange(POOL)].split()
    return " ".join(one[: len(one) // 2] + other[len(other) // 2 :])


def run() -> list[Row]:
    """Give the cost of the last part against the first, and memory after each."""
    script = f"from firsthand.cli.benchmarks.listen_long import measure; measure({POSTS})"
    told = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE)
    parts = [json.loads(line) for line in told.stdout.splitlines()]
    first, last = parts[0], parts[-1]
    return [
        Row("posts heard, 2 % matching", last["posts"], "posts"),
        Row("a post, in the last part", last["each"], "µs"),
        at_most("last part / first part", last["each"] / first["each"], "×", 1.1),
        Row("memory after the first part", first["memory"], "MB"),
        Row("memory at the end", last["memory"], "MB"),
    ]


def measure(posts: int) -> None:
    """Print, for each part of a long run, the cost of a post and the most memory so far, as JSON."""
    from firsthand.cli.benchmarks.listen import pipeline_of_many
    from firsthand.listen.engines.local import Home, listen, spare_garbage

    pipeline, source = pipeline_of_many(), _Made(posts)
    for chunk in _Made(10_000).read(0):
        pipeline_of_many().take(chunk.lines)  # starts what is compiled
    spare_garbage()
    with (
        tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder,
        Home(Path(folder)) as home,
    ):
        begun, step = process_time() - source.making, max(1, posts // STEPS)
        for _ in listen([source], pipeline, home):
            if pipeline.total >= posts or pipeline.total // step > source.told:
                spent = process_time() - source.making
                _tell(pipeline.total, (spent - begun) / (pipeline.total - source.told_at))
                source.told, source.told_at, begun = pipeline.total // step, pipeline.total, spent
            if source.told_at >= posts:
                break


def _tell(posts: int, each: float) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"posts": posts, "each": 1e6 * each, "memory": memory}), flush=True)


@dataclass(slots=True)
class _Made:
    """A source of made-up lines; `making`: seconds that making them took."""

    posts: int
    name: str = "made up"
    size: int | None = None
    live: bool = False
    making: float = 0.0
    told: int = 0
    told_at: int = 0

    def read(self, cursor: int) -> "Iterator[Chunk]":
        """Give the posts of so many lines."""
        from firsthand.listen.engines.local.chunks import BATCH, Chunk
        from firsthand.listen.pipeline.decoding import decode

        lines = lines_of(self.posts - cursor, SHARE, LEADERS, cursor)
        while True:
            start = process_time()
            some = list(islice(lines, BATCH))
            self.making += process_time() - start
            if not some:
                return
            skipped: Counter[Message] = Counter()
            cursor += len(some)
            yield Chunk(decode(some, skipped), skipped, cursor)
