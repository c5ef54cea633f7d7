"""The one way to a leader: who may see what, and do what.

Every page and every command that acts for a user begins with `leader(user, slug)`
and reaches everything else from the leader it gives (`leader.posts`,
`leader.accounts`…), so that nothing of one leader shows on a page of another.
Somebody who is not a member learns not even that the leader exists.
"""

from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from firsthand.people import messages
from firsthand.people.models import Leader, Member, Role, User
from firsthand.records.errors import NotAllowed, NotFound


class Can(StrEnum):
    """What a member may do for a leader."""

    READ = "read"  # open every page
    EXPORT = "export"  # take the posts away
    IMPORT = "import"  # bring posts
    ASSESS = "assess"  # answer the questionnaire
    PLAN = "plan"  # write the strategy
    WRITE = "write"  # write drafts
    CONNECT = "connect"  # name and connect accounts
    INVITE = "invite"  # invite, change and remove members
    DELETE = "delete"  # delete the library, or the leader


_EVERYTHING = frozenset(Can)

CAPABILITIES: dict[str, frozenset[Can]] = {
    Role.LEADER: _EVERYTHING,
    Role.ADVISER: _EVERYTHING - {Can.DELETE},
    Role.PRESS: frozenset({Can.READ, Can.EXPORT, Can.IMPORT, Can.PLAN, Can.WRITE}),
    Role.READER: frozenset({Can.READ}),
}

Person = User | AnonymousUser


def leader(user: Person, slug: str, can: Can = Can.READ) -> Leader:
    """Give a leader to somebody who is a member and may do what is asked.

    Raises:
        NotFound: there is no such leader, or none for this person.
        NotAllowed: the member's role does not allow it.
    """
    member = _member(user, slug)
    if can not in CAPABILITIES[member.role]:
        raise NotAllowed(
            messages.NOT_YOURS_TO_DO(role=messages.ROLES[member.role], leader=member.leader.name)
        )
    return member.leader


def leaders(user: Person) -> QuerySet[Leader]:
    """Give all leaders for whom somebody is a member, in the order of their names."""
    if not isinstance(user, User):
        return Leader.objects.none()
    return (
        Leader.objects.filter(members__user=user)
        .select_related("organisation")
        .order_by("demo", "name")
    )


def capabilities(user: Person, of: Leader) -> frozenset[Can]:
    """Give what somebody may do for a leader; nothing when they are not a member."""
    if not isinstance(user, User):
        return frozenset()
    role = Member.objects.filter(user=user, leader=of).values_list("role", flat=True).first()
    return CAPABILITIES[role] if role else frozenset()


def _member(user: Person, slug: str) -> Member:
    if isinstance(user, User) and user.is_active:
        found = (
            Member.objects.filter(user=user, leader__slug=slug)
            .select_related("leader__organisation")
            .first()
        )
        if found:
            return found
    raise NotFound(messages.NO_LEADER())
