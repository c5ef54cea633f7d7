"""A leader's strategy in the desk: the versions, and which one held at a moment."""

from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from firsthand.people.models import Leader, User
from firsthand.plan import strategy_messages as say
from firsthand.plan.models import StrategyVersion
from firsthand.records.errors import Corrupt, NotFound
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import BadStrategy, bare, read


def versions(leader: Leader) -> QuerySet[StrategyVersion]:
    """Give all versions, the latest first."""
    return StrategyVersion.objects.filter(leader=leader)


def latest(leader: Leader) -> StrategyVersion | None:
    """Give the latest version, if there is one."""
    return versions(leader).first()


def version(leader: Leader, number: int) -> StrategyVersion:
    """Give one version of a leader.

    Raises:
        NotFound: the leader has no such version.
    """
    found = versions(leader).filter(number=number).first()
    if found is None:
        raise NotFound(say.NO_VERSION(leader=leader.name, number=number))
    return found


def current(leader: Leader) -> Strategy:
    """Give the strategy as it is now; before the first version, an empty one in their name."""
    found = latest(leader)
    return content(found) if found else Strategy(leader=leader.name)


def at(leader: Leader, moment: datetime) -> Strategy | None:
    """Give the strategy that held at a moment; `None` before the first version.

    What was planned when a post went out is never rewritten by a later version.
    """
    found = versions(leader).filter(created__lte=moment).first()
    return content(found) if found else None


def content(kept: StrategyVersion) -> Strategy:
    """Read a version back.

    Raises:
        Corrupt: it no longer reads as a strategy.
    """
    try:
        return _read(kept.toml)
    except BadStrategy as error:
        raise Corrupt(
            say.VERSION_BROKEN(number=kept.number, leader=kept.leader.name, why=error.said)
        ) from error


def save(
    leader: Leader, strategy: Strategy, by: User | None = None, note: str = ""
) -> StrategyVersion:
    """Keep a strategy as a new version; one that changes nothing gives the latest as it is."""
    with transaction.atomic():
        Leader.objects.select_for_update().get(pk=leader.pk)
        before = latest(leader)
        if before and content(before) == strategy:
            return before
        return StrategyVersion.objects.create(
            leader=leader,
            number=before.number + 1 if before else 1,
            toml=bare(strategy),
            author=by,
            author_name=by.known_as if by else "",
            note=note.strip()[:300],
        )


def restore(
    leader: Leader, number: int, by: User | None = None, lang: str = "en"
) -> StrategyVersion:
    """Keep the content of an older version as a new one."""
    older = version(leader, number)
    return save(leader, content(older), by, say.BACK_TO(number=number).text(lang))


def changed_since(leader: Leader, number: int, section: str) -> StrategyVersion | None:
    """Give the latest version when a section of it differs from that of an older version."""
    now = latest(leader)
    if now is None or now.number == number:
        return None
    before = content(version(leader, number)) if number else Strategy(leader=leader.name)
    return now if _part(before, section) != _part(content(now), section) else None


def _part(strategy: Strategy, section: str) -> Any:
    known = {item.name for item in fields(strategy)}
    return getattr(strategy, section) if section in known else strategy


@lru_cache(maxsize=128)
def _read(toml: str) -> Strategy:
    return read(toml)
