"""Drafts and contexts made from the plain values of a case, as they stand in a TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from firsthand.coach.context import Context, Fault, OpenSignal, Target, Trend, TrendState
from firsthand.coach.memory import Memory
from firsthand.records.clock import FixedClock
from firsthand.records.draft import Draft
from firsthand.records.message import Said
from firsthand.records.post import Media, Post, from_line
from firsthand.records.strategy_file import read

NOW = "2026-05-04T12:00:00+02:00"


@dataclass(frozen=True)
class Liking:
    p: float | None
    high: float | None
    against: tuple[str, ...] = ()
    reason: Said | None = None
    compared: Said | None = None


@dataclass(frozen=True)
class FixedVoice:
    """A voice that finds every text equally like the leader."""

    p: float | None
    against: tuple[str, ...] = ()

    def score(self, text: str, *, words: bool = True) -> Liking:
        return Liking(self.p, self.p, self.against if words else ())


@dataclass(frozen=True)
class FixedProofreader:
    """A proofreader that knows a few wrong words."""

    kind: str
    wrong: tuple[str, ...]

    def faults(self, text: str, lang: str | None) -> list[Fault]:
        found = [(text.find(word), word) for word in self.wrong]
        return [Fault(self.kind, at, at + len(word), word) for at, word in found if at >= 0]


def draft(case: Mapping[str, Any]) -> Draft:
    return Draft(
        text=case["text"],
        title=case.get("title"),
        lang=case.get("lang"),
        networks=tuple(case.get("networks", ())),
        media=tuple(Media(ref="1", alt=media.get("alt")) for media in case.get("media", ())),
    )


def context(case: Mapping[str, Any]) -> Context:
    answering = case.get("answering")
    return Context(
        clock=FixedClock(datetime.fromisoformat(case.get("now", NOW))),
        zone=ZoneInfo("Europe/Paris"),
        strategy=read(case["strategy"]) if "strategy" in case else None,
        own=memory(case.get("own")),
        heard=memory(case.get("heard")),
        answering=post(answering) if answering else None,
        unanswered=tuple(map(post, case.get("unanswered", ()))),
        trends=tuple(map(_trend, case.get("trends", ()))),
        signals=tuple(map(_signal, case.get("signals", ()))),
        profile=_voice(case),
        own_share=case.get("own_share"),
        month_share=case.get("month_share"),
        proofreaders=tuple(
            FixedProofreader(kind, tuple(wrong)) for kind, wrong in case.get("wrong", {}).items()
        ),
        targets=tuple(Target(network, limit) for network, limit in case.get("limits", {}).items()),
    )


def memory(posts: list[Any] | None) -> Memory | None:
    return None if posts is None else Memory(map(post, posts))


def post(value: str | Mapping[str, Any]) -> Post:
    return Post(text=value) if isinstance(value, str) else from_line(value)


def _voice(case: Mapping[str, Any]) -> FixedVoice | None:
    if "voice" not in case:
        return None
    return FixedVoice(case["voice"], tuple(case.get("against", ())))


def _trend(values: Mapping[str, Any]) -> Trend:
    since = values.get("since")
    return Trend(
        term=values["term"],
        state=TrendState(values["state"]),
        says=values.get("says", ""),
        since=datetime.fromisoformat(since) if since else None,
    )


def _signal(values: Mapping[str, Any]) -> OpenSignal:
    return OpenSignal(
        kind=values["kind"], phrases=tuple(values["phrases"]), says=values.get("says", "")
    )
