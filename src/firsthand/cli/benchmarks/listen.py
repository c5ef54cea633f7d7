"""The whole way of a heard post on one core: each stage, and the whole when all or few posts match.

The least possible work is decoding the same lines into the same records.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import orjson

from firsthand.cli.benchmarks import Row, at_least, at_most
from firsthand.cli.benchmarks.imports import made_up
from firsthand.records.query import Query

LEADERS, PHRASES = 300, 17
POSTS, BATCH = 60_000, 4_096
STAGES = ("decode", "match", "language", "tone", "cues", "stories", "rumours", "the rest", "store")


def run() -> list[Row]:
    """Give each stage, the two rates, memory, and the cost of the last posts against the first."""
    script = "from firsthand.cli.benchmarks.listen import measure; measure()"
    told = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(told.stdout)
    least = found["decode"]
    return [
        *[Row(f"{name}, every post", found[name], "µs/post") for name in STAGES if name in found],
        at_least("all posts match", found["all"], "posts/s", 40_000),
        Row("all posts match / decoding", 1e6 / found["all"] / least, "×"),
        at_least("2 % match", found["few"], "posts/s", 150_000),
        Row("2 % match / decoding", 1e6 / found["few"] / least, "×"),
        at_most("later posts / earlier posts, 2 % match", found["drift"], "×", 1.1),
        Row("memory", found["memory"], "MB"),
    ]


def measure() -> None:
    """Print the figures as JSON."""
    figures = {f"{name}": each for name, each in _stages(list(_lines(1.0))).items()}
    few = list(_lines(0.02))
    _rate(few[: 4 * BATCH])
    halves: list[float] = []
    figures["few"] = _rate(few, halves)
    figures["drift"] = halves[1] / halves[0]
    every = list(_lines(1.0))
    figures["all"] = _rate(every)
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(figures))


def _rate(lines: list[bytes], halves: list[float] | None = None) -> float:
    """Give how many posts a second the local engine takes, storing included."""
    from firsthand.listen.engines.local import Home, Lines, listen, spare_garbage

    spare_garbage()
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder:
        path = Path(folder) / "stream.jsonl"
        path.write_bytes(b"\n".join(lines))
        pipeline = _pipeline()
        with Home(Path(folder) / "heard") as home:
            start = perf_counter()
            times = [perf_counter() for _ in listen([Lines(path)], pipeline, home)]
    if halves is not None:
        middle = len(times) // 2
        halves += [
            times[middle] - start,
            (times[-1] - times[middle]) * middle / (len(times) - middle),
        ]
    return len(lines) / (times[-1] - start)


def _stages(lines: list[bytes]) -> dict[str, float]:
    """Give what each stage costs, in microseconds a post, all posts matching."""
    from firsthand.listen.engines.local import Home
    from firsthand.listen.pipeline.decoding import decode, moment, to_post
    from firsthand.listen.pipeline.matching import matched
    from firsthand.listen.rumour import Rumours
    from firsthand.listen.stories import Stories
    from firsthand.text.cues import cues_many
    from firsthand.text.language import detect_many
    from firsthand.text.tone import tone_many

    pipeline, stories, rumours = _pipeline(), Stories(), Rumours()
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        start = perf_counter()
        found = work(*given)
        spent[name] += perf_counter() - start
        return found

    with (
        tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder,
        Home(Path(folder)) as home,
    ):
        for turn, at in enumerate(range(0, len(lines), BATCH)):
            if turn == 1:
                spent.clear()  # the first batch compiles
            part = lines[at : at + BATCH]
            read = timed("decode", decode, part, Counter())
            timed("match", matched, pipeline.matcher, read)
            texts = [line.text for line in read]
            langs = [one.lang for one in timed("language", detect_many, texts)]
            timed("tone", tone_many, texts, langs)
            cued = timed("cues", cues_many, texts, langs)
            posts = [to_post(line, moment(line), "fr") for line in read]
            told = timed("stories", stories.add, posts)
            timed("rumours", _judge, rumours, posts, told, cued)
            start = perf_counter()
            taken = pipeline.take(read)
            spent["whole"] += perf_counter() - start
            timed("store", home.keep, taken.heard, taken.signals)
    posts_timed = len(lines) - BATCH
    each = {name: 1e6 * total / posts_timed for name, total in spent.items()}
    parts = sum(each[name] for name in ("match", "tone", "cues", "stories", "rumours"))
    each["the rest"] = max(0.0, each.pop("whole") - parts)
    return each


def _judge(rumours: Any, posts: Any, stories: Any, cued: Any) -> None:
    from firsthand.listen.rumour import said_many

    said = said_many([post.text for post in posts], [post.lang for post in posts], cued)
    rumours.add(posts, stories, said)


def _pipeline() -> Any:
    """Give a pipeline of 300 leaders with 5,000 phrases in all."""
    from firsthand.listen.match.compiling import compile_strategy
    from firsthand.listen.match.matcher import Matcher
    from firsthand.listen.pipeline import Pipeline
    from firsthand.records.strategy import Company, Strategy, Topic

    random = Random(6)  # noqa: S311 (made-up leaders need no secrecy)
    queries: list[Query] = []
    for number in range(LEADERS):
        phrases = tuple(f"sujet{number} {random.randint(1, 9)}" for _ in range(PHRASES - 3))
        queries += compile_strategy(
            Strategy(
                leader=f"Prenom{number} Nomdefamille{number}",
                handles=(f"leader{number}",),
                topics=(Topic(name="Sujet", phrases_fr=phrases),),
                company=Company(name=f"Societe{number}"),
            )
        )
    return Pipeline(Matcher.of(queries))


def _lines(share: float) -> Iterator[bytes]:
    """Give lines of which a share concerns a leader."""
    random = Random(7)  # noqa: S311 (made-up posts need no secrecy)
    start = datetime(2026, 1, 5, tzinfo=UTC)
    said = ("", "C'est vrai ? ", "Merci à ", "Honteux, ", "Bravo à l'équipe de ")
    for number, post in enumerate(made_up(POSTS)):
        text = post.text
        if random.random() < share:
            text = f"{random.choice(said)}Societe{random.randrange(LEADERS)} {text}"
        at = start + timedelta(milliseconds=50 * number)
        yield orjson.dumps(
            {"id": str(number), "at": at.isoformat(), "author": f"compte{number % 9_973}",
             "network": "x", "lang": "fr", "text": text}
        )  # fmt: skip
