"""Revisions: the states of a draft that one may look at, compare and go back to."""

from datetime import timedelta

from django.utils import timezone

from firsthand.coach.authorship.codec import runs_out
from firsthand.coach.authorship.ledger import Piece
from firsthand.desk.models import Draft, Revision
from firsthand.people.models import User

SITTING = timedelta(minutes=10)
"""What one member writes within so long is one revision."""


def keep(draft: Draft, piece: Piece, by: User) -> Revision:
    """Keep a state: with the revision at hand while its writer sits over it, else as a new one."""
    now = timezone.now()
    last = draft.revisions.first()
    if last and last.by_id == by.pk and now - last.begun < SITTING and not _sealed(draft, last):
        last.text, last.runs, last.at = piece.text, runs_out(piece.runs), now
        last.save()
        return last
    return draft.revisions.create(
        number=last.number + 1 if last else 1,
        text=piece.text,
        runs=runs_out(piece.runs),
        by=by,
        by_name=str(by),
        begun=now,
        at=now,
    )


def _sealed(draft: Draft, last: Revision) -> bool:
    """Tell whether a record was sealed over a state, which therefore stays."""
    return draft.seals.filter(at__gte=last.at).exists()
