"""Whether a leader's strategy and their company's plan go together.

A pure comparison: each finding sets the two passages side by side, with the
reason. Two subjects are the same when a phrase of one holds all the words of a
phrase of the other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from firsthand.plan import strategy_messages as say
from firsthand.plan.strategy_dates import overlap, period
from firsthand.plan.strategy_phrases import carried, shared
from firsthand.records.message import Said
from firsthand.records.post import Kind, Post
from firsthand.records.strategy import (
    Company,
    CompanyTopic,
    Embargo,
    KeyMessage,
    QuietPeriod,
    RedLine,
    Stance,
    Strategy,
    Topic,
)


class Side(StrEnum):
    """What one side does for the other."""

    CONTRADICTS = "contradicts"
    SILENT = "silent"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one of the two plans: the section it stands in, its name and its words."""

    section: str
    name: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Accord:
    """One finding, with both passages (`None` where there is none) and the posts that show it."""

    side: Side
    reason: Said
    own: Passage | None = None
    theirs: Passage | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Harmony:
    """All findings, contradictions first."""

    accords: tuple[Accord, ...]

    def of(self, side: Side) -> tuple[Accord, ...]:
        """Give the findings of one side."""
        return tuple(accord for accord in self.accords if accord.side is side)

    def said(self) -> Said:
        """Give the whole in one sentence."""
        return say.HARMONY(**{side.value: len(self.of(side)) for side in Side})


@dataclass(frozen=True, slots=True)
class _Case:
    """What is compared."""

    strategy: Strategy
    company: Company
    posts: Sequence[Post]
    today: date


def harmony(
    strategy: Strategy, company: Company, today: date, posts: Sequence[Post] = ()
) -> Harmony:
    """Compare a strategy with a company's plan and, when there is one, with an archive.

    An embargo that is over on the day `today` no longer binds a topic without dates.
    """
    own = [post for post in posts if post.kind is not Kind.REPOST]
    case = _Case(strategy, company, own, today)
    found = [accord for compare in _COMPARISONS for accord in compare(case)]
    order = list(Side)
    return Harmony(tuple(sorted(found, key=lambda accord: order.index(accord.side))))


def _topics(case: _Case) -> Iterator[Accord]:
    met: set[str] = set()
    for theirs in case.company.topics:
        pairs = [
            (topic, pair)
            for topic in case.strategy.topics
            if (pair := shared((*topic.phrases, topic.name), (*theirs.phrases, theirs.name)))
        ]
        for topic, pair in pairs:
            met.add(topic.name)
            yield _stances(topic, theirs, max(pair, key=len))
        if not pairs:
            reason = say.YOU_SILENT(subject=theirs.name)
            yield Accord(Side.SILENT, reason, None, Passage("topics", theirs.name, theirs.says))
    for topic in case.strategy.topics:
        if topic.name not in met and case.company.topics:
            reason = say.COMPANY_SILENT(subject=topic.name)
            yield Accord(Side.SILENT, reason, Passage("topics", topic.name, topic.says))


def _stances(topic: Topic, theirs: CompanyTopic, subject: str) -> Accord:
    own, other = topic.stance, theirs.stance
    if Stance.NONE in (own, other):
        who = say.WHO_YOU if own is Stance.NONE else say.WHO_COMPANY
        side, reason = Side.SILENT, say.NO_STANCE(subject=subject, who=who)
    elif own is other:
        side, reason = Side.SUPPORTS, say.SAME(subject=subject)
    elif Stance.NUANCED in (own, other):
        side, reason = Side.SUPPORTS, say.SHADED(subject=subject)
    else:
        stances = {"own": say.STANCES[own], "theirs": say.STANCES[other]}
        side, reason = Side.CONTRADICTS, say.OPPOSITE(subject=subject, **stances)
    passages = (
        Passage("topics", topic.name, topic.says),
        Passage("topics", theirs.name, theirs.says),
    )
    return Accord(side, reason, *passages)


def _key_messages(case: _Case) -> Iterator[Accord]:
    for message in case.company.key_messages:
        phrases = (*message.phrases, message.name)
        posts = tuple(post for post in case.posts if carried(phrases, post.text))
        own, phrase = _carrier(case.strategy, phrases)
        side, reason = _carrying(message, phrase, len(posts), len(case.posts))
        theirs = Passage("key_messages", message.name, message.says)
        yield Accord(side, reason, own, theirs, posts[-5:])


def _carrier(strategy: Strategy, phrases: Sequence[str]) -> tuple[Passage | None, str]:
    for message in strategy.key_messages:
        if pair := shared((*message.phrases, message.name), phrases):
            return Passage("key_messages", message.name, message.says), pair[0]
    for topic in strategy.topics:
        if pair := shared(topic.phrases, phrases):
            return Passage("topics", topic.name, topic.says), pair[0]
        if phrase := carried(phrases, topic.says):
            return Passage("topics", topic.name, topic.says), phrase
    phrase = carried(phrases, strategy.aim) or ""
    return (Passage("aim", "", strategy.aim), phrase) if phrase else (None, "")


