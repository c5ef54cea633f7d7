"""Settings: the leader, their organisation, and how one signs in."""

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from firsthand.people import access
from firsthand.people.access import Can
from firsthand.people.models import Leader, Size, User
from firsthand.web.doors import leader_page
from firsthand.web.first import change_address, keep, unkept
from firsthand.web.forms import Keep, NewAddress


class About(forms.Form):
    """The leader and their organisation."""

    name = forms.CharField(label=_("The leader’s name"), max_length=120)
    title = forms.CharField(
        label=_("Their title"),
        max_length=120,
        required=False,
        help_text=_("As on a visiting card."),
    )
    organisation = forms.CharField(label=_("Their organisation"), max_length=200)
    size = forms.ChoiceField(
        label=_("Its size"), choices=[("", _("Not said")), *Size.choices], required=False
    )
    language = forms.ChoiceField(
        label=_("The language the leader mostly writes in"),
        choices=[("fr", "Français"), ("en", "English")],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page()
def settings(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show the settings, and keep what is changed about the leader."""
    may = Can.PLAN in access.capabilities(request.user, leader)
    form = About(request.POST or None, initial=_about(leader), prefix="about")
    if request.method == "POST":
        leader = access.leader(request.user, leader.slug, Can.PLAN)
        if form.is_valid():
            _keep_about(leader, form.cleaned_data)
            messages.success(request, _now("Saved."))
            return redirect("settings", leader.slug)
    context = {"leader": leader, "form": form, "may": may}
    if unkept(request.user):
        context["keep"] = Keep(prefix="keep")
    return render(request, "settings/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page()
def keep_desk(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Give the person at this machine what they sign in with from now on."""
    user = request.user
    if not isinstance(user, User) or not unkept(user):
        return redirect("settings", leader.slug)
    form = Keep(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keep(user, form.cleaned_data["email"], form.cleaned_data["password"])
        update_session_auth_hash(request, user)
        messages.success(request, _now("The desk is yours: from now on it asks for this password."))
        return redirect("settings", leader.slug)
    return render(request, "settings/keep.html", {"leader": leader, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page()
def address(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Change the address with which somebody signs in."""
    user = request.user
    if not isinstance(user, User) or unkept(user):
        return redirect("keep", leader.slug)
    form = NewAddress(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_address(user, form.cleaned_data["email"])
        messages.success(request, _now("Saved."))
        return redirect("settings", leader.slug)
    return render(request, "settings/address.html", {"leader": leader, "form": form})


@require_POST
@leader_page()
def leave_demo(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Put the demo leader away; the first page offers it again."""
    if leader.demo:
        leader.members.filter(user=request.user.pk).delete()
        messages.success(request, _now("The demo leader is put away."))
    return redirect("home")


def _about(leader: Leader) -> dict[str, str]:
    organisation = leader.organisation
    return {
        "name": leader.name,
        "title": leader.title,
        "organisation": organisation.name,
        "size": organisation.size,
        "language": leader.language,
    }


def _keep_about(leader: Leader, said: dict[str, str]) -> None:
    leader.name, leader.title, leader.language = said["name"], said["title"], said["language"]
    leader.save(update_fields=["name", "title", "language"])
    leader.organisation.name, leader.organisation.size = said["organisation"], said["size"]
    leader.organisation.save(update_fields=["name", "size"])


leader_pages = [
    path("settings", settings, name="settings"),
    path("settings/keep", keep_desk, name="keep"),
    path("settings/address", address, name="address"),
    path("settings/leave-demo", leave_demo, name="leave-demo"),
]
