"""A strategy: what a leader wants to change by speaking, with whom, on what, and how carefully."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

#: What a kind of post may be, for its approval; the last two are said of its matter.
APPROVAL_KINDS = ("post", "reply", "quote", "repost", "article", "rumour", "sensitive")
#: The roles a member may have for a leader.
ROLES = ("leader", "adviser", "press", "reader")


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
    """A subject, with the leader's stance and the words in which people speak of it.

    `start` and `end` say when the leader means to speak of it (at any time when None).
    """

    name: str
    stance: Stance = Stance.NONE
    says: str = ""
    expertise: Expertise = Expertise.INFORMED
    phrases_fr: tuple[str, ...] = ()
    phrases_en: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

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

    def holds(self, day: date) -> bool:
        """Say whether the subject is under embargo on a day."""
        return (self.start or date.min) <= day <= (self.end or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPeriod:
    """A time to keep silent, on everything or on some phrases, perhaps coming back.

    Both dates are included. With hours, silence is kept only between them on
    each of these days; `from_time` after `to_time` runs over midnight.
    """

    name: str
    start: date
    end: date
    repeats: Recurrence = Recurrence.ONCE
    phrases: tuple[str, ...] = ()
    from_time: time | None = None
    to_time: time | None = None

    def holds(self, at: datetime) -> bool:
        """Say whether silence is kept at a moment, given in the leader's own time zone.

        >>> night = QuietPeriod(name="Night", start=date(2026, 1, 1), end=date(2026, 1, 7),
        ...     repeats=Recurrence.WEEKLY, from_time=time(22), to_time=time(7))
        >>> night.holds(datetime(2026, 5, 4, 23, 30)), night.holds(datetime(2026, 5, 4, 12, 0))
        (True, False)
        """
        clock, begin, end = at.time(), self.from_time or time.min, self.to_time or time.max
        if begin <= end:
            return self.holds_on(at.date()) and begin <= clock <= end
        if clock >= begin:
            return self.holds_on(at.date())
        return clock <= end and self.holds_on(at.date() - timedelta(days=1))

    def holds_on(self, day: date) -> bool:
        """Say whether a day falls in the period or one of its returns."""
        if day < self.start:
            return False
        if self.repeats is Recurrence.WEEKLY:
            return (day - self.start).days % 7 <= (self.end - self.start).days
        if self.repeats is Recurrence.ONCE:
            return day <= self.end
        step = 3 if self.repeats is Recurrence.QUARTERLY else 12
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        latest = months - months % step
        return any(
            _months_later(self.start, shift) <= day <= _months_later(self.end, shift)
            for shift in (latest, latest - step)
            if shift >= 0
        )


def _months_later(day: date, months: int) -> date:
    """Give the same day some months later, or the month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


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
    """Who signs before a kind of post (of `APPROVAL_KINDS`) goes out; nobody means at once."""

    kind: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who does what: a person, their role (of `ROLES`) and what is expected of them."""

    name: str
    role: str = "adviser"
    does: str = ""


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
    red_lines: tuple[RedLine, ...] = ()
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """One version of a leader's strategy; `own_share` is the part, 0 to 1, they mean to write."""

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
    duties: tuple[Duty, ...] = ()
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

    def all_red_lines(self) -> Iterator[RedLine]:
        """Give the leader's red lines, then the company's."""
        yield from self.red_lines
        yield from self.company.red_lines
