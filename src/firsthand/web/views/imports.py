"""Bringing posts in: the file field, what becomes of it while one looks, and the report."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from firsthand.library import tallies, uploads
from firsthand.library.models import Import
from firsthand.people.access import Can
from firsthand.people.models import Leader, User
from firsthand.records.errors import BadInput
from firsthand.web.choices import choices
from firsthand.web.doors import leader_page
from firsthand.web.templatetags.said import said

SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.IMPORT)
def bring_in(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Take the files of an archive, or show where they go."""
    if leader.demo:
        # What somebody really wrote does not belong among what is invented.
        return redirect("bring")
    if request.method == "POST":
        by = request.user if isinstance(request.user, User) else None
        try:
            brought = uploads.keep(leader, request.FILES.getlist("files"), by)
        except BadInput as error:
            messages.error(request, said(error.said))
            return redirect("import", leader.slug)
        return redirect("imported", leader.slug, brought.pk)
    return render(
        request, "imports/bring.html", {"leader": leader, "earlier": leader.imports.all()[:SHOWN]}
    )


@require_safe
@leader_page(Can.IMPORT)
def imported(request: HttpRequest, leader: Leader, number: int) -> HttpResponse:
    """Show how far an import has come and, at its end, what became of every post."""
    brought = leader.imports.filter(pk=number).first()
    if brought is None:
        raise Http404
    context: dict[str, object] = {
        "leader": leader,
        "brought": brought,
        "percent": None if brought.progress is None else round(brought.progress * 100),
        "more_skipped": brought.skipped - len(brought.reasons),
        "failed": brought.state == Import.State.FAILED,
    }
    if brought.finished:
        context |= {"library": choices(leader), "years": tallies.years(leader)}
    if request.headers.get("HX-Target") != "import":
        return render(request, "imports/imported.html", context)
    answer = render(request, "imports/state.html", context)
    if brought.finished:
        # Title and main action change too: show the whole page once more.
        answer["HX-Refresh"] = "true"
    return answer


leader_pages = [
    path("import", bring_in, name="import"),
    path("import/<int:number>", imported, name="imported"),
]
