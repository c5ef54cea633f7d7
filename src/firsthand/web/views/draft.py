"""One draft: the editor, the edits it sends, what others propose and say, its revisions."""

from typing import Any

import orjson
from django.contrib import messages
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.coach.authorship.edits import read
from firsthand.coach.authorship.ledger import Behind
from firsthand.desk import drafts, proposing
from firsthand.desk import messages as say
from firsthand.desk.coaching import beside
from firsthand.desk.differences import differences
from firsthand.desk.drafts import Opened
from firsthand.desk.models import Draft
from firsthand.people.access import Can
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.web.doors import leader_page, member
from firsthand.web.marks import groups, spans
from firsthand.web.previews import NAMES, counters, previews
from firsthand.web.templatetags.said import said

MOST_SENT = 2_000_000  # bytes of edits at once


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.WRITE)
def draft(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show a draft in the editor; without scripts, keep the text that was sent whole."""
    if request.method == "POST":
        drafts.rewrite(leader, number, request.POST.get("text", ""), member(request))
        messages.success(request, _("Kept."))
        return redirect("draft", leader.slug, number)
    opened = drafts.find(leader, number)
    context = _shown(leader, opened) | {
        "leader": leader,
        "draft": opened.draft,
        "ledger": opened.ledger,
        "others": [(key, name, key in opened.draft.networks) for key, name in NAMES.items()],
        "proposals": proposing.waiting(opened.draft),
        "comments": opened.draft.comments.all(),
        "record": opened.draft.seals.first(),
    }
    return render(request, "write/draft.html", context)


@require_POST
@leader_page(Can.WRITE)
def edits(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Replay the edits that the editor sends, and tell what the coach sees now."""
    try:
        batch = read(_parsed(request.body))
        opened = drafts.write(leader, number, batch, member(request))
    except Behind as error:
        return JsonResponse({"behind": said(error.said)}, status=409)
    except BadInput as error:
        return JsonResponse({"refused": said(error.said)}, status=400)
    return JsonResponse(_told(leader, opened))


@require_POST
@leader_page(Can.WRITE)
def claim(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Claim what was pasted, or take that back."""
    opened = drafts.find(leader, number)
    whole = (0, len(opened.ledger.text))
    drafts.claim(leader, number, whole, member(request), yes="back" not in request.POST)
    return redirect("draft", leader.slug, number)


@require_POST
@leader_page(Can.WRITE)
def settle(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Choose the networks, or put a draft aside and take it up again."""
    kept = drafts.find(leader, number).draft
    if "aside" in request.POST:
        kept.state = Draft.State.ASIDE
    elif "again" in request.POST:
        kept.state = Draft.State.WRITING
    else:
        kept.networks = [key for key in NAMES if key in request.POST.getlist("network")]
    kept.save()
    if "aside" in request.POST:
        return redirect("write", leader.slug)
    return redirect("draft", leader.slug, number)


@require_safe
@leader_page(Can.WRITE)
def preview(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show a draft as each of its networks will show it."""
    opened = drafts.find(leader, number)
    context = {
        "leader": leader,
        "draft": opened.draft,
        "previews": previews(opened.ledger.text, opened.draft.networks),
    }
    return render(request, "write/preview.html", context)


@require_safe
@leader_page(Can.WRITE)
def revisions(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show the states of a draft, and one of them beside the one before."""
    opened = drafts.find(leader, number)
    kept = list(opened.draft.revisions.all())
    asked = request.GET.get("of", "")
    shown = next((one for one in kept if str(one.number) == asked), kept[0] if kept else None)
    if asked and (shown is None or str(shown.number) != asked):
        raise Http404
    before = next((one for one in kept if shown and one.number < shown.number), None)
    context = {
        "leader": leader,
        "draft": opened.draft,
        "revisions": kept,
        "shown": shown,
        "differences": differences(before.text if before else "", shown.text) if shown else [],
    }
    return render(request, "write/revisions.html", context)


@require_POST
@leader_page(Can.WRITE)
def restore(request: HttpRequest, leader: Leader, number: int, revision: int) -> HttpResponseBase:
    """Go back to a revision: its text and who wrote it, as a new state."""
    drafts.restore(leader, number, revision, member(request))
    messages.success(request, _("The text is back as it was in revision %(n)s.") % {"n": revision})
    return redirect("draft", leader.slug, number)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.WRITE)
def propose(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Propose other words, without touching the draft."""
    opened = drafts.find(leader, number)
    context: dict[str, Any] = {"leader": leader, "draft": opened.draft, "text": opened.ledger.text}
    if request.method == "POST":
        context["text"], why = request.POST.get("text", ""), request.POST.get("why", "")
        try:
            proposing.propose(leader, number, context["text"], why, member(request))
        except BadInput as error:
            context["fault"] = error.said
        else:
            messages.success(request, _("Proposed: the leader decides."))
            return redirect("draft", leader.slug, number)
    return render(request, "write/propose.html", context)


@require_POST
@leader_page(Can.WRITE)
def decide(request: HttpRequest, leader: Leader, number: int, proposal: int) -> HttpResponseBase:
    """Take a proposal or refuse it."""
    try:
        if "take" in request.POST:
            proposing.take(leader, number, proposal, member(request))
        else:
            proposing.refuse(leader, number, proposal, member(request))
    except BadInput as error:
        messages.error(request, said(error.said))
    return redirect("draft", leader.slug, number)


@require_POST
@leader_page(Can.WRITE)
def comment(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Say something beside a draft."""
    proposing.comment(leader, number, request.POST.get("text", ""), member(request))
    return redirect("draft", leader.slug, number)


def _shown(leader: Leader, opened: Opened) -> dict[str, Any]:
    """Give what stands beside the text: the coach's marks, the share, the counters."""
    seen = beside(leader, opened.draft, opened.ledger)
    return {
        "groups": groups(seen.review, opened.ledger.text),
        "spans": spans(seen.review),
        "share": seen.share,
        "known": seen.known,
        "counters": counters(opened.ledger.text, opened.draft.networks),
        "claimable": any(run.origin == "outside" and not run.claimed for run in opened.ledger.runs),
    }


def _told(leader: Leader, opened: Opened) -> dict[str, Any]:
    shown = _shown(leader, opened)
    context = shown | {"leader": leader, "draft": opened.draft}
    return {
        "version": opened.ledger.version,
        "spans": shown["spans"],
        "beside": render_to_string("write/beside.html", context),
        "below": render_to_string("write/below.html", context),
    }


def _parsed(body: bytes) -> object:
    if len(body) > MOST_SENT:
        raise BadInput(say.TOO_MUCH())
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


leader_pages = [
    path("write/<int:number>", draft, name="draft"),
    path("write/<int:number>/edits", edits, name="edits"),
    path("write/<int:number>/claim", claim, name="claim"),
    path("write/<int:number>/settle", settle, name="settle"),
    path("write/<int:number>/preview", preview, name="preview"),
    path("write/<int:number>/revisions", revisions, name="revisions"),
    path("write/<int:number>/revisions/<int:revision>/restore", restore, name="revision-restore"),
    path("write/<int:number>/propose", propose, name="propose"),
    path("write/<int:number>/proposals/<int:proposal>", decide, name="decide"),
    path("write/<int:number>/comment", comment, name="comment"),
]
