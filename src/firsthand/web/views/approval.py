"""Approving a draft, and the sealed record of who wrote it."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from firsthand.coach.authorship.codec import runs_in
from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.share import share
from firsthand.desk import drafts, sealing
from firsthand.desk.coaching import reviewed
from firsthand.people.access import Can
from firsthand.people.models import Leader
from firsthand.records.errors import BadInput
from firsthand.web.doors import leader_page, member
from firsthand.web.written import written_by


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.WRITE)
def approve(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show a draft to be approved, with what needs an explicit yes; then seal it."""
    opened = drafts.find(leader, number)
    review = reviewed(leader, opened.draft, opened.ledger)
    context = {
        "leader": leader,
        "draft": opened.draft,
        "version": opened.ledger.version,
        "written": written_by(opened.ledger.piece, drafts.leaders_of(leader)),
        "stops": review.stops,
    }
    if request.method == "POST":
        seen = request.POST.get("version", "")
        try:
            record = sealing.approve(
                leader,
                number,
                int(seen) if seen.isdecimal() and len(seen) < 10 else -1,
                member(request),
                review,
                request.POST.getlist("yes"),
            )
        except BadInput as error:
            context["fault"] = error.said
        else:
            return redirect("record", leader.slug, record.number)
    return render(request, "write/approve.html", context)


@require_safe
@leader_page()
def record(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show a sealed record: the text, who wrote what, the chain."""
    kept = sealing.find(leader, number)
    values = sealing.values(kept)
    piece = Piece(values["text"], runs_in(values["runs"]))
    broken = sealing.broken(leader)
    context = {
        "leader": leader,
        "kept": kept,
        "values": values,
        "written": written_by(piece, values["leaders"]),
        "share": share([piece], values["leaders"]),
        "sound": broken is None or broken > number,
    }
    return render(request, "write/record.html", context)


@require_safe
@leader_page(Can.EXPORT)
def record_file(request: HttpRequest, leader: Leader, number: int) -> HttpResponse:
    """Give a sealed record to take away: signed JSON."""
    kept = sealing.find(leader, number)
    answer = HttpResponse(sealing.export(kept), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{leader.slug}-{number}.json"'
    return answer


leader_pages = [
    path("write/<int:number>/approve", approve, name="approve"),
    path("write/records/<int:number>", record, name="record"),
    path("write/records/<int:number>/file", record_file, name="record-file"),
]
