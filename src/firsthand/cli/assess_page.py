"""A verdict as plain text, one page."""

from collections.abc import Iterable
from typing import Any

from firsthand.cli import assess_words as words
from firsthand.records.message import Message

MOST = 3


def page(verdict: dict[str, Any], lang: str) -> str:
    """Give a verdict, already in one language, as text for a terminal."""
    steps = words.MUST_CHANGE if verdict["verdict"] == "abstain" else words.STEPS
    uncertain = verdict["verdict"] == "uncertain"
    missing = (
        verdict["missing"] if uncertain else [one for one in verdict["missing"] if one["essential"]]
    )
    parts = [
        f"{verdict['title'].upper()}\n{verdict['sentence']}",
        _list(words.SIDES, _sides(verdict), lang),
        _list(words.MISSING, (one["text"] for one in missing), lang),
        _list(words.FOR, map(_reason, verdict["reasons_for"][:MOST]), lang),
        _list(words.AGAINST, map(_reason, verdict["reasons_against"][:MOST]), lang),
        _list(words.DISAGREE, (one["text"] for one in verdict["contradictions"]), lang),
        _list(steps, _steps(verdict, lang), lang, numbered=True),
        _list(words.CHANGES, verdict["changes"][:MOST], lang),
        _list(words.UNDOING, verdict["undoing"][:MOST], lang),
        _list(words.EVIDENCE, _evidence(verdict), lang),
        words.AGAIN(date=verdict["again"], why=verdict["again_why"]).text(lang),
        f"{_foot(verdict, lang)}\n{words.EVERYTHING.text(lang)}",
    ]
    return "\n\n".join(part for part in parts if part)


def _list(title: Message, items: Iterable[str], lang: str, *, numbered: bool = False) -> str:
    marks = (f"{at}." if numbered else "-" for at in range(1, 1000))
    lines = [f"  {mark} {item}" for mark, item in zip(marks, items, strict=False)]
    return "\n".join([title.text(lang), *lines]) if lines else ""


def _sides(verdict: dict[str, Any]) -> list[str]:
    return [f"{side['title']}: {side['state_text']}" for side in verdict["sides"]]


def _reason(reason: dict[str, Any]) -> str:
    return " ".join([reason["text"], *reason["shown"][:1]])


def _steps(verdict: dict[str, Any], lang: str) -> list[str]:
    return [
        words.WEEKS(text=step["text"], weeks=step["weeks"]).text(lang) for step in verdict["steps"]
    ]


def _evidence(verdict: dict[str, Any]) -> list[str]:
    said = {one["measure"]: one for factor in verdict["factors"] for one in factor["evidence"]}
    return [f"{one['title']}: {one['said']}" for one in said.values()]


def _foot(verdict: dict[str, Any], lang: str) -> str:
    names = ("answered", "asked", "weights")
    return words.FOOT(**{name: verdict[name] for name in names}).text(lang)
