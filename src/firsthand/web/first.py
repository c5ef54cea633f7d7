"""The person at this machine before they have a password: let in, and asked to keep the desk.

A desk opened at home asks for no account until one has seen something. Its first
person has no password; until they set one, whoever sits at the machine is that
person. A desk that people reach from elsewhere (FIRSTHAND_ORIGIN) asks the first
person for an e-mail address and a password straight away.
"""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from firsthand.people.founding import first_person
from firsthand.people.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def unkept(user: User | AnonymousUser) -> bool:
    """Tell whether somebody has nothing yet to sign in with."""
    if not isinstance(user, User) or user.has_usable_password():
        return False
    return not is_mfa_enabled(user)


def at_home() -> bool:
    """Tell whether the desk is only reached from its own machine."""
    return not settings.FIRSTHAND_ORIGIN


def person_at_home() -> User | None:
    """Give the desk's only person as long as they have no password and the desk is at home."""
    if not at_home():
        return None
    people = list(User.objects.order_by("pk")[:2])
    if not people:
        return first_person()
    alone = people[0] if len(people) == 1 else None
    return alone if alone is not None and unkept(alone) else None


def let_in(request: HttpRequest) -> User | None:
    """Sign in the person at this machine; None when they have to sign in themselves."""
    if isinstance(request.user, User):
        return request.user
    person = person_at_home()
    if person is not None:
        login(request, person, backend=BACKEND)
    return person
