"""What is missing or at odds in a strategy that can be used: advice, never a refusal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from firsthand.plan import strategy_messages as say
from firsthand.plan.harmony import crossed, crosses, said
from firsthand.plan.strategy_dates import period, spoken
from firsthand.plan.strategy_phrases import shared
from firsthand.records.message import Said
from firsthand.records.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of advice, about a section and perhaps one thing in it."""

    section: str
    said: Said
    name: str = ""


def notes(strategy: Strategy, today: date) -> tuple[Note, ...]:
    """Give all advice, in the order of the sections."""
    return tuple(note for advise in _ADVICE for note in advise(strategy, today))


def _aim(strategy: Strategy, today: date) -> Iterator[Note]:
    if not strategy.aim.strip():
        yield Note("aim", say.NO_AIM())
    if not strategy.objectives:
        yield Note("objectives", say.NO_OBJECTIVE())
    for objective in strategy.objectives:
        name = objective.name
        if not objective.success.strip():
            yield Note("objectives", say.NO_SUCCESS(name=name), name)
        if objective.by and objective.by < today:
            when = spoken(objective.by)
            yield Note("objectives", say.DATE_PAST(name=name, date=when), name)


def _audiences(strategy: Strategy, today: date) -> Iterator[Note]:
    if not strategy.audiences:
        yield Note("audiences", say.NO_AUDIENCE())
    for audience in strategy.audiences:
        if not audience.topics:
            yield Note("audiences", say.AUDIENCE_NO_TOPIC(name=audience.name), audience.name)


def _topics(strategy: Strategy, today: date) -> Iterator[Note]:
    if not strategy.topics:
        yield Note("topics", say.NO_TOPIC())
    aimed = {name for audience in strategy.audiences for name in audience.topics}
    for topic in strategy.topics:
        name = topic.name
        if not topic.phrases:
            yield Note("topics", say.TOPIC_NO_PHRASE(name=name), name)
        if topic.stance == "none" and not topic.says.strip():
            yield Note("topics", say.TOPIC_NO_STANCE(name=name), name)
        if strategy.audiences and name not in aimed:
            yield Note("topics", say.TOPIC_NOBODY(name=name), name)
        if topic.end and topic.end < today:
            yield Note("topics", say.DATE_PAST(name=name, date=spoken(topic.end)), name)


def _own_embargoes(strategy: Strategy, today: date) -> Iterator[Note]:
    for topic in strategy.topics:
        name = topic.name
        for embargo in strategy.embargoes:
            if crosses(topic, embargo, today):
                when = period(embargo.start, embargo.end)
                reason = say.OWN_EMBARGO(subject=name, embargo=embargo.name, period=when)
                yield Note("topics", reason, name)


def _communities(strategy: Strategy, today: date) -> Iterator[Note]:
    if not any(community.target for community in strategy.communities):
        yield Note("communities", say.NO_TARGET())
    for community in strategy.communities:
        places = community.handles + community.hashtags + community.feeds + community.lists
        if not places:
            reason = say.COMMUNITY_NOWHERE(name=community.name)
            yield Note("communities", reason, community.name)


def _cadence(strategy: Strategy, today: date) -> Iterator[Note]:
    if not strategy.own_share:
        yield Note("cadence", say.NO_SHARE())


def _key_messages(strategy: Strategy, today: date) -> Iterator[Note]:
    for message in strategy.key_messages:
        name = message.name
        carriers = (
            topic.name == message.topic
            or shared((*topic.phrases, topic.name), (*message.phrases, name))
            for topic in strategy.topics
        )
        if not any(carriers):
            yield Note("key_messages", say.MESSAGE_NOBODY(name=name), name)
        if not message.phrases:
            yield Note("key_messages", say.MESSAGE_NO_PHRASE(name=name), name)


def _guards(strategy: Strategy, today: date) -> Iterator[Note]:
    for embargo in strategy.embargoes:
        if not embargo.phrases:
            yield Note("embargoes", say.GUARD_NO_PHRASE(name=embargo.name), embargo.name)
    if not strategy.red_lines:
        yield Note("red_lines", say.NO_RED_LINE())
    for line in strategy.red_lines:
        if not line.phrases:
            yield Note("red_lines", say.GUARD_NO_PHRASE(name=line.name), line.name)
        for passage in said(strategy):
            if phrase := crossed(line, passage):
                name = passage.name or passage.says
                reason = say.OWN_LINE(name=name, line=line.name, phrase=phrase)
                yield Note("red_lines", reason, line.name)


def _people(strategy: Strategy, today: date) -> Iterator[Note]:
    if not strategy.prepared_lines:
        yield Note("prepared_lines", say.NO_PREPARED())
    for approval in strategy.approvals:
        if approval.kind == "rumour" and len(approval.roles) > 1:
            yield Note("approvals", say.SLOW_RUMOUR(n=len(approval.roles)), approval.kind)


_ADVICE: tuple[Callable[[Strategy, date], Iterator[Note]], ...] = (
    _aim,
    _audiences,
    _topics,
    _own_embargoes,
    _communities,
    _cadence,
    _key_messages,
    _guards,
    _people,
)
