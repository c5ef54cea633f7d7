"""Where each key of a TOML text stands, which the standard parser does not tell."""

import re
import tomllib
from collections.abc import Iterator

#: Keys and, after the name of an array of tables, the position in it, from 0.
Path = tuple[str | int, ...]

_KEY = r"""[ \t]*(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*"""
_KEYS = rf"{_KEY}(?:\.{_KEY})*"
_STATEMENT = re.compile(rf"[ \t]*(?:(\[\[?)({_KEYS})\]\]?|({_KEYS})=)")
_VALUE = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'|#[^\n]*|[\[\]{}\n]|[^\"'#\[\]{}\n]+"
)


def lines(text: str) -> dict[Path, int]:
    r"""Give the line, from 1, of each section and key of a valid TOML text.

    Keys inside inline tables are not told apart from the key that holds them.

    >>> lines('aim = "x"\n[[topics]]\nname = "a"\n')
    {('aim',): 1, ('topics', 0): 2, ('topics', 0, 'name'): 3}
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for line, bracket, keys in _statements(text):
        if bracket:
            *parents, last = keys
            table = (*_resolve(parents, counts), last)
            if bracket == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found[table] = line
        else:
            found[(*table, *keys)] = line
    return found


def line_of(path: Path, found: dict[Path, int]) -> int | None:
    """Give the line of a path, or of the nearest thing that holds it."""
    for end in range(len(path), 0, -1):
        if path[:end] in found:
            return found[path[:end]]
    return None


def _statements(text: str) -> Iterator[tuple[int, str, list[str]]]:
    at, line = 0, 1
    while at < len(text):
        if start := _STATEMENT.match(text, at):
            bracket, table, keys = start.groups()
            yield line, bracket or "", _split(table or keys)
            end = _end_of_value(text, start.end())
        else:
            end = _end_of_value(text, at)
        line += text.count("\n", at, end)
        at = end


def _end_of_value(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        token = _VALUE.match(text, at)
        if token is None:
            return len(text)
        at = token.end()
        first = token[0][0]
        depth += (first in "[{") - (first in "]}")
        if first == "\n" and depth <= 0:
            return at
    return at


def _split(keys: str) -> list[str]:
    parts: list[str] = []
    inner: object = tomllib.loads(f"{keys}=0")
    while isinstance(inner, dict):
        key, inner = next(iter(inner.items()))
        parts.append(key)
    return parts


def _resolve(parents: list[str], counts: dict[Path, int]) -> Path:
    path: Path = ()
    for key in parents:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path])
    return path
