"""The names of files: which may be lists of posts, which lead astray, and how to show them."""

import os
from collections.abc import Sequence
from pathlib import Path

_READABLE = frozenset(
    [
        ".js", ".json", ".jsonl", ".ndjson", ".csv", ".xml", ".rss", ".atom", ".rdf", ".car",
        ".html", ".htm", ".txt",
    ]
)  # fmt: skip


def is_readable(name: str) -> bool:
    """Say whether a name could be that of an export's own list, not of a picture or a film."""
    base = name.rpartition("/")[2]
    if base.startswith("._") or "__MACOSX/" in name:
        return False
    return Path(base).suffix.lower() in _READABLE


def climbing(names: Sequence[str]) -> str | None:
    """Give the first name that leads out of the package that holds it, if any.

    >>> climbing(["data/tweets.js", "data/../../.ssh/config"])
    'data/../../.ssh/config'
    """
    for name in names:
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or name[:1] in "/\\" or name[1:3] in (":\\", ":/"):
            return name
    return None


def shown(name: str | Path) -> str:
    r"""Give a name as it may be shown: no bytes that are no text, no orders to a terminal.

    >>> shown("caf\udce9\x1b[2J.zip")
    'caf��[2J.zip'
    """
    whole = os.fsencode(name).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in whole)
