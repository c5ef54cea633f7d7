"""A signal: something heard that is worth the leader's time, with the posts and words that say so.

A signal that goes on is told again under the same `id` with a higher `number`: a rumour
that grows, is answered and calms, a question that is answered at last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from firsthand.records.message import Said
from firsthand.records.quick import quickly
from firsthand.records.signal_words import KINDS, NEXT, STATES


class SignalKind(StrEnum):
    """What a signal is."""

    QUESTION = "question"
    THANKS = "thanks"
    RECOGNITION = "recognition"
    INVITATION = "invitation"
    VOICE = "voice"
    TREND = "trend"
    SURGE = "surge"
    RUMOUR = "rumour"


class State(StrEnum):
    """How things stand with a signal; the clock runs from `since` until `answered`."""

    OPEN = "open"
    GROWING = "growing"
    WAITING = "waiting"
    ANSWERED = "answered"
    CALMED = "calmed"
    NOT_CALMED = "not_calmed"
    UNSURE = "unsure"
    FADED = "faded"


KIND_NAMES = {kind: KINDS[kind.value] for kind in SignalKind}
STATE_NAMES = {state: STATES[state.value] for state in State}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A post that speaks for a signal, and the words of it that do."""

    id: str
    text: str
    author: str = ""
    network: str = ""
    at: datetime | None = None
    url: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where a story goes, as forecast at the time of telling (see `listen.forecast.Forecast`)."""

    posts: int
    expected: float
    low: float
    high: float
    doubles: float
    peak_at: datetime
    peaked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a story went: its forecast, and what came after an answer against it.

    `outlook` is None while it is too early to tell. `came`, `expected`, `low`, `high`:
    posts since the answer, and what the forecast made at that moment lets expect of
    them, with its 80 % interval; None without an answer, or too soon after it.
    """

    outlook: Outlook | None = None
    answer: Proof | None = None
    came: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One finding. `id` stays the same when the same posts are heard again, or more of it.

    `number`: 0 when first told, then counted up. `watches`: names of the queries
    concerned; `p`: how sure it is, None where that has no meaning; `says`: one
    sentence, `details` more of them; `figures`: counts and the like, by name.
    `since`: when it began, `answered`: when the leader or the organisation answered.
    `starter`: the first known post. `own`: what the leader has said of it before.
    `part_of`: the id of the signal that this one is a part of.
    """

    id: str
    kind: SignalKind
    leader: str
    at: datetime | None
    says: Said
    watches: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    p: float | None = None
    figures: Mapping[str, float]
    state: State = State.OPEN
    number: int = 0
    details: tuple[Said, ...] = ()
    since: datetime | None = None
    answered: datetime | None = None
    starter: Proof | None = None
    own: tuple[Proof, ...] = ()
    course: Course | None = None
    part_of: str | None = None


quick_proof, quick_signal = quickly(Proof), quickly(Signal)
"""Give a proof and a signal as `Proof` and `Signal` do, several times as fast."""


def telling(name: str, number: int) -> str:
    """Give the name of one telling of a signal: its id, and from the second on its number.

    >>> telling("a1", 0), telling("a1", 2)
    ('a1', 'a1:2')
    """
    return f"{name}:{number}" if number else name


def to_line(signal: Signal, lang: str) -> dict[str, Any]:
    """Write a signal as the dictionary of one JSON line, its sentences in the reader's language."""
    since = signal.since or signal.at
    at = _time(signal.at)
    return {
        "id": signal.id,
        "number": signal.number,
        "kind": signal.kind.value,
        "state": signal.state.value,
        "leader": signal.leader,
        "at": at,
        **said(signal, lang),
        "watches": list(signal.watches),
        "p": signal.p,
        "figures": dict(signal.figures),
        "clock": {
            "since": at if since is signal.at else _time(since),
            "answered": _time(signal.answered),
            "seconds": _seconds(since, signal.answered or signal.at),
        },
        "starter": _proof(signal.starter),
        "course": _course(signal.course),
        "part_of": signal.part_of,
        "evidence": [_proof(proof) for proof in signal.proofs],
        "own": [_proof(proof) for proof in signal.own],
    }


def said(signal: Signal, lang: str) -> dict[str, Any]:
    """Give the parts of a signal's line that are in a language."""
    kind = signal.kind.value
    following = NEXT.get((kind, signal.state.value), NEXT.get((kind, "")))
    return {
        "says": signal.says.text(lang),
        "details": [each.text(lang) for each in signal.details],
        "next": following.text(lang) if following and not signal.part_of else None,
    }


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _seconds(since: datetime | None, until: datetime | None) -> float | None:
    return max(0.0, (until - since).total_seconds()) if since and until else None


def _course(course: Course | None) -> dict[str, Any] | None:
    if course is None:
        return None
    outlook = course.outlook
    told = outlook and {
        "posts": outlook.posts,
        "expected": round(outlook.expected, 1),
        "low": round(outlook.low, 1),
        "high": round(outlook.high, 1),
        "doubles": round(outlook.doubles, 3),
        "peak_at": _time(outlook.peak_at),
        "peaked": outlook.peaked,
    }
    since_answer = ("came", "expected", "low", "high", "chance")
    values = {name: getattr(course, name) for name in since_answer}
    rounded = {name: None if v is None else round(v, 3) for name, v in values.items()}
    return {
        "outlook": told,
        "answer": _proof(course.answer),
        "since_answer": None if course.came is None else rounded,
    }


def _proof(proof: Proof | None) -> dict[str, Any] | None:
    if proof is None:
        return None
    return {
        "id": proof.id,
        "author": proof.author,
        "network": proof.network,
        "at": _time(proof.at),
        "url": proof.url,
        "text": proof.text,
        "words": list(proof.words),
    }
