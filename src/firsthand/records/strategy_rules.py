"""What a strategy's values must respect, each alone and one with another."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from firsthand.records import strategy_messages as say
from firsthand.records.message import Said
from firsthand.records.strategy import APPROVAL_KINDS, ROLES, Approval, Company, Duty, Strategy
from firsthand.records.strategy_lines import Path

_NAMED = (
    "objectives", "audiences", "topics", "communities", "key_messages", "embargoes",
    "quiet_periods", "red_lines", "prepared_lines",
)  # fmt: skip

Found = Iterator[tuple[Path, Said]]


def within(record: Any) -> Found:
    """Give what is wrong inside one record: its key, below the record, and the reason."""
    yield from _blank(record)
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if start and end and end < start:
        yield ("end",), say.REVERSED(start=start.isoformat(), end=end.isoformat())
    if isinstance(record, Strategy) and (record.own_share or 0) > 1:
        yield ("own_share",), say.SHARE()
    if isinstance(record, Duty):
        yield from _outside(("role",), record.role, ROLES)
    if isinstance(record, Approval):
        yield from _outside(("kind",), record.kind, APPROVAL_KINDS)
        for n, role in enumerate(record.roles):
            yield from _outside(("roles", n), role, ROLES[:-1])


def between(plain: Mapping[str, Any]) -> Found:
    """Give what is wrong between the records of a strategy, read as plain dictionaries."""
    company = plain.get("company")
    company = company if isinstance(company, Mapping) else {}
    yield from _twice(plain, ())
    yield from _twice(company, ("company",))
    own = [name for _, name in _names(plain.get("topics"))]
    theirs = [name for _, name in _names(company.get("topics"))]
    for n, audience in _tables(plain.get("audiences")):
        topics = audience.get("topics")
        for m, name in enumerate(topics if isinstance(topics, list) else ()):
            yield from _absent(name, own, ("audiences", n, "topics", m))
    for n, message in _tables(plain.get("key_messages")):
        yield from _absent(message.get("topic"), own + theirs, ("key_messages", n, "topic"))
    for n, message in _tables(company.get("key_messages")):
        path = ("company", "key_messages", n, "topic")
        yield from _absent(message.get("topic"), theirs + own, path)


def not_accepted(value: str, accepted: tuple[str, ...]) -> Said:
    """Say that a value is none of those accepted, which are named."""
    *most, last = accepted
    return say.UNKNOWN_VALUE(value=value[:40], accepted=say.OR(most=", ".join(most), last=last))


def _blank(record: Any) -> Found:
    if not isinstance(record, Company) and not getattr(record, "name", "none").strip():
        yield ("name",), say.EMPTY()
    for item in fields(record):
        value = getattr(record, item.name)
        if isinstance(value, tuple):
            for n, text in enumerate(value):
                if isinstance(text, str) and not text.strip():
                    yield (item.name, n), say.EMPTY()


def _outside(path: Path, value: str, accepted: tuple[str, ...]) -> Found:
    if value not in accepted:
        yield path, not_accepted(value, accepted)


def _twice(plain: Mapping[str, Any], path: Path) -> Found:
    for section in _NAMED:
        seen: set[str] = set()
        for n, name in _names(plain.get(section)):
            if name in seen:
                yield (*path, section, n, "name"), say.TWICE(name=name)
            seen.add(name)


def _tables(value: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for n, item in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(item, Mapping):
            yield n, item


def _names(value: Any) -> Iterator[tuple[int, str]]:
    for n, item in _tables(value):
        if isinstance(item.get("name"), str):
            yield n, item["name"]


def _absent(name: Any, known: list[str], path: Path) -> Found:
    if isinstance(name, str) and name.strip() and name not in known:
        yield path, _no_such_topic(name, known)


def _no_such_topic(name: str, known: list[str]) -> Said:
    folded = {each.casefold(): each for each in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return say.NO_SUCH_TOPIC_NEAR(name=name, near=folded[near[0]])
    return say.NO_SUCH_TOPIC(name=name)
