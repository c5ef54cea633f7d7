"""How allauth behaves at this desk."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from firsthand.people.invitations import INVITED


class DeskAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are for people who were invited: nobody signs up from outside."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Let in who came by an invitation that is kept in their session."""
        return INVITED in request.session

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Leave out user names: people are known by their e-mail address."""
