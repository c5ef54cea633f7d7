"""The door of every page about a leader: who knocks, and what they may do there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from firsthand.people import access
from firsthand.people.access import Can
from firsthand.people.models import Leader, User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Leader, P], HttpResponseBase]
Door = Callable[..., HttpResponseBase]  # as Django calls it: view(request, slug=…)

LAST = "leader"
"""Where the session keeps whose pages were open last: the desk opens there again."""


def leader_page(can: Can = Can.READ) -> Callable[[View[P]], Door]:
    """Give a view its leader from the address, once the access function has agreed.

    The view is called as `view(request, leader, …)`. Who is not signed in is
    asked to, whether or not there is such a leader; who may not gets 404 or 403.
    """

    def with_door(view: View[P]) -> Door:
        @wraps(view)
        def door(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            answer = view(request, access.leader(request.user, slug, can), *args, **kwargs)
            if request.session.get(LAST) != slug:
                request.session[LAST] = slug
            # After signing out, nothing of the leader comes back out of the browser's store.
            answer.headers.setdefault("Cache-Control", "private, no-cache")
            return answer

        return door

    return with_door


def member(request: HttpRequest) -> User:
    """Give who is signed in, behind a door that let nobody else pass."""
    if not isinstance(request.user, User):
        raise TypeError(request.user)
    return request.user
