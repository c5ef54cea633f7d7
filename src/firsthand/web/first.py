"""The person at this machine before they have a password: let in, and asked to keep the desk.

A desk opened at home asks for no account until one has seen something. Its first
person has no password; until they set one, whoever sits at the machine is that
person. A desk that people reach from elsewhere (FIRSTHAND_ORIGIN) asks the first
person for an e-mail address and a password before anything else. From the first
password, or the second person, on, everybody signs in.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
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


def waiting() -> bool:
    """Tell whether the desk still waits for its first person, or for their password."""
    if not User.objects.exists():
        return True
    return at_home() and _alone() is not None


def let_in(request: HttpRequest) -> User | None:
    """Sign in the person at this machine; None when they have to sign in themselves."""
    if isinstance(request.user, User):
        return request.user
    if not at_home():
        return None
    person = first_person() or _alone()
    if person is not None:
        login(request, person, backend=BACKEND)
    return person


def keep(user: User, email: str, password: str) -> None:
    """Give somebody what they sign in with from now on."""
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        change_address(user, email)


def change_address(user: User, email: str) -> None:
    """Change the address with which somebody signs in; they have only one."""
    with transaction.atomic():
        user.email = email
        user.save(update_fields=["email"])
        EmailAddress.objects.filter(user=user).delete()
        EmailAddress.objects.create(user=user, email=email, primary=True)


def _alone() -> User | None:
    """Give the desk's only person, as long as they have nothing to sign in with."""
    people = list(User.objects.order_by("pk")[:2])
    return people[0] if len(people) == 1 and unkept(people[0]) else None
