"""The leader's voice: what it rests on, their own turns, the latest posts, the years."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firsthand.coach.voice import drift, features
from firsthand.coach.voice import messages as say
from firsthand.coach.voice.profile import NEEDED
from firsthand.desk import voices
from firsthand.people.models import Leader
from firsthand.records.message import Said
from firsthand.web.doors import leader_page

SURELY = 0.05  # share of shuffles that go as far, below which a year has moved


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt in one language."""

    language: str
    n: int
    compared: Said
    turns: list[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A late post, and how like the leader it is; parts of a whole."""

    text: str
    at: datetime | None
    p: float
    low: float
    high: float
    for_: list[str]
    against: list[str]


@dataclass(frozen=True, slots=True)
class Year:
    """How far a year is from the one before it, and the words and marks that moved."""

    year: str
    before: str
    n: int
    distance: float
    usual: float
    moved: bool
    more: list[str]
    less: list[str]


@require_safe
@leader_page()
def voice(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show the voice as it was learnt last."""
    kept = voices.told(leader)
    told: dict[str, Any] = kept.told if kept else {}
    learnt = [_learnt(one, told["own_words"]) for one in told.get("voices", [])]
    few = say.TOO_FEW(n=told["n"], needed=NEEDED) if told and not learnt else None
    context = {
        "leader": leader,
        "posts": leader.posts.exists(),
        "learnt": learnt,
        "few": few,
        "lately": [_judged(one) for one in told.get("lately", [])],
        "years": [_year(one) for one in told.get("years", [])],
        "needed": drift.NEEDED,
    }
    return render(request, "write/voice.html", context)


def _learnt(one: dict[str, Any], turns: dict[str, list[str]]) -> Learnt:
    names = {"fr": _("French"), "en": _("English")}
    if one["general"]:
        compared = say.GENERAL(n=one["heard"])
    else:
        compared = say.OTHERS(n=one["heard"]) if one["heard"] else say.OWN_SPREAD()
    language = names.get(one["lang"], one["lang"])
    return Learnt(language, one["n"], compared, turns.get(one["lang"], []))


def _judged(one: dict[str, Any]) -> Judged:
    at = datetime.fromisoformat(one["at"]) if one["at"] else None
    shown = [[_named(words) for words in one[side]] for side in ("for", "against")]
    return Judged(one["text"], at, one["p"], one["low"], one["high"], *shown)


def _year(one: dict[str, Any]) -> Year:
    more, less = ([_named(word) for word in one[side]] for side in ("more", "less"))
    moved = one["chance"] <= SURELY
    years = str(one["year"]), str(one["before"])
    return Year(*years, one["n"], one["distance"], one["usual"], moved, more, less)


def _named(words: str) -> str:
    """Give words as they can be read: what the voice masks has a name, a line break too."""
    names = {
        features.LINK: _("a link"),
        features.MENTION: _("a mention"),
        features.HASHTAG: _("a hashtag"),
        features.HASHTAG_CAMEL: _("a hashtag"),
        features.HASHTAG_UPPER: _("a hashtag in capitals"),
    }
    for mark, name in names.items():
        words = words.replace(mark, name)
    return words if words.strip() else _("a line break")


leader_pages = [path("write/voice", voice, name="voice")]
