"""What the coach knows on this desk, gathered once and kept while nothing changes.

Every part is kept under the moment it last changed, so that a key pressed costs one
question to the database and the review itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.utils import timezone

from firsthand.coach.authorship.ledger import Ledger
from firsthand.coach.authorship.share import Share, share
from firsthand.coach.context import Context, Target
from firsthand.coach.habits import habits
from firsthand.coach.hearing import NOTHING, Hearing
from firsthand.coach.memory import Memory
from firsthand.coach.reviewing import Review, review
from firsthand.coach.settings import Settings
from firsthand.desk import shares, tuning, voices
from firsthand.desk.drafts import leaders_of
from firsthand.desk.models import CoachChange, Draft, LearntVoice, Seal
from firsthand.library.models import Import, StoredPost
from firsthand.people.models import Leader
from firsthand.plan import strategy
from firsthand.plan.models import StrategyVersion
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.draft import Draft as DraftRecord
from firsthand.records.post import Kind, Post, from_line
from firsthand.records.strategy import Strategy
from firsthand.text.lengths import measure
from firsthand.watch.hearing import hearing
from firsthand.watch.models import Heard

_Row = TypeVar("_Row", bound=Model)

RECENT = 500  # own posts that a draft is compared with
CLOCK = SystemClock()


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a text: the review, and whose words it holds.

    `known` is False where nobody is the leader, so that whose they are cannot be told.
    """

    review: Review
    share: Share
    known: bool


def beside(leader: Leader, draft: Draft, ledger: Ledger, clock: Clock = CLOCK) -> Beside:
    """Review a draft as it stands, and count whose words it holds."""
    who = leaders_of(leader)
    counted = share([ledger.piece], who)
    said = DraftRecord(text=ledger.text, networks=tuple(draft.networks))
    own = counted.fraction if who else None
    return Beside(review(said, _context(leader, draft, own, who, clock)), counted, bool(who))


def reviewed(leader: Leader, draft: Draft, ledger: Ledger, clock: Clock = CLOCK) -> Review:
    """Review a draft as it stands."""
    return beside(leader, draft, ledger, clock).review


def context(leader: Leader, draft: Draft, ledger: Ledger, clock: Clock = CLOCK) -> Context:
    """Gather what the coach may know beside a draft."""
    who = leaders_of(leader)
    return _context(
        leader, draft, shares.known(leader, shares.of(leader, ledger.piece)), who, clock
    )


def _context(
    leader: Leader, draft: Draft, own_share: float | None, who: frozenset[str], clock: Clock
) -> Context:
    state = _state(leader)
    now = clock.now()
    own = _own(leader.pk, state.posts)
    heard = _heard(
        leader.pk, state.heard, state.posts, now.replace(minute=0, second=0, microsecond=0)
    )
    return Context(
        strategy=_strategy(leader.pk, state.strategy),
        profile=voices.loaded(leader.pk, state.voice),
        own=own.memory,
        heard=heard.posts,
        signals=heard.signals,
        trends=heard.trends,
        unanswered=heard.unanswered,
        answering=from_line(draft.answering) if draft.answering else None,
        targets=tuple(Target(name, own.limits.get(name)) for name in draft.networks),
        own_share=own_share,
        month_share=_month(leader.pk, state.sealed, timezone.localtime(now).strftime("%Y-%m"), who),
        clock=clock,
        zone=timezone.get_current_timezone(),
        settings=_settings(leader.organisation_id, state.tuned),
    )


Moment = datetime | str | None
"""When something last changed, as the database tells it; None when there is none."""


class _State(NamedTuple):
    """When each part of what the coach knows last changed."""

    strategy: Moment
    voice: Moment
    heard: Moment
    sealed: Moment
    tuned: Moment
    newest: int | None
    brought: Moment

    @property
    def posts(self) -> tuple[int | None, Moment]:
        """Give the newest own post, and when some were last brought."""
        return self.newest, self.brought


def _state(leader: Leader) -> _State:
    with connection.cursor() as cursor:
        cursor.execute(_question(connection.vendor), [leader.pk])
        return _State(*cursor.fetchone())


@cache
def _question(_vendor: str) -> str:
    """Write the question once: putting it together takes longer than its answer."""
    mine, ours = OuterRef("pk"), OuterRef("organisation_id")
    asked = Leader.objects.filter(pk=0).values_list(
        _first(StrategyVersion.objects.filter(leader=mine), "created"),
        _first(LearntVoice.objects.filter(leader=mine).exclude(profile=None), "at"),
        _first(Heard.objects.filter(leader=mine), "at"),
        _first(Seal.objects.filter(leader=mine), "at"),
        _first(CoachChange.objects.filter(organisation=ours).order_by("-pk"), "at"),
        _first(StoredPost.objects.filter(leader=mine), "pk"),
        _first(Import.objects.filter(leader=mine).exclude(ended=None).order_by("-ended"), "ended"),
    )
    sql, params = asked.query.sql_with_params()
    if params != (0,):
        raise ValueError(params)
    return sql


def _first(rows: QuerySet[_Row], field: str) -> Subquery:
    return Subquery(rows.values(field)[:1])


@dataclass(frozen=True, slots=True)
class _Own:
    """The leader's latest posts, and the limits that their own longest ones show."""

    memory: Memory | None
    limits: dict[str, int]


@lru_cache(maxsize=8)
def _own(leader: int, posts: tuple[int | None, Moment]) -> _Own:
    """Prepare the latest own posts; `posts` is the newest one, and when some were last brought."""
    if posts[0] is None:
        return _Own(None, {})
    stored = StoredPost.objects.filter(leader_id=leader)[:RECENT]
    own = [one.post for one in stored if one.post.kind is not Kind.REPOST]
    return _Own(Memory(own), limits(own))


def limits(posts: Iterable[Post]) -> dict[str, int]:
    """Give the limits that accounts were seen to have: above the usual one of their network.

    An account that has published longer posts than its network usually takes may do
    so again: as long as such accounts may where that is known, else as long as it did.
    """
    found: dict[str, int] = {}
    for post in posts:
        if post.kind not in {Kind.POST, Kind.QUOTE} or not post.network:
            continue
        measured = measure(post.text, post.network)
        if measured.limit is not None and measured.length > measured.limit:
            most = habits(post.network).longest or measured.length
            found[post.network] = max(most, found.get(post.network, 0))
    return found


@lru_cache(maxsize=16)
def _strategy(leader: int, changed: Moment) -> Strategy | None:
    found = StrategyVersion.objects.filter(leader_id=leader).first() if changed else None
    return strategy.content(found) if found else None


@lru_cache(maxsize=8)
def _heard(
    leader: int, changed: Moment, posts: tuple[int | None, Moment], hour: datetime
) -> Hearing:
    """Prepare what was heard; `hour` because questions grow old and rumours end."""
    if changed is None:
        return NOTHING
    memory = _own(leader, posts).memory
    return hearing(Leader.objects.get(pk=leader), memory.posts if memory else (), hour)


@lru_cache(maxsize=16)
def _settings(organisation: int, changed: Moment) -> Settings:
    return tuning.settings_of(organisation) if changed else Settings()


@lru_cache(maxsize=16)
def _month(leader: int, sealed: Moment, month: str, who: frozenset[str]) -> float | None:
    """Give the month's share; `sealed`, `month` and `who` are what it follows from."""
    if sealed is None:
        return None
    known = Leader.objects.get(pk=leader)
    return shares.known(known, shares.of_month(known))
