"""How people come to be at a new desk: the first person, a leader, their organisation."""

from django.db import transaction
from django.utils.text import slugify

from firsthand.people import messages
from firsthand.people.models import Leader, Member, Organisation, Role, User
from firsthand.records.errors import BadInput

# First parts of addresses that are not a leader's.
RESERVED = frozenset(
    {"account", "api", "demo", "doctor", "healthz", "i18n", "invitation", "me", "new", "robots",
     "settings", "start", "static", "welcome"}
)  # fmt: skip


def first_person() -> User | None:
    """Make the person at this machine, who has no password yet; None once the desk has people."""
    with transaction.atomic():
        return None if User.objects.exists() else User.objects.create_user()


def person_here() -> User:
    """Give the person at this machine: the desk's first, made when there is none."""
    return first_person() or User.objects.order_by("pk")[0]


def found(
    name: str,
    organisation: Organisation | str = "",
    *,
    by: User | None = None,
    role: str = Role.ADVISER,
    **values: object,
) -> Leader:
    """Make a leader under a slug of their own, and whoever asks for it a member.

    Raises:
        BadInput: the name is empty.
    """
    name = name.strip()
    if not name:
        raise BadInput(messages.NAME_NEEDED())
    with transaction.atomic():
        if isinstance(organisation, str):
            organisation = Organisation.objects.create(name=organisation.strip())
        leader = Leader.objects.create(
            name=name, slug=_free_slug(name), organisation=organisation, **values
        )
        if by is not None:
            Member.objects.create(user=by, leader=leader, role=role)
    return leader


def _free_slug(name: str) -> str:
    wanted = slugify(name)[:50] or "leader"
    taken = set(Leader.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    taken |= RESERVED
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
