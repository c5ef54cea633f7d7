"""Posts from a pipe, as they are written."""

import os
import select
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand.listen.engines.local.chunks import BATCH, LONGEST, MARK, Chunk
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.message import Message

PATIENCE = 0.5
"""Seconds that a pipe may be silent before what has come is taken in."""
SILENCE = 15.0
"""Seconds of silence after which a pipe says so, so that time passes all the same."""


@dataclass(slots=True)
class Pipe:
    """Lines from a pipe, taken in when there are many or when it falls silent.

    The cursor counts lines and is for information: whoever writes to the pipe decides
    where to go on. Posts heard already are known by their id.
    """

    fd: int = 0
    name: str = "-"
    size: int | None = None
    live: bool = True
    _rest: bytes = field(default=b"", repr=False)

    def read(self, cursor: int) -> Iterator[Chunk]:
        """Give the posts as they come, and an empty chunk now and then while none does."""
        held: list[bytes] = []
        begun = ended = False
        while not ended:
            if not held and not self._comes(SILENCE):
                yield Chunk([], Counter(), cursor)
                continue
            ended = self._more(held)
            if held and not begun:
                held[0], begun = held[0].removeprefix(MARK), True
            if held and (ended or len(held) >= BATCH or not self._comes(PATIENCE)):
                skipped = Counter[Message]()
                cursor += len(held)
                yield Chunk(decode(held, skipped), skipped, cursor)
                held = []

    def _comes(self, seconds: float) -> bool:
        """Say whether more comes within a time."""
        return bool(select.select([self.fd], [], [], seconds)[0])

    def _more(self, held: list[bytes]) -> bool:
        """Read what is there; say whether the pipe has ended."""
        read = os.read(self.fd, 1 << 18)
        if not read:
            if self._rest:
                held.append(self._rest)
            return True
        *lines, rest = (self._rest + read).split(b"\n")
        held += lines
        # A line without end is cut: it will be no JSON, and be counted as such.
        self._rest = rest if len(rest) < LONGEST else b"{"
        return False
