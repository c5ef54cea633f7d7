"""A verdict as plain text, one page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from firsthand.cli import assess_words as words
from firsthand.plan.strategy_dates import spoken
from firsthand.records.message import Message

MOST = 3
MOST_MISSING = 8


def page(verdict: dict[str, Any], lang: str) -> str:
    """Give a verdict, already in one language, as text for a terminal."""
    steps = words.MUST_CHANGE if verdict["verdict"] == "abstain" else words.STEPS
    uncertain = verdict["verdict"] == "uncertain"
    missing = [one["text"] for one in verdict["missing"] if uncertain or one["essential"]]
    against = [one for one in verdict["reasons_against"] if not one["stop"]]
    parts = [
        f"{verdict['title'].upper()}\n{verdict['sentence']}",
        _list(words.STOPS, verdict["stops"][1:], lang),
        _list(words.SIDES, _sides(verdict, lang), lang),
        _list(words.MISSING, _first(missing, lang), lang),
        _list(words.FOR, map(_reason, verdict["reasons_for"][:MOST]), lang),
        _list(words.AGAINST, map(_reason, against[:MOST]), lang),
        _list(words.DISAGREE, (one["text"] for one in verdict["contradictions"]), lang),
        _list(steps, _steps(verdict, lang), lang, numbered=True),
        _list(words.CHANGES, verdict["changes"][:MOST], lang),
        _list(words.UNDOING, verdict["undoing"][:MOST], lang),
        _list(words.EVIDENCE, _evidence(verdict, lang), lang),
        words.AGAIN(
            date=spoken(date.fromisoformat(verdict["again"])), why=verdict["again_why"]
        ).text(lang),
        f"{_foot(verdict, lang)}\n{words.EVERYTHING.text(lang)}",
    ]
    return "\n\n".join(part for part in parts if part)


def _list(title: Message, items: Iterable[str], lang: str, *, numbered: bool = False) -> str:
    marks = (f"{at}." if numbered else "-" for at in range(1, 1000))
    lines = [f"  {mark} {item}" for mark, item in zip(marks, items, strict=False)]
    return "\n".join([title.text(lang), *lines]) if lines else ""


def _sides(verdict: dict[str, Any], lang: str) -> list[str]:
    return [_named(side["title"], side["state_text"], lang) for side in verdict["sides"]]


def _named(name: str, said: str, lang: str) -> str:
    return words.NAMED(name=name, said=said).text(lang)


def _first(items: list[str], lang: str) -> list[str]:
    more = len(items) - MOST_MISSING
    return items if more < 2 else [*items[:MOST_MISSING], words.MORE(n=more).text(lang)]


def _reason(reason: dict[str, Any]) -> str:
    return " ".join([reason["text"], *reason["shown"][:1]])


def _steps(verdict: dict[str, Any], lang: str) -> list[str]:
    return [
        words.WEEKS(text=step["text"], weeks=step["weeks"]).text(lang) for step in verdict["steps"]
    ]


def _evidence(verdict: dict[str, Any], lang: str) -> list[str]:
    said = {one["measure"]: one for factor in verdict["factors"] for one in factor["evidence"]}
    return [_named(one["title"], one["said"], lang) for one in said.values()]


def _foot(verdict: dict[str, Any], lang: str) -> str:
    names = ("answered", "asked", "weights")
    return words.FOOT(**{name: verdict[name] for name in names}).text(lang)
