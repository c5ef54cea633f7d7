"""Decoding and matching: the part of listening that remembers nothing, here or in other processes.

    with Helpers(matcher, 1) as helpers:       # one more process
        for scanned in helpers.scan(source, cursor): ...

Helpers decode and match parts of a file; whoever asks them does the same while it waits,
and gets the parts in the order of the file, in the batches in which it would have read
them alone: so the signals are the same. Queries that are added later are not known to them.
"""

import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

import msgspec

from firsthand.listen.engines.local.chunks import Chunk
from firsthand.listen.engines.local.files import Lines, Part
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.pipeline.decoding import Line
from firsthand.listen.pipeline.matching import matched
from firsthand.records.message import Message

AHEAD = 2
"""Parts that a helper is given before it has told what it found in the first."""
WAITING = 4
"""Parts, for each process, that may wait for an earlier one."""
_FILES = 4_096


@dataclass(frozen=True, slots=True)
class Scanned:
    """What some query wants of a chunk, by which queries; how many posts were read, up to where."""

    read: int
    skipped: Counter[Message]
    cursor: int
    lines: list[Line]
    queries: list[list[int]]


def scan(matcher: Matcher, chunk: Chunk) -> Scanned:
    """Find what some query wants."""
    wanted = matched(matcher, chunk.lines)
    return Scanned(
        len(chunk.lines),
        chunk.skipped,
        chunk.cursor,
        [chunk.lines[at] for at, _ in wanted],
        [queries for _, queries in wanted],
    )


class _Answer(msgspec.Struct):
    """What a helper found."""

    read: int
    skipped: list[tuple[str, str, int]]
    lines: list[Line]
    queries: list[list[int]]


_part, _answer = msgspec.msgpack.Decoder(Part).decode, msgspec.msgpack.Decoder(_Answer).decode
_encode = msgspec.msgpack.Encoder().encode


@dataclass(slots=True)
class _Helper:
    wire: Connection
    process: BaseProcess
    given: deque["_Turn"]


@dataclass(slots=True)
class _Turn:
    """A part, by whom it is scanned, and what was found once it is known."""

    part: Part
    found: Scanned | None = None
    helper: _Helper | None = None


class Helpers:
    """Processes that scan parts of files; they end with the one that started them."""

    def __init__(self, matcher: Matcher, count: int) -> None:
        self._matcher = matcher
        # Forked, so that what has been compiled and built need not be so again.
        self._context = multiprocessing.get_context("fork")
        self._helpers = [self._started() for _ in range(count)]

    def _started(self) -> _Helper:
        wire, other = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(other, self._matcher), daemon=True)
        process.start()
        other.close()
        return _Helper(wire, process, deque())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for helper in self._helpers:
            helper.wire.close()
        for helper in self._helpers:
            helper.process.join()

    def scan(self, source: Lines, cursor: int) -> Iterator[Scanned]:
        """Give what some query wants of a file, after so many bytes, part by part."""
        turns: deque[_Turn] = deque()
        for part in source.parts(cursor):
            turns.append(self._turn(part))
            full = WAITING * (len(self._helpers) + 1)
            while turns and (turns[0].found or turns[0].helper is None or len(turns) > full):
                yield self._found(turns.popleft())
        while turns:
            yield self._found(turns.popleft())

    def _turn(self, part: Part) -> _Turn:
        """Give a part to the helper that has least to do, or scan it here if all have enough."""
        for helper in [*self._helpers]:
            while helper.given and helper.wire.poll():
                self._receive(helper)
        free = min(self._helpers, key=lambda helper: len(helper.given), default=None)
        if free is None or len(free.given) >= AHEAD:
            return _Turn(part, scan(self._matcher, part.read()))
        try:
            free.wire.send_bytes(_encode(part))
        except OSError:
            self._lost(free)
            return _Turn(part, scan(self._matcher, part.read()))
        turn = _Turn(part, helper=free)
        free.given.append(turn)
        return turn

    def _found(self, turn: _Turn) -> Scanned:
        """Give what was found in a part, waiting for it; a lost helper's part is scanned here."""
        while turn.found is None and turn.helper is not None:
            self._receive(turn.helper)
        if turn.found is None:
            turn.found = scan(self._matcher, turn.part.read())
        return turn.found

    def _receive(self, helper: _Helper) -> None:
        try:
            answer = _answer(helper.wire.recv_bytes())
        except (EOFError, OSError):
            self._lost(helper)
            return
        turn = helper.given.popleft()
        skipped = Counter({Message(en, fr): count for en, fr, count in answer.skipped})
        turn.found = Scanned(answer.read, skipped, turn.part.end, answer.lines, answer.queries)

    def _lost(self, helper: _Helper) -> None:
        """Go on without a helper that is no more; what it was given is to be scanned here."""
        if helper in self._helpers:
            self._helpers.remove(helper)
        for turn in helper.given:
            turn.helper = None
        helper.given.clear()


def _serve(wire: Connection, matcher: Matcher) -> None:
    """Scan what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Of the process that forked it keeps nothing open: no lock, and no wire of others.
    os.closerange(3, wire.fileno())
    os.closerange(wire.fileno() + 1, _FILES)
    try:
        while True:
            wire.send_bytes(_encode(_answered(matcher, _part(wire.recv_bytes()))))
    except (EOFError, OSError):
        os._exit(0)


def _answered(matcher: Matcher, part: Part) -> _Answer:
    found = scan(matcher, part.read())
    skipped = [(reason.en, reason.fr, count) for reason, count in found.skipped.items()]
    return _Answer(found.read, skipped, found.lines, found.queries)
