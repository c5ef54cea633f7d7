"""A verdict as frozen values, and as JSON that keeps both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from firsthand.records.message import Message, Said

Text = Message | Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One question, and the answer given (None: not answered)."""

    question: str
    text: Text
    answer: str | None
    answer_text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one measure of the archive says, how it counts (0 poor to 1 good; None unknown), and why."""

    measure: str
    title: Text
    said: Text
    value: float | None
    level: float | None
    share: float
    n: int
    needs: int
    samples: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One factor: answers, evidence, weight with its reasons, level (None: unknown), what would change it."""

    factor: str
    title: Text
    group: str
    side: str
    answers: tuple[Given, ...]
    evidence: tuple[Shown, ...]
    weight: float
    weight_why: tuple[Text, ...]
    level: float | None
    says: Text | None
    change: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideJudged:
    """One of the four sides: its level, the marks, how much of it is known, and its state in words."""

    side: str
    title: Text
    level: float | None
    go: float
    abstain: float
    known: float
    state: str
    state_text: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for or against, from a factor or a rule, and what the archive adds."""

    source: str
    text: Text
    stop: bool = False
    shown: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAdvised:
    """One step, in the order in which to take them."""

    question: str
    text: Text
    weeks: int
    why: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What to answer or import so that more is known."""

    question: str | None
    text: Text
    essential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """An answer and the archive that disagree."""

    question: str
    measure: str
    text: Text
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The whole verdict: go, prepare, abstain or uncertain, and everything it rests on."""

    verdict: str
    title: Text
    sentence: Text
    stops: tuple[Text, ...]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    steps: tuple[StepAdvised, ...]
    changes: tuple[Text, ...]
    undoing: tuple[Text, ...]
    again: date
    again_why: Text
    missing: tuple[Missing, ...]
    contradictions: tuple[Contradiction, ...]
    sides: tuple[SideJudged, ...]
    factors: tuple[Weighed, ...]
    given: tuple[Given, ...]
    setting: tuple[Text, ...]
    answered: int
    asked: int
    at: datetime
    weights: str


def as_json(value: object) -> Any:
    """Give plain JSON values; a text becomes `{"en": …, "fr": …}`, a time its RFC 3339 form."""
    if isinstance(value, Message | Said):
        return {lang: value.text(lang) for lang in ("en", "fr")}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    return value


def in_language(value: Any, lang: str) -> Any:
    """Give JSON made by `as_json` with each text in one language.

    >>> in_language([{"en": "Go", "fr": "Allez-y"}, 3], "fr")
    ['Allez-y', 3]
    """
    if isinstance(value, dict):
        if value.keys() == {"en", "fr"}:
            return value["fr" if lang.startswith("fr") else "en"]
        return {key: in_language(item, lang) for key, item in value.items()}
    if isinstance(value, list):
        return [in_language(item, lang) for item in value]
    return value
