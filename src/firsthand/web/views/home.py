"""The first page: two doors on an empty desk, the way in on one that is kept."""

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.people import access
from firsthand.people.founding import found
from firsthand.people.models import Leader, Role, User
from firsthand.web.demo import open_demo
from firsthand.web.doors import LAST
from firsthand.web.first import BACKEND, at_home, keep, let_in, waiting
from firsthand.web.forms import Keep


class NewLeader(forms.Form):
    """Whose posts they are, and who brings them."""

    name = forms.CharField(label=_("The leader’s name"), max_length=120)
    organisation = forms.CharField(
        label=_("Their organisation"), max_length=200, help_text=_("A company, a town, a school…")
    )
    role = forms.ChoiceField(
        label=_("You are"),
        choices=[(Role.LEADER, _("that leader")), (Role.ADVISER, _("their adviser"))],
        initial=Role.LEADER,
        widget=forms.RadioSelect,
    )


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Go back to the leader whose pages were open last; on an empty desk show the two doors."""
    own = access.leaders(request.user)
    last = own.filter(slug=request.session.get(LAST, "")).first() or own.first()
    if last is not None:
        return redirect("leader", last.slug)
    if not request.user.is_authenticated and not waiting():
        return redirect("account_login")
    known = Leader.objects.exists() and not request.user.is_authenticated
    return render(request, "welcome/doors.html", {"known": known})


@require_POST
def reopen(request: HttpRequest) -> HttpResponseBase:
    """Let the person at this machine back in, as long as the desk has no password."""
    let_in(request)
    return redirect("home")


@require_POST
def look(request: HttpRequest) -> HttpResponseBase:
    """Show the demo leader to whoever wants to look around first."""
    person = let_in(request)
    if person is None:
        return redirect("first" if waiting() else "account_login")
    return redirect("leader", open_demo(person).slug)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponseBase:
    """Ask whose posts they are; then they can be brought in."""
    if not request.user.is_authenticated and not waiting():
        return redirect("account_login")
    form = NewLeader(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = let_in(request)
        if person is None:
            return redirect("first")
        said = form.cleaned_data
        leader = found(
            said["name"],
            said["organisation"],
            by=person,
            role=said["role"],
            language=get_language() or "fr",
        )
        return redirect("import", leader.slug)
    return render(request, "welcome/bring.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest) -> HttpResponseBase:
    """Ask the first person of a desk on the network for what they will sign in with."""
    if at_home() or not waiting():
        return redirect("home")
    form = Keep(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = User.objects.create_user()
        keep(user, form.cleaned_data["email"], form.cleaned_data["password"])
        login(request, user, backend=BACKEND)
        return redirect("home")
    return render(request, "welcome/first.html", {"form": form})


desk_pages = [
    path("", home, name="home"),
    path("start/open", reopen, name="reopen"),
    path("start/look", look, name="look"),
    path("start/bring", bring, name="bring"),
    path("start/first", first, name="first"),
]
