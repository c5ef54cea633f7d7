"""Lines of text in bounded memory."""

from collections.abc import Iterator

from firsthand.networks.archives.source import CHUNK
from firsthand.networks.archives.textual import Readable

MAX_RECORD = 8 << 20
"""No post is longer, in bytes; what is, is skipped without being held."""


def lines(reader: Readable, limit: int = MAX_RECORD) -> Iterator[tuple[int, bytes | None]]:
    """Give each line with its number, from 1, without its end; None for one too long."""
    number = 1
    rest = b""
    skipping = False
    while data := reader.read(CHUNK):
        first, *others = (rest + data).split(b"\n") if not skipping else data.split(b"\n")
        if not others:
            skipping = skipping or len(first) > limit
            rest = b"" if skipping else first
            continue
        yield number, None if skipping or len(first) > limit else first
        skipping = False
        for line in others[:-1]:
            number += 1
            yield number, line
        number += 1
        rest = others[-1]
    if rest or skipping:
        yield number, None if skipping else rest
