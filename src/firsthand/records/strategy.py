"""A strategy: what a leader wants to change by speaking, with whom, on what, and how carefully."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Expertise(StrEnum):
    """How much the leader knows of a topic."""

    EXPERT = "expert"
    INFORMED = "informed"
    LEARNING = "learning"


class Stance(StrEnum):
    """Where the leader stands on a topic."""

    FOR = "for"
    AGAINST = "against"
    NUANCED = "nuanced"
    NONE = "none"


class Recurrence(StrEnum):
    """How often a quiet period comes back."""

    ONCE = "once"
    WEEKLY = "weekly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An aim, with how one would notice success."""

    name: str
    success: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """People to influence, on which topics (by name), and towards what."""

    name: str
    topics: tuple[str, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject, with the leader's stance and the words in which people speak of it."""

    name: str
    stance: Stance = Stance.NONE
    says: str = ""
    expertise: Expertise = Expertise.INFORMED
    phrases_fr: tuple[str, ...] = ()
    phrases_en: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """Give the phrases of both languages."""
        return self.phrases_fr + self.phrases_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A group one can name by the places where it meets; a direct target, or one also to reach."""

    name: str
    target: bool = True
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often to publish, as a decision; no number at all is a decision too."""

    posts_per_week: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMessage:
    """What the company wants understood; `phrases` are words that carry it."""

    name: str
    says: str = ""
    topic: str | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """A subject not to be spoken of between two dates (both included; open when None)."""

    name: str
    phrases: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPeriod:
    """A time to keep silent, on everything or on some phrases, perhaps coming back."""

    name: str
    start: date
    end: date
    repeats: Recurrence = Recurrence.ONCE
    phrases: tuple[str, ...] = ()
    from_time: time | None = None
    to_time: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedLine:
    """What the leader never says, does or jokes about."""

    name: str
    phrases: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedLine:
    """Words ready for a bad day, agreed in a calm hour."""

    name: str
    says_fr: str = ""
    says_en: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who signs before a kind of post goes out; nobody means at once."""

    kind: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyTopic:
    """What the company says of a subject, for the harmony of the two strategies."""

    name: str
    stance: Stance = Stance.NONE
    says: str = ""
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company's own communication plan."""

    name: str = ""
    topics: tuple[CompanyTopic, ...] = ()
    key_messages: tuple[KeyMessage, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """One version of a leader's strategy."""

    leader: str = ""
    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    aim: str = ""
    objectives: tuple[Objective, ...] = ()
    audiences: tuple[Audience, ...] = ()
    topics: tuple[Topic, ...] = ()
    communities: tuple[Community, ...] = ()
    cadence: Cadence = Cadence()
    key_messages: tuple[KeyMessage, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    quiet_periods: tuple[QuietPeriod, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    prepared_lines: tuple[PreparedLine, ...] = ()
    approvals: tuple[Approval, ...] = ()
    own_share: float | None = None
    company: Company = Company()

    def all_key_messages(self) -> Iterator[KeyMessage]:
        """Give the leader's key messages, then the company's."""
        yield from self.key_messages
        yield from self.company.key_messages

    def all_embargoes(self) -> Iterator[Embargo]:
        """Give the leader's embargoes, then the company's."""
        yield from self.embargoes
        yield from self.company.embargoes

    def all_quiet_periods(self) -> Iterator[QuietPeriod]:
        """Give the leader's quiet periods, then the company's."""
        yield from self.quiet_periods
        yield from self.company.quiet_periods
