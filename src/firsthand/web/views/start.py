"""The leader's first page: where things stand, and the one step that comes next."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from firsthand.people import access
from firsthand.people.models import Leader
from firsthand.web.doors import leader_page
from firsthand.web.steps import steps


@require_safe
@leader_page()
def start(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show the steps, the first one that is not done as the page's main action."""
    found = steps(leader, access.capabilities(request.user, leader))
    following = next((step for step in found if not step.done), None)
    context = {"leader": leader, "steps": found, "following": following}
    return render(request, "start/start.html", context)


leader_pages = [path("", start, name="leader")]
