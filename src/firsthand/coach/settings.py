"""What an organisation changed in the coach: terms added, levels switched, checks muted.

The record is its history; what is in force follows from replaying it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from firsthand.coach import messages as say
from firsthand.coach.lexicon import compile_expression
from firsthand.coach.rules import LANGUAGES, names, rules
from firsthand.records.errors import BadInput
from firsthand.records.finding import Level
from firsthand.records.strategy_file import syntax

_GRAVITIES = (Level.STOP, Level.WARN, Level.ADVISE)


class Action(StrEnum):
    """What a change does."""

    ADD_TERM = "add_term"
    DROP_TERM = "drop_term"
    LEVEL = "level"
    MUTE = "mute"
    UNMUTE = "unmute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: what, to which check, why, by whom and when. `lang` goes with a term."""

    action: Action
    check: str
    value: str = ""
    lang: str = ""
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Settings:
    """The history of the changes, oldest first, and what is in force after them."""

    history: tuple[Change, ...] = ()

    def changed(self, change: Change) -> "Settings":
        """Give the settings after one more change.

        Raises:
            BadInput: no such check or level, no reason for a mute, or a term that cannot be read.
        """
        _verify(change)
        return replace(self, history=(*self.history, change))

    @cached_property
    def muted(self) -> Mapping[str, Change]:
        """Give the checks that say nothing, with the change that muted them."""
        muted: dict[str, Change] = {}
        for change in self.history:
            if change.action is Action.MUTE:
                muted[change.check] = change
            elif change.action is Action.UNMUTE:
                muted.pop(change.check, None)
        return muted

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """Give the levels that were switched, by check."""
        return {
            change.check: Level(change.value)
            for change in self.history
            if change.action is Action.LEVEL
        }

    @cached_property
    def terms(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Give the organisation's own terms by check and language."""
        terms: dict[tuple[str, str], list[str]] = {}
        for change in self.history:
            held = terms.setdefault((change.check, change.lang), [])
            if change.action is Action.ADD_TERM and change.value not in held:
                held.append(change.value)
            elif change.action is Action.DROP_TERM and change.value in held:
                held.remove(change.value)
        return {key: tuple(held) for key, held in terms.items() if held}


def read(text: str) -> Settings:
    """Read settings from TOML: one `[[change]]` after another, in the order they were made.

    Raises:
        BadInput: says which change cannot be used, and why.
    """
    try:
        tables = tomllib.loads(text).get("change", [])
    except (ValueError, RecursionError) as error:
        fault = syntax(str(error), text)
        raise BadInput(say.SETTINGS_NOT_TOML(line=fault.line, reason=fault.reason)) from None
    settings = Settings()
    for number, table in enumerate(tables if isinstance(tables, list) else [tables], start=1):
        try:
            for change in _changes(table):
                settings = settings.changed(change)
        except BadInput as error:
            raise BadInput(say.SETTINGS_CHANGE(number=number, reason=error.said)) from None
    return settings


def _changes(table: object) -> Iterator[Change]:
    """Read one table, which may mute, switch a level and add terms at once."""
    if not isinstance(table, dict) or not isinstance(table.get("check"), str):
        raise BadInput(say.SETTINGS_NO_CHECK())
    common = _common(table)
    told = False
    for key, action in (("mute", Action.MUTE), ("unmute", Action.UNMUTE)):
        if table.get(key) is True:
            told = True
            yield Change(action=action, **common)
    if "level" in table:
        told = True
        yield Change(action=Action.LEVEL, value=str(table["level"]), **common)
    for key, action in (("add", Action.ADD_TERM), ("drop", Action.DROP_TERM)):
        for lang, term in _terms(table.get(key)):
            told = True
            yield Change(action=action, value=term, lang=lang, **common)
    if not told:
        raise BadInput(say.SETTINGS_NOTHING())


def _common(table: Mapping[str, Any]) -> dict[str, Any]:
    at = table.get("at")
    return {
        "check": table["check"],
        "reason": str(table.get("reason", "")),
        "by": str(table.get("by", "")),
        "at": at if isinstance(at, datetime) else None,
    }


def _terms(value: object) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if not isinstance(value, dict):
        raise BadInput(say.SETTINGS_TERMS())
    for lang, terms in value.items():
        for term in terms if isinstance(terms, list) else [terms]:
            yield str(lang), str(term)


def _verify(change: Change) -> None:
    if change.check not in names():
        raise BadInput(say.SETTINGS_UNKNOWN(check=change.check, known=", ".join(names())))
    if change.action is Action.MUTE and not change.reason.strip():
        raise BadInput(say.SETTINGS_REASON(check=change.check))
    if change.action is Action.LEVEL:
        _verify_level(change)
    if change.action in {Action.ADD_TERM, Action.DROP_TERM}:
        _verify_term(change)


def _verify_level(change: Change) -> None:
    if rules(change.check).level is Level.PRAISE:
        raise BadInput(say.SETTINGS_PRAISE(check=change.check))
    if change.value not in _GRAVITIES:
        raise BadInput(say.SETTINGS_LEVEL(value=change.value, known=", ".join(_GRAVITIES)))


def _verify_term(change: Change) -> None:
    if not rules(change.check).takes_terms:
        taking = ", ".join(name for name in names() if rules(name).takes_terms)
        raise BadInput(say.SETTINGS_NO_TERMS(check=change.check, known=taking))
    if change.lang not in LANGUAGES:
        raise BadInput(say.SETTINGS_TERMS())
    try:
        compile_expression(change.value)
    except ValueError:
        raise BadInput(say.SETTINGS_TERM(term=change.value)) from None