def _carrying(message: KeyMessage, phrase: str, n: int, total: int) -> tuple[Side, Said]:
    name = message.name
    if phrase and n:
        return Side.SUPPORTS, say.CARRIED_POSTS(name=name, n=n)
    if phrase and total:
        return Side.SILENT, say.CARRIED_NEVER_POSTED(name=name, total=total)
    if phrase:
        return Side.SUPPORTS, say.CARRIED(name=name, phrase=phrase)
    if n:
        return Side.SILENT, say.ONLY_POSTED(name=name, n=n)
    if total:
        return Side.CONTRADICTS, say.NEVER_CARRIED_POSTS(name=name, total=total)
    return Side.CONTRADICTS, say.NEVER_CARRIED(name=name)


def _embargoes(case: _Case) -> Iterator[Accord]:
    for embargo in case.company.embargoes:
        when = period(embargo.start, embargo.end)
        theirs = Passage("embargoes", embargo.name, ", ".join(embargo.phrases))
        for topic in case.strategy.topics:
            crossing = crosses(topic, embargo, case.today)
            if crossing is not None:
                message = say.CROSSES if crossing else say.WAITS
                reason = message(subject=topic.name, embargo=embargo.name, period=when)
                side = Side.CONTRADICTS if crossing else Side.SUPPORTS
                yield Accord(side, reason, Passage("topics", topic.name, topic.says), theirs)
        posts = tuple(post for post in case.posts if _named(embargo, post))
        if posts:
            reason = say.POSTS_CROSS(embargo=embargo.name, period=when, n=len(posts))
            yield Accord(Side.CONTRADICTS, reason, None, theirs, posts[-5:])


def crosses(topic: Topic, embargo: Embargo, today: date) -> bool | None:
    """Say whether a topic is planned during an embargo on its subject; `None` when it is another.

    A topic without dates is planned from `today` on; what is over on that day is history.
    """
    if not shared((*topic.phrases, topic.name), (*embargo.phrases, embargo.name)):
        return None
    if min(topic.end or date.max, embargo.end or date.max) < today:
        return None
    start = topic.start if topic.start or topic.end else today
    return overlap(start, topic.end, embargo.start, embargo.end)


def _named(embargo: Embargo, post: Post) -> bool:
    return (
        post.at is not None
        and embargo.holds(post.at.date())
        and carried(embargo.phrases, post.text) is not None
    )


def _quiet_periods(case: _Case) -> Iterator[Accord]:
    for quiet in case.company.quiet_periods:
        theirs = Passage("quiet_periods", quiet.name, ", ".join(quiet.phrases))
        if own := _quiet_too(quiet, case.strategy.quiet_periods):
            reason = say.QUIET_TOO(name=quiet.name)
            yield Accord(Side.SUPPORTS, reason, Passage("quiet_periods", own.name), theirs)
            continue
        when = period(quiet.start, quiet.end)
        for topic in case.strategy.topics:
            if pair := shared((*topic.phrases, topic.name), quiet.phrases):
                reason = say.QUIET_ALONE(phrase=pair[1], name=quiet.name, period=when)
                passage = Passage("topics", topic.name, topic.says)
                yield Accord(Side.SILENT, reason, passage, theirs)


def _quiet_too(theirs: QuietPeriod, own: Sequence[QuietPeriod]) -> QuietPeriod | None:
    """Give the leader's own quiet period that covers all of the company's first one."""
    return next(
        (
            quiet
            for quiet in own
            if quiet.holds_on(theirs.start)
            and quiet.holds_on(theirs.end)
            and quiet.repeats in (theirs.repeats, "weekly")
            and (not quiet.phrases or shared(quiet.phrases, theirs.phrases))
            and not quiet.from_time
        ),
        None,
    )


def _red_lines(case: _Case) -> Iterator[Accord]:
    for line in case.strategy.red_lines:
        for passage in _said_by_company(case.company):
            if phrase := crossed(line, passage):
                own = Passage("red_lines", line.name, line.why)
                yield Accord(Side.CONTRADICTS, _line(line, phrase, passage), own, passage)
    for line in case.company.red_lines:
        for passage in said(case.strategy):
            if phrase := crossed(line, passage):
                theirs = Passage("red_lines", line.name, line.why)
                yield Accord(Side.CONTRADICTS, _line(line, phrase, passage), passage, theirs)


def crossed(line: RedLine, passage: Passage) -> str | None:
    """Give the phrase of a red line that a passage says."""
    return carried(line.phrases, f"{passage.name}\n{passage.says}")


def _line(line: RedLine, phrase: str, passage: Passage) -> Said:
    return say.LINE_CROSSED(line=line.name, phrase=phrase, name=passage.name or passage.says)


def said(strategy: Strategy) -> Iterator[Passage]:
    """Give what a strategy means to say aloud: aim, topics, key messages, prepared lines."""
    yield Passage("aim", "", strategy.aim)
    for topic in strategy.topics:
        yield Passage("topics", topic.name, "\n".join((topic.says, *topic.phrases)))
    for message in strategy.key_messages:
        yield Passage("key_messages", message.name, "\n".join((message.says, *message.phrases)))
    for line in strategy.prepared_lines:
        yield Passage("prepared_lines", line.name, f"{line.says_fr}\n{line.says_en}".strip())


def _said_by_company(company: Company) -> Iterator[Passage]:
    for message in company.key_messages:
        yield Passage("key_messages", message.name, "\n".join((message.says, *message.phrases)))
    for topic in company.topics:
        yield Passage("topics", topic.name, topic.says)


_COMPARISONS: tuple[Callable[[_Case], Iterator[Accord]], ...] = (
    _topics,
    _key_messages,
    _embargoes,
    _quiet_periods,
    _red_lines,
)
