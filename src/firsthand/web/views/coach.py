"""The coach's settings: what it looks for, and what the organisation changed in it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firsthand.coach.rules import Rules, names, rules
from firsthand.coach.settings import Action, Change, Settings
from firsthand.desk import tuning
from firsthand.people.access import Can, capabilities
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.records.finding import LEVEL_NAMES, QUALITY_NAMES, Level, Quality
from firsthand.records.message import Message
from firsthand.web.doors import leader_page, member
from firsthand.web.templatetags.said import said

ACTIONS = {Action.MUTE, Action.UNMUTE, Action.LEVEL, Action.ADD_TERM, Action.DROP_TERM}
_MAY_CHANGE = (Level.STOP, Level.WARN, Level.ADVISE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One check as the page shows it."""

    rules: Rules
    level: Level
    muted: Change | None
    terms: list[tuple[str, str]]

    @property
    def level_name(self) -> Message:
        """Give the name of its level."""
        return LEVEL_NAMES[self.level]


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page()
def coach(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show every check by its quality, and take one change."""
    may = Can.PLAN in capabilities(request.user, leader)
    if request.method == "POST" and may:
        return _changed(request, leader)
    now = tuning.settings(leader.organisation)
    context = {
        "leader": leader,
        "may": may,
        "qualities": [(QUALITY_NAMES[quality], _of(quality, now)) for quality in Quality],
        "count": len(names()),
        "levels": [(str(level), LEVEL_NAMES[level]) for level in _MAY_CHANGE],
        "history": [(one, rules(one.check)) for one in reversed(now.history)],
    }
    return render(request, "write/coach.html", context)


def _changed(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    sent = request.POST
    action = sent.get("action", "")
    made = Change(
        action=Action(action) if action in ACTIONS else Action.UNMUTE,
        check=sent.get("check", ""),
        value=sent.get("value", "").strip()[:200],
        lang=sent.get("lang", ""),
        reason=sent.get("reason", "").strip(),
    )
    try:
        tuning.change(leader.organisation, made, member(request))
        messages.success(request, _("Changed, and noted below."))
    except BadInput as error:
        messages.error(request, said(error.said))
    return redirect(reverse("coach", args=[leader.slug]) + "#history")


def _of(quality: Quality, now: Settings) -> list[Shown]:
    return [
        Shown(
            found,
            now.levels.get(name, found.level),
            now.muted.get(name),
            [(lang, t) for (check, lang), held in now.terms.items() if check == name for t in held],
        )
        for name in names()
        if (found := rules(name)).quality is quality
    ]


leader_pages = [path("settings/coach", coach, name="coach")]
