"""Queries from a file: TOML (`name = "query"`), or lines (`name: query`)."""

import re
import tomllib
from collections.abc import Iterator

from firsthand.listen.match import messages as say
from firsthand.listen.match.parser import BadQuery, parse
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.query import Query
from firsthand.records.strategy_lines import lines

_TOML = re.compile(r"""^\s*(\[[^\]]+\]|("[^"]*"|'[^']*'|[\w-]+)\s*=\s*["'])""")
_LINE = re.compile(r"\s*([^:]*?)\s*:(.*)", re.DOTALL)


def read_queries(content: bytes, path: str = "") -> tuple[Query, ...]:
    """Read the queries of a file, in its order; `path` is how faults call it.

    Raises:
        BadInput: names the line, and the column of a query, of the first fault.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _fault(path, line, say.NOT_UTF8()) from None
    written = [line for line in text.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    toml = bool(written) and (path.endswith(".toml") or _TOML.match(written[0]) is not None)
    found = tuple(_from_toml(text, path) if toml else _from_lines(text, path))
    if not found:
        raise BadInput(say.NO_QUERY(path=path))
    return found


def _from_lines(text: str, path: str) -> Iterator[Query]:
    known: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = _LINE.match(line)
        if parts is None or not parts[1]:
            raise _fault(path, number, say.NO_NAME())
        yield _query(parts[1], parts[2], path, number, parts.start(2), known)


def _from_toml(text: str, path: str) -> Iterator[Query]:
    try:
        held = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = say.NOT_TOML(reason=str(error).split(" (at")[0])
        raise _fault(path, int(line[1]) if line else 1, reason) from None
    places = lines(text)
    inside: tuple[str, ...] = ()
    if isinstance(held.get("queries"), dict):
        held, inside = held["queries"], ("queries",)
    known: set[str] = set()
    for name, query in held.items():
        line_number = places.get((*inside, name), 1)
        if not isinstance(query, str):
            raise _fault(path, line_number, say.NOT_A_QUERY(name=name))
        yield _query(name, query, path, line_number, 0, known)


def _query(name: str, text: str, path: str, line: int, before: int, known: set[str]) -> Query:
    if name in known:
        raise _fault(path, line, say.NAME_TWICE(name=name))
    known.add(name)
    try:
        return Query(name, parse(text))
    except BadQuery as error:
        reason = say.AT_COLUMN(column=error.column + before, reason=error.reason)
        raise _fault(path, line, reason) from None


def _fault(path: str, line: int, reason: Said) -> BadInput:
    return BadInput(say.BAD_FILE(path=path, line=line, reason=reason))
