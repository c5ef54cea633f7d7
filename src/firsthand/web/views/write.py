"""Write: the notebook, the gestures one starts from, and the drafts."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.desk import drafts, notebook, shares
from firsthand.desk.gestures import STARTS, composed, start
from firsthand.desk.models import Draft, Gesture
from firsthand.people.access import Can, capabilities
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.web.doors import leader_page, member
from firsthand.web.previews import NAMES
from firsthand.web.steps import Step
from firsthand.web.templatetags.said import said

SHOWN = 30
LONGEST_FORM = 24 * 3600


@require_safe
@leader_page()
def write(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show the ways to begin, the notebook, and the drafts, the latest first."""
    kept = Draft.objects.filter(leader=leader)
    context = {
        "leader": leader,
        "starts": STARTS,
        "ideas": leader.ideas.filter(draft=None)[:SHOWN],
        "drafts": kept.exclude(state=Draft.State.ASIDE)[:SHOWN],
        "aside": kept.filter(state=Draft.State.ASIDE)[:SHOWN],
        "month": shares.known(leader, shares.of_month(leader)),
        "may": Can.WRITE in capabilities(request.user, leader),
    }
    return render(request, "write/write.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.WRITE)
def begin(request: HttpRequest, leader: Leader, gesture: str) -> HttpResponseBase:
    """Ask the few questions of a gesture, and begin a draft with the answers."""
    if gesture == Gesture.ANSWER:
        return _answer(request, leader)
    asked = start(gesture)
    if gesture != Gesture.BLANK and asked is None:
        raise Http404
    if request.method == "POST":
        text = composed(request.POST.getlist("answer"))
        draft = drafts.begin(
            leader,
            member(request),
            gesture,
            text[:MOST],
            seconds=_open_for(request.POST.get("opened", "")),
            networks=_networks(leader),
        )
        return redirect("draft", leader.slug, draft.pk)
    context = {"leader": leader, "asked": asked, "opened": _now()}
    return render(request, "write/begin.html", context)


def _answer(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Ask for the post that is answered, and begin beside it."""
    if request.method == "POST" and (heard := request.POST.get("text", "").strip()):
        network = request.POST.get("network", "")
        post = {"text": heard[:MOST], "author": request.POST.get("author", "").strip()[:200]}
        post |= {"network": network} if network in NAMES else {}
        draft = drafts.begin(
            leader,
            member(request),
            Gesture.ANSWER,
            answering=post,
            networks=[network] if network in NAMES else _networks(leader),
        )
        return redirect("draft", leader.slug, draft.pk)
    return render(request, "write/answer.html", {"leader": leader, "networks": NAMES})


@require_POST
@leader_page(Can.WRITE)
def jot(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Keep a line in the notebook."""
    try:
        notebook.jot(leader, request.POST.get("idea", ""), member(request))
        messages.success(request, _("Kept in the notebook."))
    except BadInput as error:
        messages.error(request, said(error.said))
    return redirect("write", leader.slug)


@require_POST
@leader_page(Can.WRITE)
def idea(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Make a draft of a line, or cross it out."""
    if "drop" in request.POST:
        notebook.drop(leader, number)
        return redirect("write", leader.slug)
    draft = notebook.draft_of(leader, number, member(request))
    return redirect("draft", leader.slug, draft.pk)


def step(leader: Leader, can: frozenset[Can]) -> Step | None:
    """Tell what is being written."""
    if Can.WRITE not in can:
        return None
    kept = Draft.objects.filter(leader=leader, state=Draft.State.WRITING).count()
    state = (
        ngettext("%(n)s draft is waiting for you.", "%(n)s drafts are waiting for you.", kept)
        % {"n": kept}
        if kept
        else _("Three gestures, a few questions each; or a blank page.")
    )
    return Step(
        40,
        _("Write the first words yourself"),
        state,
        reverse("write", args=[leader.slug]),
        _("Write"),
        Draft.objects.filter(leader=leader).exists(),
    )


MOST = 100_000


def _networks(leader: Leader) -> list[str]:
    """Give the networks on which the leader has accounts."""
    held = set(leader.accounts.values_list("network", flat=True))
    return [network for network in NAMES if network in held] or ["linkedin"]


def _now() -> str:
    return signing.dumps(timezone.now().timestamp(), salt="form opened")


def _open_for(opened: str) -> float:
    """Give for how many seconds a form lay open; none when its time was not given by us."""
    try:
        at: float = signing.loads(opened, salt="form opened", max_age=LONGEST_FORM)
    except signing.BadSignature:
        return 0.0
    return timezone.now().timestamp() - at


leader_pages = [
    path("write", write, name="write"),
    path("write/begin/<str:gesture>", begin, name="begin"),
    path("write/notebook", jot, name="jot"),
    path("write/notebook/<int:number>", idea, name="idea"),
]
