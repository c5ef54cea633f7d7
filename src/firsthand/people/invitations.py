"""Invitations by link: made, opened, accepted once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from firsthand.people import messages
from firsthand.people.models import Invitation, Leader, Member, User
from firsthand.records.errors import BadInput, NotFound

INVITED = "invited"  # the session key under which the token waits for the person to sign in
VALID_FOR = timedelta(days=7)


def invite(leader: Leader, role: str, by: User, now: datetime | None = None) -> str:
    """Make an invitation and give its token, which is shown once and never stored."""
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        leader=leader,
        role=role,
        token_hash=_hash(token),
        invited_by=by,
        expires=(now or timezone.now()) + VALID_FOR,
    )
    return token


def opened(token: str, now: datetime | None = None) -> Invitation:
    """Give the invitation behind a link.

    Raises:
        NotFound: the link is unknown, too old, or was used.
    """
    found = (
        Invitation.objects.select_related("leader__organisation", "invited_by")
        .filter(token_hash=_hash(token), used=None, expires__gt=now or timezone.now())
        .first()
    )
    if found is None:
        raise NotFound(messages.INVITATION_GONE())
    return found


def accept(token: str, user: User, now: datetime | None = None) -> Leader:
    """Make a user the member that an invitation meant; of two who try at once, one is let in.

    Raises:
        NotFound: the link is unknown, too old, or was used.
        BadInput: the user is a member already; the link stays good for its addressee.
    """
    moment = now or timezone.now()
    invitation = opened(token, moment)
    with transaction.atomic():
        _, new = Member.objects.get_or_create(
            user=user, leader=invitation.leader, defaults={"role": invitation.role}
        )
        if not new:
            raise BadInput(messages.INVITATION_TAKEN(leader=invitation.leader.name))
        taken = Invitation.objects.filter(pk=invitation.pk, used=None).update(
            used=moment, used_by=user
        )
        if not taken:
            raise NotFound(messages.INVITATION_GONE())
    return invitation.leader


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
