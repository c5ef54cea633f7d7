"""What the coach knows on this desk, gathered once and kept while nothing changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone

from firsthand.coach.authorship.ledger import Ledger
from firsthand.coach.context import Context, Target
from firsthand.coach.memory import Memory
from firsthand.coach.reviewing import Review, review
from firsthand.desk import shares, tuning
from firsthand.desk.models import Draft
from firsthand.library import tallies
from firsthand.library.query import Question
from firsthand.people.models import Leader
from firsthand.plan import strategy
from firsthand.records.draft import Draft as DraftRecord
from firsthand.records.post import Kind, Post, from_line

RECENT = 500  # own posts that a draft is compared with


def reviewed(leader: Leader, draft: Draft, ledger: Ledger) -> Review:
    """Review a draft as it stands."""
    said = DraftRecord(text=ledger.text, networks=tuple(draft.networks))
    return review(said, context(leader, draft, ledger))


def context(leader: Leader, draft: Draft, ledger: Ledger) -> Context:
    """Gather what the coach may know beside a draft."""
    known = _known(leader)
    return Context(
        strategy=strategy.current(leader) if known.planned else None,
        own=known.own,
        answering=_answered(draft),
        targets=tuple(Target(network) for network in draft.networks),
        own_share=shares.known(leader, shares.of(leader, ledger.piece)),
        month_share=shares.known(leader, shares.of_month(leader)),
        zone=timezone.get_current_timezone(),
        settings=tuning.settings(leader.organisation),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    own: Memory | None
    planned: bool


def _known(leader: Leader) -> _Known:
    posts = tallies.total(leader, Question())
    latest = strategy.latest(leader)
    return _Known(_memory(leader.pk, posts) if posts else None, latest is not None)


@lru_cache(maxsize=8)
def _memory(leader: int, posts: int) -> Memory:
    """Prepare the latest own posts; `posts` is how many there are, so that more are read anew."""
    stored = Leader.objects.get(pk=leader).posts.all()[:RECENT]
    return Memory(_own(one.post for one in stored))


def _own(posts: Iterable[Post]) -> Iterable[Post]:
    return (post for post in posts if post.kind is not Kind.REPOST)


def _answered(draft: Draft) -> Post | None:
    return from_line(draft.answering) if draft.answering else None
