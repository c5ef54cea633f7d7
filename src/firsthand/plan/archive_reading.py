"""What a leader's archive says of them, read once and kept until the archive changes.

A small archive is read while its page is made; a large one by the desk's second
process (`step`), and pages show what was read last, or how far the reading is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import msgspec
from django.core.cache import cache
from django.utils.timezone import get_current_timezone

from firsthand.library.changes import next_changed, state_of
from firsthand.people.models import Account, Leader
from firsthand.plan.models import ArchiveReading
from firsthand.plan.proposals import Proposals, propose
from firsthand.plan.strategy_messages import STILL_READING
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.post import Post
from firsthand.standing.evidence import Evidence, Mine, bare, gather, restore
from firsthand.standing.readiness.verdict import as_json

AT_ONCE = 250
"""Up to so many posts are read while a page is made: some thirty milliseconds."""

CHUNK = 1_000
LOOKED_AT = 500
"""The latest posts of a network in which its account's name is looked for."""

PROPOSED_FROM = 5_000
"""Of the latest so many posts one reads what they propose for a strategy."""

REMEMBERED = 3_600
"""Seconds for which the proposals of a small archive are remembered, unless it changes."""

Show = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What the archive says as far as it was read; `reading` while something new is being read."""

    evidence: Evidence = field(default_factory=dict)
    posts: int = 0
    reading: bool = False
    progress: float | None = None


def told(leader: Leader, clock: Clock) -> Told:
    """Give what a leader's archive says; ask for another reading when it has changed since."""
    posts, state = _state(leader)
    if not posts:
        return Told()
    kept = ArchiveReading.objects.filter(leader=leader).first()
    fresh = kept is not None and kept.state == state
    aged = kept is None or kept.at is None or kept.at.date() < clock.now().date()
    if (not fresh or aged) and posts <= AT_ONCE:
        return Told(restore(_read(leader, state, clock).found), posts)
    if kept is not None and (not fresh or aged):
        # Seen in passing: the second process reads it again, and until then this holds.
        ArchiveReading.objects.filter(pk=kept.pk, state=kept.state).update(state="")
    if kept is None:
        return Told({}, posts, reading=True)
    return Told(restore(kept.found), posts, reading=not fresh, progress=kept.progress)


def step(clock: Clock | None = None) -> bool:
    """Read the archive of one leader that has changed since it was read; False when none has."""
    leader = next_changed("archive_reading")
    if leader is None:
        return False
    posts, state = _state(leader)
    kept, _ = ArchiveReading.objects.get_or_create(leader=leader)

    def show(read: int) -> None:
        ArchiveReading.objects.filter(pk=kept.pk).update(progress=min(read / max(posts, 1), 1.0))

    try:
        _read(leader, state, clock or SystemClock(), show)
        if posts > AT_ONCE:
            kept.proposals = msgspec.to_builtins(_proposals(leader))
            kept.save(update_fields=["proposals"])
    except Exception:
        # Not again and again: only once the archive has changed.
        _keep(leader, state, {}, clock or SystemClock())
        raise
    return True


def proposals(leader: Leader) -> Proposals:
    """Give what a leader's latest posts propose for a strategy, or say that they are being read."""
    posts, state = _state(leader)
    if posts <= AT_ONCE:
        key = f"proposals-{leader.pk}-{state}"
        return cache.get_or_set(key, lambda: _proposals(leader), REMEMBERED) or Proposals(0)
    kept = ArchiveReading.objects.filter(leader=leader).first()
    if kept is None or kept.proposals is None:
        return Proposals(0, why_not=STILL_READING(n=posts))
    return msgspec.convert(kept.proposals, Proposals)


def _proposals(leader: Leader) -> Proposals:
    latest = (stored.post for stored in leader.posts.all()[:PROPOSED_FROM])
    return propose(latest, get_current_timezone(), (leader.name, leader.organisation.name))


def _read(leader: Leader, state: str, clock: Clock, show: Show | None = None) -> ArchiveReading:
    found = gather(
        _posts(leader, show),
        clock.now(),
        organisation=(leader.organisation.name,),
        mine=mine(leader),
    )
    return _keep(leader, state, found, clock)


def _keep(leader: Leader, state: str, found: Evidence, clock: Clock) -> ArchiveReading:
    values = {"state": state, "found": as_json(found), "progress": None, "at": clock.now()}
    return ArchiveReading.objects.update_or_create(leader=leader, defaults=values)[0]


def _posts(leader: Leader, show: Show | None) -> Iterator[Post]:
    for n, stored in enumerate(leader.posts.order_by("pk").iterator(CHUNK), start=1):
        yield stored.post
        if show is not None and n % CHUNK == 0:
            show(n)


def mine(leader: Leader) -> Mine:
    """Say which posts of the archive are the leader's own.

    On a network where the leader has an account: those of its name. On one where they
    have none, or whose posts do not know that name (exports often have another): all.
    """
    names: dict[str, set[str]] = {}
    for network, handle in Account.objects.filter(leader=leader).values_list("network", "handle"):
        names.setdefault(network, set()).add(bare(handle))
    known = {network: held for network, held in names.items() if _writes(leader, network, held)}

    def own(post: Post) -> bool:
        held = known.get(post.network)
        return held is None or not post.author or bare(post.author) in held

    return own


def _writes(leader: Leader, network: str, names: set[str]) -> bool:
    latest = islice(leader.posts.filter(network=network).iterator(CHUNK), LOOKED_AT)
    return any(bare(stored.post.author) in names for stored in latest)


def _state(leader: Leader) -> tuple[int, str]:
    accounts = sorted(leader.accounts.values_list("network", "handle"))
    return state_of(leader, leader.organisation.name, accounts)
