"""The leader's own share: of one draft, and of all that was approved in a month."""

import json
from datetime import datetime

from django.utils import timezone

from firsthand.coach.authorship.codec import runs_in
from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.share import Share, share
from firsthand.desk.drafts import leaders_of
from firsthand.people.models import Leader


def of(leader: Leader, piece: Piece) -> Share:
    """Count whose the characters of a text are."""
    return share([piece], leaders_of(leader))


def known(leader: Leader, share: Share) -> float | None:
    """Give the leader's part, 0 to 1; None when nothing is written or nobody is the leader."""
    return share.fraction if leaders_of(leader) else None


def of_month(leader: Leader, moment: datetime | None = None) -> Share:
    """Count the texts approved in the month of a moment, each as it was last approved."""
    at = timezone.localtime(moment)
    start = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    latest: dict[int, Piece] = {}
    for record in leader.seals.filter(at__gte=start, at__lte=at).order_by("number"):
        latest[record.draft_id or -record.number] = _piece(record.body)
    return share(latest.values(), leaders_of(leader))


def _piece(body: str) -> Piece:
    said = json.loads(body)
    return Piece(said["text"], runs_in(said["runs"]))
