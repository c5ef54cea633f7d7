"""Approving: a person says yes to a text, and a record of who wrote it is sealed."""

from collections.abc import Collection, Iterable
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from firsthand.coach.authorship import seal
from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.reviewing import Review
from firsthand.desk import messages as say
from firsthand.desk.drafts import author, leaders_of, locked
from firsthand.desk.models import Draft, Seal
from firsthand.people.models import Leader, User
from firsthand.records.errors import BadInput, NotFound


def approve(
    leader: Leader, number: int, version: int, by: User, review: Review, accepted: Collection[str]
) -> Seal:
    """Seal a draft as it was read.

    `version` is the state that the person had before their eyes, `accepted` the
    checks whose stop they said yes to.

    Raises:
        BadInput: the draft changed since, is empty, or a stop has not been answered.
    """
    with transaction.atomic():
        Leader.objects.select_for_update().get(pk=leader.pk)
        opened = locked(leader, number)
        if opened.ledger.version != version:
            raise BadInput(say.CHANGED_SINCE())
        if not opened.ledger.text.strip():
            raise BadInput(say.NOTHING_TO_APPROVE())
        if open_stops := {stop.check for stop in review.stops} - set(accepted):
            raise BadInput(say.NEEDS_YES(n=len(open_stops)))
        opened.draft.state = Draft.State.APPROVED
        opened.draft.save()
        return _sealed(leader, opened.draft, by, opened.ledger.piece)


def find(leader: Leader, number: int) -> Seal:
    """Give a leader's sealed record.

    Raises:
        NotFound: there is none of this number.
    """
    found = leader.seals.filter(number=number).first()
    if found is None:
        raise NotFound(say.NO_RECORD(leader=leader.name, number=number))
    return found


def broken(leader: Leader) -> int | None:
    """Give the number of a leader's first record that is not as it was sealed."""
    kept = leader.seals.order_by("number").values_list("body", "digest")
    return seal.broken(seal.Sealed(*one) for one in kept.iterator())


def values(record: Seal) -> dict[str, Any]:
    """Give what a record says."""
    return seal.Sealed(record.body, record.digest).values


def export(record: Seal) -> str:
    """Write a record as signed JSON that anybody can verify without this desk."""
    return seal.export(seal.Sealed(record.body, record.digest), _key())


def _sealed(leader: Leader, draft: Draft, by: User, piece: Piece) -> Seal:
    last = leader.seals.first()
    revisions = list(draft.revisions.order_by("number").select_related("by"))
    names = {str(r.by_id): r.by_name for r in revisions if r.by_id} | {author(by): str(by)}
    record = seal.sealed(
        piece,
        number=last.number + 1 if last else 1,
        previous=last.digest if last else seal.START,
        leaders=leaders_of(leader),
        approved_by=str(by),
        at=timezone.now(),
        authors=_known(names, (run.author for run in piece.runs)),
        revisions=[seal.Revision(r.at, str(r.by_id or ""), seal.digest(r.text)) for r in revisions],
    )
    return Seal.objects.create(
        leader=leader,
        number=last.number + 1 if last else 1,
        body=record.body,
        digest=record.digest,
        draft=draft,
    )


def _known(names: dict[str, str], authors: Iterable[str]) -> dict[str, str]:
    """Give the names of all authors, those who wrote no revision here among them."""
    lacking = {one for one in authors if one not in names and one.isdecimal()}
    users = User.objects.filter(pk__in=lacking)
    return names | {author(user): str(user) for user in users}


def _key() -> Ed25519PrivateKey:
    """Give the desk's key for records, always the same for the same secret."""
    derived = HKDF(SHA256(), length=32, salt=None, info=b"firsthand authorship records v1")
    return Ed25519PrivateKey.from_private_bytes(derived.derive(settings.SECRET_KEY.encode()))
