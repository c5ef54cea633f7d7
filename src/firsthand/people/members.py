"""Members of a leader: changing a role, leaving, being removed."""

from django.db import transaction

from firsthand.people import messages
from firsthand.people.access import CAPABILITIES, Can
from firsthand.people.models import Leader, Member
from firsthand.records.errors import BadInput, NotFound


def of(leader: Leader, number: int) -> Member:
    """Give one member of a leader.

    Raises:
        NotFound: this leader has no such member.
    """
    found = leader.members.select_related("user").filter(pk=number).first()
    if found is None:
        raise NotFound(messages.NO_LEADER())
    return found


def change_role(member: Member, role: str) -> None:
    """Give a member another role.

    Raises:
        BadInput: nobody could invite or remove people any more.
    """
    with transaction.atomic():
        if Can.INVITE not in CAPABILITIES[role]:
            _leave_a_keeper(member)
        member.role = role
        member.save(update_fields=["role"])


def remove(member: Member) -> None:
    """Take a member away from a leader; the user stays a user of the desk.

    Raises:
        BadInput: nobody could invite or remove people any more.
    """
    with transaction.atomic():
        _leave_a_keeper(member)
        member.delete()


def _leave_a_keeper(member: Member) -> None:
    keepers = [role for role, can in CAPABILITIES.items() if Can.INVITE in can]
    others = Member.objects.select_for_update().filter(leader=member.leader, role__in=keepers)
    if not others.exclude(pk=member.pk).exists():
        raise BadInput(messages.LAST_KEEPER())
