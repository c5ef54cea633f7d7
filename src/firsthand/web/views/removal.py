"""Emptying a leader's library: rare, final, and therefore on a page of its own."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _now
from django.views.decorators.http import require_http_methods

from firsthand.desk import voices
from firsthand.library import tallies
from firsthand.library.query import Question
from firsthand.library.removal import empty
from firsthand.people.access import Can
from firsthand.people.models import Leader
from firsthand.web.doors import leader_page


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.DELETE)
def empty_library(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Say what would go, and let it go when the leader's name is typed."""
    wrong = False
    if request.method == "POST":
        wrong = request.POST.get("name", "").strip().casefold() != leader.name.casefold()
        if not wrong:
            empty(leader)
            voices.forget(leader)
            messages.success(request, _now("The library is empty."))
            return redirect("library", leader.slug)
    context = {"leader": leader, "total": tallies.total(leader, Question()), "wrong": wrong}
    return render(request, "library/empty.html", context)


leader_pages = [path("library/empty", empty_library, name="empty-library")]
