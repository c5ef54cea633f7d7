"""The one port between those who listen and the coach: lines in, a hearing out.

feed(leader, lines)               # whoever listens: posts, signals, trends
hearing(leader, own, now)         # the coach: what it knows of others
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from firsthand.coach.hearing import NOTHING, Hearing, hear
from firsthand.coach.hearing.hearing import LATEST
from firsthand.people.models import Leader
from firsthand.records.post import Post
from firsthand.watch.models import Heard


def feed(leader: Leader, lines: Iterable[Mapping[str, Any]]) -> None:
    """Keep what was heard last, in place of what was kept; the latest lines, when too many."""
    kept = [dict(line) for line in lines][-LATEST:]
    values = {"lines": kept, "at": timezone.now()}
    Heard.objects.update_or_create(leader=leader, defaults=values)


def lines(leader: Leader) -> list[dict[str, Any]]:
    """Give what is kept."""
    found = Heard.objects.filter(leader=leader).values_list("lines", flat=True).first()
    return list(found or ())


def hearing(leader: Leader, own: Iterable[Post], now: datetime) -> Hearing:
    """Give what the coach may know of others at a moment; nothing where nobody listens."""
    kept = lines(leader)
    return hear(kept, own, leader.handles, now) if kept else NOTHING
