"""The weights, their reasons and the rules, read from `weights.toml` and `factors.toml`."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from firsthand.records.message import Message

Ruling = Literal["abstain", "prepare"]


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A number, and why it is that number."""

    value: float
    why: Message


@dataclass(frozen=True, slots=True)
class Difference:
    """What is added to a weight for some sizes or sectors, and why."""

    by: float
    why: Message
    sizes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()

    def holds(self, size: str | None, sector: str | None) -> bool:
        """Say whether it applies to a size and a sector; unknown ones differ in nothing."""
        return size in self.sizes or sector in self.sectors


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that the verdict weighs, on one of its four sides."""

    name: str
    side: str
    group: str
    title: Message
    speaks_for: Message
    speaks_against: Message
    change: Message | None
    weight: Reasoned
    differences: tuple[Difference, ...] = ()

    def weighs(self, size: str | None, sector: str | None) -> float:
        """Give its weight for a size and a sector."""
        held = (one.by for one in self.differences if one.holds(size, sector))
        return max(self.weight.value + sum(held), 0.0)

    def reasons(self, size: str | None, sector: str | None) -> tuple[Message, ...]:
        """Give the reasons for that weight, the common one first."""
        held = (one.why for one in self.differences if one.holds(size, sector))
        return (self.weight.why, *held)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the four sides, with the marks from which it holds and below which it rules out."""

    name: str
    title: Message
    go: float
    abstain: float
    why: Message
    favours: Reasoned


@dataclass(frozen=True, slots=True)
class Link:
    """How a measure of the archive speaks for a factor, and which answer it may contradict."""

    measure: str
    factor: str
    poor: float
    good: float
    share: float
    why: Message
    against: str | None = None
    both_ways: bool = False
    """It contradicts an answer that is too modest too, not only one that claims too much."""

    def level(self, value: float) -> float:
        """Give where a value stands between `poor` (0) and `good` (1)."""
        return min(max((value - self.poor) / (self.good - self.poor), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """What no weight can outbalance.

    It holds when every question in `when` has one of its answers and every measure in
    `shown` stands at its level or below; what was not measured stands at none.
    """

    name: str
    ruling: Ruling
    when: Mapping[str, frozenset[str]]
    mend: str
    says: Message
    weeks: int | None = None
    shown: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything by which answers and evidence are judged."""

    version: str
    enough: Reasoned
    essential: tuple[str, ...]
    essential_why: Message
    again: Mapping[str, Reasoned]
    sides: Mapping[str, Side]
    factors: Mapping[str, Factor]
    gains: Mapping[str, Reasoned]
    links: tuple[Link, ...]
    rules: tuple[Rule, ...]

    def on(self, side: str) -> tuple[Factor, ...]:
        """Give the factors of a side."""
        return tuple(factor for factor in self.factors.values() if factor.side == side)


@cache
def weights() -> Weights:
    """Give the weights that ship with Firsthand."""
    named = ("weights.toml", "factors.toml", "questions.toml")
    sources = [files(__package__).joinpath(name).read_text("utf-8") for name in named]
    print_of_all = hashlib.sha256("".join(sources).encode()).hexdigest()[:8]
    return read(tomllib.loads(sources[0]), tomllib.loads(sources[1]), print_of_all)


def read(table: Mapping[str, Any], factors: Mapping[str, Any], fingerprint: str) -> Weights:
    """Build the weights from their two decoded files; the fingerprint tells versions apart."""
    return Weights(
        version=f"{table['version']}-{fingerprint}",
        enough=_reasoned(table, "enough"),
        essential=tuple(table["essential"]),
        essential_why=_said(table, "essential_why_"),
        again={name: _reasoned(table, f"again_{name}") for name in ("go", "abstain", "uncertain")},
        sides={name: _side(name, entry) for name, entry in table["sides"].items()},
        factors={
            name: _factor(name, entry, factors[name]) for name, entry in table["factors"].items()
        },
        gains={
            name: Reasoned(entry["gain"], _said(entry, "why_"))
            for name, entry in table["sectors"].items()
        },
        links=tuple(map(_link, table["evidence"])),
        rules=tuple(map(_rule, table["rules"])),
    )


def _said(entry: Mapping[str, Any], stem: str = "") -> Message:
    return Message(entry[f"{stem}en"], entry[f"{stem}fr"])


def _reasoned(table: Mapping[str, Any], name: str) -> Reasoned:
    return Reasoned(table[name], _said(table, f"{name}_why_"))


def _side(name: str, entry: Mapping[str, Any]) -> Side:
    return Side(
        name=name,
        title=_said(entry),
        go=entry["go"],
        abstain=entry["abstain"],
        why=_said(entry, "why_"),
        favours=_reasoned(entry, "favours"),
    )


def _factor(name: str, entry: Mapping[str, Any], words: Mapping[str, Any]) -> Factor:
    return Factor(
        name=name,
        side=entry["side"],
        group=words["group"],
        title=_said(words),
        speaks_for=_said(words, "for_"),
        speaks_against=_said(words, "against_"),
        change=_said(words, "change_") if "change_en" in words else None,
        weight=Reasoned(entry["weight"], _said(entry, "why_")),
        differences=tuple(map(_difference, entry.get("differs", ()))),
    )


def _difference(entry: Mapping[str, Any]) -> Difference:
    sizes, sectors = frozenset(entry.get("sizes", ())), frozenset(entry.get("sectors", ()))
    return Difference(entry["by"], _said(entry, "why_"), sizes, sectors)


def _link(entry: Mapping[str, Any]) -> Link:
    return Link(
        measure=entry["measure"],
        factor=entry["factor"],
        poor=entry["poor"],
        good=entry["good"],
        share=entry["share"],
        why=_said(entry, "why_"),
        against=entry.get("against"),
        both_ways=entry.get("both_ways", False),
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        ruling=entry["verdict"],
        when={name: frozenset(ids) for name, ids in entry.get("when", {}).items()},
        mend=entry["mend"],
        says=_said(entry),
        weeks=entry.get("weeks"),
        shown=entry.get("shown", {}),
    )
