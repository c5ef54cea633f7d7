"""What the driver does with a micro-batch: the order restored, the pipeline fed, the state kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa

from firsthand.listen.engines.local.chunks import BATCH
from firsthand.listen.engines.local.files import SIZE
from firsthand.listen.engines.local.home import Home
from firsthand.listen.engines.spark.scanning import counted
from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import Line, decode
from firsthand.records.signal import Signal

CURSOR = "spark"
Tell = Callable[[list[Signal]], None]


class Follower:
    """Follows micro-batches, each once: the number of the last one is kept with the state.

    `rows`: the lines are rows of tables.
    """

    def __init__(self, pipeline: Pipeline, home: Home, tell: Tell, *, rows: bool = False) -> None:
        self._pipeline, self._home, self._tell = pipeline, home, tell
        self._size = BATCH if rows else SIZE
        state = home.load()
        self._last: int = state["cursors"].get(CURSOR, -1) if state else -1
        if state:
            pipeline.restore(state["pipeline"])

    def __call__(self, found: Any, number: int) -> None:
        """Take in a micro-batch (a Spark data frame of `scanning.FOUND`), unless it was followed."""
        if number <= self._last:
            return
        self.follow(found.toArrow())
        self._last = number
        self._save()

    def follow(self, found: pa.Table) -> None:
        """Take in what the workers found, file by file, in the batches of the local engine."""
        rows = found.to_pylist()
        for row in rows:
            self._pipeline.total += row["read"]
            self._pipeline.left_out.update(counted(row["skipped"]))
        for lines, queries in batches([row for row in rows if row["line"] is not None], self._size):
            taken = self._pipeline.follow(lines, queries)
            self._home.keep(taken.heard, taken.signals)
            self._tell(taken.signals)

    def finish(self) -> None:
        """Judge the step that is running, at the end of a stream that will not go on."""
        last = self._pipeline.finish()
        self._home.keep(last.heard, last.signals)
        self._tell(last.signals)
        self._save()

    def _save(self) -> None:
        state = {"cursors": {CURSOR: self._last}, "pipeline": self._pipeline.state()}
        self._home.save(state)


def batches(
    rows: Sequence[dict[str, Any]], size: int
) -> Iterator[tuple[list[Line], list[list[int]]]]:
    """Put rows in the order of their files, cut where the local engine cuts."""
    ordered = sorted(rows, key=lambda row: (row["file"], row["place"]))
    for _, group in groupby(ordered, key=lambda row: (row["file"], row["place"] // size)):
        held = list(group)
        lines = decode([row["line"] for row in held], Counter())
        yield lines, [row["queries"] for row in held]
