"""The strategy as a note, and each part of it as a form, or as one question after another."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firsthand.people import access
from firsthand.people.access import Can
from firsthand.people.models import Leader, User
from firsthand.plan import strategy as room
from firsthand.plan import strategy_messages as say
from firsthand.plan.archive_reading import proposals
from firsthand.plan.models import StrategyVersion
from firsthand.plan.strategy_form import Form, applied, fields, form_of, sent_form
from firsthand.records.strategy import Strategy
from firsthand.web.doors import leader_page
from firsthand.web.steps import Step
from firsthand.web.strategy_parts import QUESTIONS, part, parts, take

PROPOSED = frozenset({"topics", "communities", "cadence"})
_BIGGEST = 9  # digits of a version's number


@require_safe
@leader_page()
def strategy(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show the strategy as a note one could hand to the board."""
    latest = room.latest(leader)
    shown = parts(room.current(leader))
    empty = {each.key for each in shown if not each.entries}
    context = {
        "leader": leader,
        "latest": latest,
        "parts": shown,
        "may": Can.PLAN in access.capabilities(request.user, leader),
        "next": next((key for key in QUESTIONS if key in empty), ""),
    }
    return render(request, "strategy/strategy.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.PLAN)
def edit(request: HttpRequest, leader: Leader, key: str) -> HttpResponseBase:
    """Edit one part, then come back to where it is read."""
    return _worked(request, leader, key, asked=False)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.PLAN)
def ask(request: HttpRequest, leader: Leader, key: str) -> HttpResponseBase:
    """Ask one question, then the next."""
    return _worked(request, leader, key, asked=key in QUESTIONS)


def _worked(request: HttpRequest, leader: Leader, key: str, *, asked: bool) -> HttpResponseBase:
    """Do what was asked with a form: change its rows, or keep it as a new version."""
    now = room.current(leader)
    about = part(now, key)
    latest = room.latest(leader)
    base = latest.number if latest else 0
    after = _following(leader, key) if asked else _reading(leader, key)
    form = form_of(now, key)
    if request.method == "POST":
        form = sent_form(request.POST, key)
        seen = _seen(request.POST.get("base", ""), base)
        if _changed_rows(request, leader, form):
            base = seen
        elif kept := _kept(request, leader, now, form, seen):
            messages.success(request, _("Version %(number)s is kept.") % {"number": kept.number})
            return redirect(after)
    place = QUESTIONS.index(key) if asked else 0
    context = {
        "leader": leader,
        "form": form,
        "part": about,
        "rows": [(row, fields(form, row, now)) for row in form.rows],
        "aside": [(row, fields(form, row, now)) for row in form.aside],
        "base": base,
        "asked": asked,
        "place": place + 1,
        "of": len(QUESTIONS),
        "after": after,
        "found": proposals(leader) if key in PROPOSED else None,
    }
    return render(request, "strategy/edit.html", context)


def _seen(sent: str, latest: int) -> int:
    """Give the version that somebody had before their eyes, never one that is not there."""
    return min(int(sent), latest) if sent.isdecimal() and len(sent) <= _BIGGEST else latest


def _kept(
    request: HttpRequest, leader: Leader, now: Strategy, form: Form, seen: int
) -> StrategyVersion | None:
    """Keep a form as a new version, unless something in it is wrong or changed meanwhile."""
    if meanwhile := room.changed_since(leader, seen, form.section):
        who = meanwhile.author_name or say.SOMEBODY
        form.faults.append(say.CHANGED_MEANWHILE(who=who, number=meanwhile.number))
        return None
    changed = applied(now, form)
    if changed is None:
        return None
    return room.save(leader, changed, request.user if isinstance(request.user, User) else None)


def _changed_rows(request: HttpRequest, leader: Leader, form: Form) -> bool:
    sent = request.POST
    if "add" in sent:
        form.add()
    elif sent.get("remove"):
        form.put_aside(sent["remove"])
    elif sent.get("undo"):
        form.put_back(sent["undo"])
    elif sent.get("take"):
        take(form, proposals(leader), sent["take"])
    else:
        return False
    return True


def _following(leader: Leader, key: str) -> str:
    place = QUESTIONS.index(key) + 1
    if place < len(QUESTIONS):
        return reverse("strategy-ask", args=[leader.slug, QUESTIONS[place]])
    return reverse("strategy", args=[leader.slug])


def _reading(leader: Leader, key: str) -> str:
    if key.startswith("company"):
        return reverse("strategy-harmony", args=[leader.slug])
    return reverse("strategy", args=[leader.slug]) + f"#part-{key}"


def step(leader: Leader, can: frozenset[Can]) -> Step:
    """Tell how far the strategy is."""
    latest = room.latest(leader)
    if latest:
        state = _("Version %(number)s is kept.") % {"number": latest.number}
        action, href = _("Read it again"), reverse("strategy", args=[leader.slug])
    else:
        state = _("What for, for whom, on what: fourteen short questions.")
        action, href = _("Write it down"), reverse("strategy-ask", args=[leader.slug, QUESTIONS[0]])
        if Can.PLAN not in can:
            action, href = _("Have a look"), reverse("strategy", args=[leader.slug])
    return Step(30, _("Write down a strategy"), state, href, action, bool(latest))


leader_pages = [
    path("strategy", strategy, name="strategy"),
    path("strategy/ask/<str:key>", ask, name="strategy-ask"),
    path("strategy/edit/<str:key>", edit, name="strategy-edit"),
]
