"""What the coach knows beside the draft; everything may be absent, and nothing is guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import Protocol

from firsthand.coach.memory import Memory
from firsthand.coach.settings import Settings
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.message import Said
from firsthand.records.post import Post
from firsthand.records.strategy import Strategy


class TrendState(StrEnum):
    """What the watch knows of a term, a hashtag or a meme."""

    RISING = "rising"
    STALE = "stale"
    HOSTILE = "hostile"
    TRAGIC = "tragic"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A term or hashtag as the watch sees it now; `says` is its use in a few words."""

    term: str
    state: TrendState
    says: str = ""
    since: datetime | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSignal:
    """A rumour, a tragedy or a question that is still open, and the phrases it goes by."""

    kind: str
    phrases: tuple[str, ...]
    says: str = ""
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An account for which the draft is meant; no limit means its network's usual one."""

    network: str
    limit: int | None = None


class Likeness(Protocol):
    """How like the leader a text is; `p` is None with a reason when too little is known."""

    @property
    def p(self) -> float | None:
        """Give the probability that the leader wrote it."""

    @property
    def high(self) -> float | None:
        """Give the upper end of its interval."""

    @property
    def against(self) -> Sequence[str]:
        """Give the expressions that speak most against the leader."""

    @property
    def reason(self) -> Said | None:
        """Tell why nothing can be said, or why less than usual."""

    @property
    def compared(self) -> Said | None:
        """Tell whom the leader was compared with."""


class Voice(Protocol):
    """A leader's learnt way of writing."""

    def score(self, text: str, /, *, words: bool = True) -> Likeness:
        """Say how like the leader a text is; without `words`, not by which expressions."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake that a proofreader sees: its span, and what it says of it."""

    kind: str
    start: int
    end: int
    says: str


class Proofreader(Protocol):
    """A spelling or grammar checker that is installed on this machine."""

    def faults(self, text: str, lang: str | None) -> Sequence[Fault]:
        """Give the mistakes of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything beside the draft. `own_share` is the leader's share of this draft, 0 to 1.

    `own` holds the leader's posts and `heard` those of the communities, both
    prepared once; `zone` is where the leader's nights fall.
    """

    strategy: Strategy | None = None
    profile: Voice | None = None
    own: Memory | None = None
    heard: Memory | None = None
    signals: tuple[OpenSignal, ...] = ()
    trends: tuple[Trend, ...] = ()
    unanswered: tuple[Post, ...] = ()
    answering: Post | None = None
    targets: tuple[Target, ...] = ()
    own_share: float | None = None
    month_share: float | None = None
    clock: Clock = field(default_factory=SystemClock)
    zone: tzinfo = UTC
    settings: Settings = field(default_factory=Settings)
    proofreaders: tuple[Proofreader, ...] = ()
