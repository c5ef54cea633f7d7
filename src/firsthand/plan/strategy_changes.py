"""What changed between two strategies, in words, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, Literal

from firsthand.plan import strategy_messages as say
from firsthand.plan.strategy_dates import spoken
from firsthand.records.message import Message
from firsthand.records.strategy import Company, Strategy
from firsthand.records.strategy_words import SECTION, VALUES, label

#: The section in which the values of a strategy that are in none are shown.
_PLACES = {"names": "leader", "handles": "leader", "own_share": "cadence"}
_VALUED = ("role", "roles", "kind")


@dataclass(frozen=True, slots=True)
class Detail:
    """One value that changed: what it means, before and after, in words."""

    label: Message
    before: Message
    after: Message


@dataclass(frozen=True, slots=True)
class Change:
    """One thing added, removed or changed in a section; `name` is `None` for the section itself."""

    section: str
    kind: Literal["added", "removed", "changed"]
    name: Message | None = None
    details: tuple[Detail, ...] = ()
    company: bool = False

    def line(self, lang: str) -> str:
        """Give the change as one line of text."""
        shown = f"{self.title(lang)}, {self.verb.text(lang)}"
        if self.name:
            shown += f"{_COLON.text(lang)}{_QUOTED(name=self.name).text(lang)}"
        details = "; ".join(
            _DETAIL(label=each.label, before=each.before, after=each.after).text(lang)
            for each in self.details
        )
        dash = " – " if self.name else _COLON.text(lang)
        return f"{shown}{dash}{details}" if details else shown

    def title(self, lang: str) -> str:
        """Name the part of the strategy that changed."""
        title = SECTION[self.section].title.text(lang)
        if not self.company:
            return title
        return f"{SECTION['company'].title.text(lang)}, {title.lower()}"

    @property
    def verb(self) -> Message:
        """Give what happened, in a word."""
        return {"added": say.ADDED, "removed": say.REMOVED, "changed": say.CHANGED}[self.kind]


_QUOTED = Message("“{name}”", "« {name} »")
_DETAIL = Message("{label}, “{before}” → “{after}”", "{label}, « {before} » → « {after} »")
_COLON = Message(": ", "\u00a0: ")


def changes(old: Strategy, new: Strategy) -> tuple[Change, ...]:
    """Give what changed from one strategy to another; nothing when they are equal."""
    return tuple(_record("", old, new))


def _record(section: str, old: Any, new: Any) -> Iterator[Change]:
    company = isinstance(old, Company)
    loose: dict[str, list[Detail]] = {}
    for item in fields(old):
        before, after = getattr(old, item.name), getattr(new, item.name)
        if before == after:
            continue
        if _is_records(before) or _is_records(after):
            yield from _records(item.name, before, after, company=company)
        elif is_dataclass(before):
            yield from _record(item.name, before, after)
        else:
            place = section or _PLACES.get(item.name, item.name)
            loose.setdefault(place, []).append(_detail(section, item.name, before, after))
    for place, details in loose.items():
        yield Change(place, "changed", None, tuple(details))


def _is_records(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and is_dataclass(value[0])


def _records(section: str, old: Any, new: Any, *, company: bool) -> Iterator[Change]:
    before, after = _by_name(old), _by_name(new)
    renamed = _renamed(before, after)
    for name, record in before.items():
        other = after.get(renamed.get(name, name))
        if other is None:
            yield Change(section, "removed", _shown(name), company=company)
        elif details := tuple(_details(section, record, other)):
            yield Change(section, "changed", _shown(name), details, company)
    for name in after:
        if name not in before and name not in renamed.values():
            yield Change(section, "added", _shown(name), company=company)


def _by_name(records: Any) -> dict[tuple[str, int], Any]:
    """Give records by their name, numbered where a name comes twice."""
    named: dict[tuple[str, int], Any] = {}
    for record in records:
        name, n = getattr(record, "name", None) or record.kind, 0
        while (name, n) in named:
            n += 1
        named[name, n] = record
    return named


def _renamed(
    before: dict[tuple[str, int], Any], after: dict[tuple[str, int], Any]
) -> dict[tuple[str, int], tuple[str, int]]:
    """Give the new name of those that kept everything but their name."""
    gone = {_nameless(record): name for name, record in before.items() if name not in after}
    come = {_nameless(record): name for name, record in after.items() if name not in before}
    return {gone[rest]: come[rest] for rest in gone if rest in come and any(rest)}


def _nameless(record: Any) -> tuple[Any, ...]:
    return tuple(getattr(record, item.name) for item in fields(record) if item.name != "name")


def _shown(name: tuple[str, int]) -> Message:
    return VALUES.get(name[0]) or Message(name[0], name[0])


def _details(section: str, old: Any, new: Any) -> Iterator[Detail]:
    for item in fields(old):
        before, after = getattr(old, item.name), getattr(new, item.name)
        if before != after:
            yield _detail(section, item.name, before, after)


def _detail(section: str, key: str, before: Any, after: Any) -> Detail:
    return Detail(label(section, key), in_words(key, before), in_words(key, after))


def in_words(key: str, value: Any) -> Message:
    """Give a value of a strategy as a reader would say it."""
    if value is None or value in ("", ()):
        return say.NOTHING
    if isinstance(value, bool):
        return say.YES if value else say.NO
    if isinstance(value, date):
        return spoken(value)
    if isinstance(value, tuple):
        parts = [in_words(key, each) for each in value]
        return Message(", ".join(each.en for each in parts), ", ".join(each.fr for each in parts))
    if key == "own_share":
        return Message(f"{value:.0%}", f"{100 * value:.0f} %")
    if isinstance(value, float):
        return Message(f"{value:g}", f"{value:g}".replace(".", ","))
    if isinstance(value, StrEnum) or (key in _VALUED and value in VALUES):
        return VALUES[value]
    shown = value.strftime("%H:%M") if isinstance(value, time) else str(value)
    return Message(shown, shown)
