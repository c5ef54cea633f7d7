"""The people around a leader: who they are, inviting one by a link, changing or ending a role."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.people import access, invitations
from firsthand.people import members as circle
from firsthand.people.access import Can
from firsthand.people.models import Leader, Member, Role, User
from firsthand.records.errors import BadInput
from firsthand.web.doors import leader_page
from firsthand.web.first import unkept
from firsthand.web.templatetags.said import said

MAY = {
    Role.LEADER: _("everything"),
    Role.ADVISER: _("everything, except deleting"),
    Role.PRESS: _("bring posts in, write the strategy and drafts"),
    Role.READER: _("read"),
}


class Invite(forms.Form):
    """Whom a link is for."""

    role = forms.ChoiceField(label=_("What will they be?"), choices=Role.choices)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page()
def members(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show who is around the leader; a new invitation shows its link once."""
    link = ""
    form = Invite(request.POST or None)
    if request.method == "POST":
        leader = access.leader(request.user, leader.slug, Can.INVITE)
        if unkept(request.user):
            return redirect("keep", leader.slug)
        if form.is_valid() and isinstance(request.user, User):
            token = invitations.invite(leader, form.cleaned_data["role"], request.user)
            link = request.build_absolute_uri(reverse("invitation", args=[token]))
    return render(
        request,
        "members/members.html",
        {
            "leader": leader,
            "members": [_shown(member) for member in leader.members.select_related("user")],
            "roles": Role.choices,
            "may_invite": Can.INVITE in access.capabilities(request.user, leader),
            "unkept": unkept(request.user),
            "invitable": [(role, role.label, MAY[role]) for role in Role],
            "form": form,
            "link": link,
        },
    )


@require_POST
@leader_page(Can.INVITE)
def change(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Give a member another role, or end it."""
    member = circle.of(leader, number)
    wanted = request.POST.get("role", "")
    try:
        if "remove" in request.POST:
            circle.remove(member)
            messages.success(request, _now("%(name)s is no longer here.") % {"name": member.user})
        elif wanted in Role.values:
            circle.change_role(member, wanted)
            messages.success(request, _now("Saved."))
    except BadInput as error:
        messages.warning(request, said(error.said))
    return redirect("members", leader.slug)


@require_safe
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show who invites to what; the link itself changes nothing until it is accepted."""
    found = invitations.opened(token)
    request.session[invitations.INVITED] = token
    return render(
        request,
        "members/invitation.html",
        {"invitation": found, "token": token, "may": MAY[Role(found.role)]},
    )


def accept(request: HttpRequest, token: str) -> HttpResponseBase:
    """Make whoever is signed in the member that the invitation meant."""
    if not isinstance(request.user, User):
        return redirect("invitation", token)
    try:
        leader = invitations.accept(token, request.user)
    except BadInput as error:
        messages.warning(request, said(error.said))
        return redirect("home")
    request.session.pop(invitations.INVITED, None)
    return redirect("leader", leader.slug)


def _shown(member: Member) -> dict[str, object]:
    role = Role(member.role)
    return {"member": member, "role": role, "role_name": role.label, "may": MAY[role]}


desk_pages = [
    path("invitation/<str:token>", invitation, name="invitation"),
    path("invitation/<str:token>/accept", require_POST(accept), name="accept-invitation"),
]
leader_pages = [
    path("members", members, name="members"),
    path("members/<int:number>", change, name="member"),
]
