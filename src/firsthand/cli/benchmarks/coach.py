"""Reviewing drafts with a full context, and how often each check speaks.

Times are those of one processor core, whatever else the machine does. The least
possible work is reading the draft's words and sentences once. The context is the
demo leader's: their strategy, 500 own posts, what they heard, open signals, trends
and questions; every draft is a new one. How often the checks speak is counted over
the demo leader's posts, each with what the desk knew on its day, and over posts of real persons where such files lie beside
the repository.
"""

import csv
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import process_time

from firsthand.cli.benchmarks import Row, at_most
from firsthand.coach.context import Context, OpenSignal, Target, Trend, TrendState
from firsthand.coach.hearing import hear
from firsthand.coach.memory import Memory
from firsthand.coach.reading import Reading
from firsthand.coach.reviewing import review
from firsthand.networks.simulator.demo import Demo, build
from firsthand.records.clock import FixedClock
from firsthand.records.draft import Draft
from firsthand.records.finding import Finding, Level
from firsthand.records.post import Kind, to_line
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import read

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
OWN = 500
DRAFTS = 40
SHORT, LONG = 280, 3_000
FEWEST = 30  # own posts from which the demo's rates are told
DEMO = ("helene_darcourt",)
VOICES = Path("../shared/data/voice")


def run() -> list[Row]:
    """Give the times of a review, of the import, and the firing rates."""
    demo = build(1, NOW)
    context = _context(demo)
    rows = [*_times(demo, context, SHORT, 10), *_times(demo, context, LONG, 40)]
    rows.append(at_most("import of the coach", _import_seconds(), "s", 0.5))
    rows += _rates("demo posts", _on_the_desk(demo, context.strategy))
    plain = Context(clock=FixedClock(NOW), targets=(Target("x", 280),))
    for path in sorted(VOICES.glob("*.csv")):
        rows += _rates(path.stem, [(draft, plain) for draft in _texts(path)])
    return rows


def _times(demo: Demo, context: Context, length: int, limit: float) -> Iterator[Row]:
    drafts = _of_length(demo, length, DRAFTS + 5)
    least = [_milliseconds(partial(Reading, text, "fr")) for text in drafts]
    taken = [_milliseconds(partial(review, text, context)) for text in drafts]
    name = f"review of {length:,} characters"
    yield at_most(f"{name}, median", median(taken[5:]), "ms", limit)
    yield Row(f"{name} / reading its words once", median(taken[5:]) / median(least[5:]), "×")


def _milliseconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _of_length(demo: Demo, length: int, count: int) -> list[str]:
    """Put sentences of the demo together, each time from another one on."""
    sentences = [line for post in demo.posts for line in post.text.split(". ") if line.strip()]
    turning = cycle(sentences)
    made: list[str] = []
    for _ in range(count):
        text = ""
        while len(text) < length:
            text += next(turning).strip().rstrip(".") + ". "
        made.append(text[:length])
    return made


def _context(demo: Demo) -> Context:
    own = [post for post in demo.posts if post.kind is not Kind.REPOST]
    while len(own) < OWN:
        own += [replace(post, text=f"{post.text} {len(own)}") for post in own[: OWN - len(own)]]
    strategy = read(demo.strategy)
    heard = demo.heard[-OWN:]
    terms = [phrase for topic in strategy.topics for phrase in topic.phrases]
    return Context(
        strategy=strategy,
        own=Memory(own),
        heard=Memory(heard),
        signals=tuple(OpenSignal(kind="rumour", phrases=(term,)) for term in terms[:5]),
        trends=tuple(Trend(term=f"#{n}vivatech", state=TrendState.STALE) for n in range(20)),
        unanswered=tuple(post for post in heard if "?" in post.text)[:20],
        answering=None,
        targets=(Target("x", 280), Target("linkedin"), Target("bluesky")),
        own_share=0.9,
        clock=FixedClock(NOW),
    )


def _import_seconds() -> float:
    """Give the time that importing the coach adds to a bare start of Python."""
    return _start("import firsthand.coach.reviewing") - _start("pass")


def _start(code: str) -> float:
    taken = []
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", code])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        taken.append(usage.ru_utime + usage.ru_stime)
    return min(taken)


def _on_the_desk(demo: Demo, strategy: Strategy | None) -> list[tuple[Draft, Context]]:
    """Give each of the demo's own posts as a draft of its day, with what the desk knew then."""
    own = [post for post in demo.posts if post.kind is not Kind.REPOST]
    lines = [to_line(post) for post in demo.heard]
    found = []
    for n, post in enumerate(own):
        if post.kind is not Kind.POST or post.at is None or n < FEWEST:
            continue
        day = post.at.isoformat()
        heard = hear((line for line in lines if line["at"] < day), own[:n], DEMO, post.at)
        context = Context(
            strategy=strategy,
            own=Memory(own[max(0, n - OWN) : n]),
            heard=heard.posts,
            signals=heard.signals,
            trends=heard.trends,
            unanswered=heard.unanswered,
            own_share=1.0,
            clock=FixedClock(post.at),
        )
        found.append((Draft(text=post.text, networks=(post.network,)), context))
    return found


def _texts(path: Path) -> Iterator[Draft]:
    with path.open(encoding="mac_roman", newline="") as file:
        for line in csv.DictReader(file):
            yield Draft(text=line["text"])


def _rates(name: str, drafts: Iterable[tuple[Draft, Context]]) -> list[Row]:
    """Give the findings per draft, the stops, and the share of drafts on which each check speaks."""
    found = [review(draft, context).findings for draft, context in drafts]
    stops = sum(any(f.level is Level.STOP for f in findings) for findings in found)
    counted = Counter(check for findings in found for check in _checks(findings))
    return [
        at_most(f"{name}: findings, median", median(map(len, found)), "", 2),
        at_most(f"{name}: stops in 200", 200 * stops / len(found), "", 1),
        *[
            Row(f"{name}: {check}", 100 * count / len(found), "%")
            for check, count in counted.most_common()
        ],
    ]


def _checks(findings: Iterable[Finding]) -> set[str]:
    return {finding.check for finding in findings}
