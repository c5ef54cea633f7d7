"""The whole way of a heard post on one core: each stage, and the whole when all or few posts match.

The least possible work is decoding the same lines into the same records. Rates are of a
process's own time, so that a busy machine matters less; that of two processes is by the
clock, and beside it what the busier one of them would allow on a core of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any

from firsthand.cli.benchmarks import Row, at_least, at_most
from firsthand.cli.benchmarks.listen_long import lines_of
from firsthand.records.query import Query

LEADERS, PHRASES = 300, 17
EVERY, FEW, BATCH = 60_000, 600_000, 4_096
STAGES = ("decode", "match", "language", "tone", "cues", "stories", "rumours", "the rest", "store")


def run() -> list[Row]:
    """Give each stage, the rates, memory, and the cost of the last posts against the first."""
    script = "from firsthand.cli.benchmarks.listen import measure; measure()"
    told = subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(told.stdout)
    least = found["decode"]
    return [
        *[Row(f"{name}, every post", found[name], "µs/post") for name in STAGES],
        at_least("all posts match", found["all"], "posts/s", 40_000),
        Row("all posts match / decoding", 1e6 / found["all"] / least, "×"),
        at_least("2 % match", found["few"], "posts/s", 150_000),
        Row("2 % match / decoding", 1e6 / found["few"] / least, "×"),
        at_least("2 % match, two processes, by the clock", found["two"], "posts/s", 286_000),
        Row("the same, by the time of the busier one", found["busier"], "posts/s"),
        at_most("later posts / earlier posts, 2 % match", found["drift"], "×", 1.1),
        Row("memory", found["memory"], "MB"),
    ]


def measure() -> None:
    """Print the figures as JSON."""
    figures = _stages(list(lines_of(EVERY, 1.0, LEADERS)))
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder:
        few, every = Path(folder, "few.jsonl"), Path(folder, "every.jsonl")
        _write(few, FEW, 0.02)
        _write(every, EVERY, 1.0)
        figures["few"], figures["drift"] = _rate(few, FEW)
        figures["all"], _ = _rate(every, EVERY)
        figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures["two"], figures["busier"] = _rate_of_two(few, FEW)
    sys.stdout.write(json.dumps(figures))


def _write(path: Path, count: int, share: float) -> None:
    with path.open("wb") as file:
        file.writelines(line + b"\n" for line in lines_of(count, share, LEADERS))


def _rate(path: Path, count: int) -> tuple[float, float]:
    """Give how many posts a second the local engine takes, storing included.

    And the cost of the second half against the first.
    """
    from firsthand.listen.engines.local import Home, Lines, listen, spare_garbage

    pipeline = pipeline_of_many()
    spare_garbage()
    with Home(path.with_suffix(".heard")) as home:
        start = process_time()
        times = [process_time() for _ in listen([Lines(path)], pipeline, home)]
    middle = len(times) // 2
    first = (times[middle] - times[0]) / middle
    second = (times[-2] - times[middle]) / (len(times) - 2 - middle)
    return count / (times[-1] - start), second / first


def _rate_of_two(path: Path, count: int) -> tuple[float, float]:
    """Give posts a second of two processes: by the clock, and by the time of the busier one."""
    from firsthand.listen.engines.local import Helpers, Home, Lines, listen

    pipeline = pipeline_of_many()
    with Home(path.with_suffix(".two")) as home:
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        start, own = perf_counter(), process_time()
        with Helpers(pipeline.matcher, 1) as helpers:
            for _ in listen([Lines(path)], pipeline, home, helpers):
                pass
            took, own = perf_counter() - start, process_time() - own
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    other = ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
    return count / took, count / max(own, other)


def _stages(lines: list[bytes]) -> dict[str, float]:
    """Give what each stage costs, in microseconds a post, all posts matching."""
    from firsthand.listen.engines.local import Home, spare_garbage
    from firsthand.listen.pipeline.decoding import decode, moment, to_post
    from firsthand.listen.pipeline.matching import matched
    from firsthand.listen.rumour import Rumours
    from firsthand.listen.stories import Stories
    from firsthand.text.cues import cues_many
    from firsthand.text.language import detect_many
    from firsthand.text.tone import tone_many

    pipeline, stories, rumours = pipeline_of_many(), Stories(), Rumours()
    spare_garbage()
    spent: dict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        start = process_time()
        found = work(*given)
        spent[name] += process_time() - start
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
            start = process_time()
            taken = pipeline.take(read)
            spent["whole"] += process_time() - start
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


def pipeline_of_many() -> Any:
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
