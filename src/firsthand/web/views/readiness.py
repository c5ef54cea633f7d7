"""Take stock: one question a page, saved as one goes; the answers on one page before the verdict."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.people.access import Can
from firsthand.people.models import Leader, User
from firsthand.plan import archive_reading
from firsthand.plan import readiness as room
from firsthand.plan.archive_reading import Told
from firsthand.records.clock import SystemClock
from firsthand.records.errors import BadInput
from firsthand.standing.readiness.judge import beside, objection
from firsthand.standing.readiness.messages import PARTS
from firsthand.standing.readiness.questions import Question, questionnaire
from firsthand.web import stock
from firsthand.web.doors import leader_page
from firsthand.web.steps import Step
from firsthand.web.templatetags.dates import date
from firsthand.web.templatetags.said import said

CLOCK = SystemClock()
BACK = "stock"


@require_safe
@leader_page()
def take_stock(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show where to begin or to go on, the answers given, the last verdict and those before it."""
    archive = archive_reading.told(leader, CLOCK)
    if request.headers.get("HX-Target") == "archive-reading":
        return _how_far(request, leader, archive)
    answers = room.given(leader)
    lang = get_language() or "en"
    kept = [(one, stock.in_words(one.verdict["title"], lang)) for one in room.assessments(leader)]
    last = kept[0][0] if kept else None
    context = {
        "leader": leader,
        "archive": archive,
        "answered": len(answers),
        "asked": len(questionnaire()),
        "left": stock.minutes(len(questionnaire()) - len(answers)),
        "next": stock.first_open(answers),
        "first": stock.first_open({}),
        "parts": stock.parts(answers) if answers else [],
        "kept": kept,
        "sentence": stock.in_words(last.verdict["sentence"], lang) if last else "",
        "judged": last is not None and last.answers == answers,
    }
    return render(request, "readiness/stock.html", context)


def _how_far(request: HttpRequest, leader: Leader, archive: Told) -> HttpResponseBase:
    answer = render(
        request, "readiness/reading.html", {"leader": leader, "archive": archive, "alone": True}
    )
    if not archive.reading:
        answer["HX-Refresh"] = "true"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.ASSESS)
def question(request: HttpRequest, leader: Leader, key: str) -> HttpResponseBase:
    """Ask one question; an answer is saved at once and leads to the next question."""
    if key not in questionnaire():
        raise Http404
    asked = questionnaire()[key]
    given = room.given(leader)
    proposed = {} if key in given else room.proposed(leader)
    form = _form(asked, request.POST or None, given.get(key) or proposed.get(key))
    place = stock.place(key)
    back = request.GET.get("then") == BACK
    if request.method == "POST" and _saved(request, leader, key, form):
        if place.after and not back:
            return redirect("question", leader.slug, place.after)
        return redirect("take-stock", leader.slug)
    archive = archive_reading.told(leader, CLOCK)
    context = {
        "leader": leader,
        "question": asked,
        "part": PARTS[asked.part],
        "form": form,
        "place": place,
        "answered": key in given,
        "proposed": key in proposed,
        "back": back,
        "archive": archive,
        "beside": stock.with_posts(leader, beside(key, given, archive.evidence)),
        "against": objection(key, given, archive.evidence),
    }
    return render(request, "readiness/question.html", context)


def _form(question: Question, data: QueryDict | None, chosen: str | None) -> forms.Form:
    """Give the form of one question; it is headed by the page's title, which is the question."""
    form = forms.Form(data, initial={"answer": chosen})
    form.fields["answer"] = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(one.id, said(one.text)) for one in question.answers],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer, or leave the question open.")},
    )
    return form


def _saved(request: HttpRequest, leader: Leader, key: str, form: forms.Form) -> bool:
    """Save what was sent; False when there is something to mend in it."""
    if "skip" in request.POST:
        room.answer(leader, key, None)
        return True
    if form.is_valid():
        room.answer(leader, key, form.cleaned_data["answer"])
        return True
    return False


@require_POST
@leader_page(Can.ASSESS)
def judge(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Judge by what is answered, keep the verdict and show it."""
    by = request.user if isinstance(request.user, User) else None
    try:
        kept = room.take_stock(leader, CLOCK, by)
    except BadInput as error:
        messages.warning(request, said(error.said))
        return redirect("take-stock", leader.slug)
    if archive_reading.told(leader, CLOCK).reading:
        messages.info(
            request,
            _("The posts were still being read: take stock again in a minute to have them count."),
        )
    return redirect("verdict", leader.slug, kept.pk)


def step(leader: Leader, can: frozenset[Can]) -> Step | None:
    """Tell whether stock was taken, and what came of it."""
    last = room.assessments(leader).first()
    if last is None and Can.ASSESS not in can:
        return None
    title, href = _("Take stock"), reverse("take-stock", args=[leader.slug])
    if last is None:
        return _begin(leader, title, href)
    state = _("%(verdict)s (%(day)s)") % {
        "verdict": stock.in_words(last.verdict["title"], get_language() or "en"),
        "day": date(localtime(last.at), "DATE_FORMAT"),
    }
    return Step(20, title, state, href, _("Read it again"), done=True)


def _begin(leader: Leader, title: str, href: str) -> Step:
    answers, asked = room.given(leader), len(questionnaire())
    if not answers:
        state = _("Let us take stock of your situation: should you be there at all?")
        return Step(20, title, state, href, _("Let us take stock"), done=False)
    state = _("%(n)s of %(of)s questions answered, %(left)s.") % {
        "n": len(answers),
        "of": asked,
        "left": stock.minutes(asked - len(answers)),
    }
    return Step(20, title, state, href, _("Go on taking stock"), done=False)


leader_pages = [
    path("take-stock", take_stock, name="take-stock"),
    path("take-stock/question/<slug:key>", question, name="question"),
    path("take-stock/judge", judge, name="judge"),
]
