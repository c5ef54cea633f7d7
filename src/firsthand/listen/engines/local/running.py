"""Running the pipeline over sources: batch by batch, saved often enough, resumed where it stopped."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from firsthand.listen.engines.local import messages as say
from firsthand.listen.engines.local.chunks import Source
from firsthand.listen.engines.local.files import Lines
from firsthand.listen.engines.local.home import Home
from firsthand.listen.engines.local.scanning import Helpers, Scanned, scan
from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline import messages as reasons
from firsthand.records.errors import BadInput
from firsthand.records.message import Message
from firsthand.records.signal import Signal

SAVE_EVERY = 5.0
"""Seconds between two states, at least; and fifty times what saving took."""
SHARE = 50
GARBAGE = 100_000
"""Objects made between two looks for garbage."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one batch gave, and how far the source was read: 0–1, None when nobody knows."""

    signals: list[Signal]
    source: str
    done: float | None


def listen(
    sources: Sequence[Source],
    pipeline: Pipeline,
    home: Home | None = None,
    helpers: Helpers | None = None,
) -> Iterator[Step]:
    """Read sources one after the other; with a home, go on where it stopped.

    The signals of a step are in the home before they are given. `helpers` decode and match
    files of lines in other processes; the signals are the same.

    Raises:
        BadInput: there were lines in a source, and none could be read as a post. All else is
            heard and kept before; that source is read again from its start next time.
    """
    keeper = _Keeper(pipeline, home)
    refused: list[BadInput] = []
    for source in sources:
        cursor = keeper.cursors.get(source.name, 0)
        reading = _Reading(source.name, from_start=source.live or not cursor)
        for scanned in _scanned(source, cursor, pipeline, helpers):
            pipeline.left_out.update(scanned.skipped)
            pipeline.total += scanned.read
            reading.add(scanned)
            taken = pipeline.follow(scanned.lines, scanned.queries)
            signals = [*taken.signals, *(pipeline.wait() if source.live else ())]
            if home is not None:
                home.keep(taken.heard, signals)
            keeper.cursors[source.name] = scanned.cursor
            keeper.save_now_and_then()
            yield Step(signals, source.name, scanned.cursor / source.size if source.size else None)
        if fault := reading.fault():
            refused.append(fault)
            keeper.cursors.pop(source.name)
    last = pipeline.finish()
    if home is not None:
        home.keep(last.heard, last.signals)
        keeper.save()
    yield Step(last.signals, "", 1.0)
    if refused:
        raise refused[0]


@dataclass(slots=True)
class _Reading:
    """What was read of a source in this run."""

    name: str
    from_start: bool
    read: int = 0
    skipped: Counter[Message] = field(default_factory=Counter)

    def add(self, scanned: Scanned) -> None:
        self.read += scanned.read
        self.skipped.update(scanned.skipped)

    def fault(self) -> BadInput | None:
        """Say so if there was something in the whole source, and nothing that could be a post."""
        return None if self.read or not self.from_start else no_posts(self.name, self.skipped)


def no_posts(source: str, skipped: Counter[Message]) -> BadInput | None:
    """Say that there was something in a source of which no post was read, but nothing like one.

    Most of Jetstream's events are no posts: they are understood all the same.
    """
    if not skipped or skipped[reasons.OTHER]:
        return None
    reason, _ = skipped.most_common(1)[0]
    shown = say.STANDARD_INPUT() if source == "-" else Path(source).name
    return BadInput(say.NO_POSTS(name=shown, reason=reason()))


def _scanned(
    source: Source, cursor: int, pipeline: Pipeline, helpers: Helpers | None
) -> Iterator[Scanned]:
    if helpers is not None and isinstance(source, Lines):
        yield from helpers.scan(source, cursor)
        return
    for chunk in source.read(cursor):
        yield scan(pipeline.matcher, chunk)


def spare_garbage() -> None:
    """Look for garbage seldom, and never among what is there already; for a process that listens.

    What is remembered of posts is many small objects, none of them in a circle.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)


class _Keeper:
    """Saves what the pipeline remembers together with how far each source was read."""

    def __init__(self, pipeline: Pipeline, home: Home | None) -> None:
        self.cursors: dict[str, int] = {}
        self._pipeline, self._home = pipeline, home
        self._due = monotonic() + SAVE_EVERY
        state = home.load() if home else None
        if state is not None:
            self.cursors = state["cursors"]
            pipeline.restore(state["pipeline"])

    def save_now_and_then(self) -> None:
        if self._home is not None and monotonic() >= self._due:
            self.save()

    def save(self) -> None:
        if self._home is None:
            return
        start = monotonic()
        self._home.save({"cursors": self.cursors, "pipeline": self._pipeline.state()})
        self._due = monotonic() + max(SAVE_EVERY, SHARE * (monotonic() - start))
