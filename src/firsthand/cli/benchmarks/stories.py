"""Grouping posts into stories, by processor time: against decoding the same lines, with a full window.

The posts are made up: words as unevenly used as in any language, two posts in three
about one of some thousand stories, the rest about nothing in particular.
"""

from collections.abc import Callable
from functools import partial
from random import Random
from time import process_time

import orjson

from firsthand.cli.benchmarks import Row, at_least
from firsthand.listen.stories import Stories
from firsthand.records.post import from_line

WINDOW = 100_000
BATCH = 16_384
TIMED = 4 * BATCH
WORDS, STORIES, OWN = 50_000, 4_000, 24


def run() -> list[Row]:
    """Give posts a second with the window full, and the ratio to decoding."""
    lines = list(made_up(WINDOW + TIMED))
    posts = [from_line(orjson.loads(line)) for line in lines]
    stories = Stories(WINDOW)
    for at in range(0, WINDOW, BATCH):
        stories.add(posts[at : min(at + BATCH, WINDOW)])
    # Posts already seen would be known by their ids: each batch is timed once.
    batches = [posts[at : at + BATCH] for at in range(WINDOW, WINDOW + TIMED, BATCH)]
    taken = min(_spent(partial(stories.add, batch)) for batch in batches)
    decoding = min(_spent(partial(_decode, lines[-BATCH:])) for _ in batches)
    saved = stories.state()
    merging = _spent(partial(stories.absorb, saved))
    return [
        at_least("posts grouped, window of 100,000 full", BATCH / taken, "posts/s", 60_000),
        Row("grouping / decoding with orjson", taken / decoding, "×"),
        Row("state of a full window", len(saved) / 1e6, "MB"),
        Row("taking in another full window", merging, "s"),
    ]


def _decode(lines: list[bytes]) -> None:
    for line in lines:
        orjson.loads(line)


def _spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def made_up(count: int) -> list[bytes]:
    """Give lines of made-up posts, the same at each call."""
    random = Random(1)  # noqa: S311 (made-up posts need no secrecy)
    letters = "aeiouaeiounrtslcdmpvbfgq"
    words = ["".join(random.choices(letters, k=random.randint(3, 10))) for _ in range(WORDS)]
    weights = _sums(WORDS)
    about = [random.choices(words, cum_weights=weights, k=OWN) for _ in range(STORIES)]
    popular, own = _sums(STORIES), _sums(OWN)
    lines = []
    for number in range(count):
        said = random.choices(words, cum_weights=weights, k=random.randint(4, 14))
        if number % 3:
            story = about[random.choices(range(STORIES), cum_weights=popular)[0]]
            said[3:] = random.choices(story, cum_weights=own, k=random.randint(4, 9))
        lines.append(orjson.dumps({"id": str(number), "text": " ".join(said)}))
    return lines


def _sums(count: int) -> list[float]:
    """Give the running sums of Zipf's weights."""
    sums, total = [], 0.0
    for rank in range(count):
        total += 1 / (rank + 3)
        sums.append(total)
    return sums
