"""Emptying a library: every post, every word, every count, the tale of every import."""

from django.db import transaction

from firsthand.library import tallies
from firsthand.library.models import Import, Tally
from firsthand.library.rows import Row, row
from firsthand.library.stores import store
from firsthand.people.models import Leader

BATCH = 2_000


def empty(leader: Leader) -> int:
    """Delete all posts of a leader, and give their number."""
    gone = 0
    while removed := _some(leader):
        gone += removed
    Tally.objects.filter(leader=leader, posts=0).delete()
    leader.imports.exclude(state__in=Import.UNFINISHED).delete()
    return gone


def _some(leader: Leader) -> int:
    with transaction.atomic():
        rows: list[Row] = []
        for stored in leader.posts.order_by("pk")[:BATCH]:
            found = row(stored.post, stored.lang)
            found.place = stored.pk
            rows.append(found)
        store().delete(leader.pk, rows)
        tallies.add(leader, tallies.changes(rows, []))
    return len(rows)
