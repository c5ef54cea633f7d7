"""Verdicts as they were given: read, printed, taken away, two of them compared."""

from datetime import date

from django.http import HttpRequest, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from firsthand.library.models import Import
from firsthand.people.models import Leader
from firsthand.plan import readiness as room
from firsthand.plan import strategy
from firsthand.plan.models import Assessment
from firsthand.standing.readiness.compare import compare
from firsthand.web import stock
from firsthand.web.doors import leader_page

REASONS = 5
"""Of what was skipped, the first few reasons go into a file."""


@require_safe
@leader_page()
def verdict(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show a verdict as it was given."""
    kept = room.assessment(leader, number)
    told = stock.told(kept, get_language() or "en")
    missing = [one for one in told["missing"] if one["question"]]
    context = {
        "leader": leader,
        "kept": kept,
        "verdict": told,
        "against": [one for one in told["reasons_against"] if not one["stop"]],
        "again": date.fromisoformat(told["again"]),
        "groups": stock.groups(told),
        "evidence": {
            one["measure"]: one for factor in told["factors"] for one in factor["evidence"]
        },
        "open": missing[0]["question"] if missing else "",
        "later": room.assessments(leader).first() != kept,
        "before": room.assessments(leader).filter(at__lt=kept.at).first(),
        "planned": strategy.latest(leader) is not None,
    }
    return render(request, "readiness/verdict.html", context)


@require_safe
@leader_page()
def verdict_file(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Give a verdict to take away, as `firsthand assess --json` gives it, and whose it is."""
    kept = room.assessment(leader, number)
    content = {
        "leader": leader.name,
        "organisation": leader.organisation.name,
        "by": kept.by_name or None,
        "answers": kept.answers,
        **kept.verdict,
        "skipped": _skipped(leader, kept),
    }
    answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = (
        f'attachment; filename="{leader.slug}-{kept.at:%Y-%m-%d}-verdict.json"'
    )
    return answer


def _skipped(leader: Leader, kept: Assessment) -> dict[str, object]:
    brought = Import.objects.filter(leader=leader, ended__lte=kept.at)
    lang = get_language() or "en"
    reasons = [
        f"{one['place']}: {one['fr' if lang.startswith('fr') else 'en']}"
        for each in brought
        for one in each.reasons
    ]
    return {"n": sum(each.skipped for each in brought), "reasons": reasons[:REASONS]}


@require_safe
@leader_page()
def compared(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Set two verdicts side by side: the two asked for, or the latest two."""
    kept = list(room.assessments(leader))
    earlier, later = _two(kept, request.GET)
    context: dict[str, object] = {"leader": leader, "kept": kept}
    if earlier is not None and later is not None:
        found = compare(earlier.verdict, later.verdict)
        lang = get_language() or "en"
        context |= {
            "earlier": earlier,
            "later": later,
            "verdict": found.verdict and stock.moved(found.verdict, lang),
            "titles": [stock.in_words(each.verdict["title"], lang) for each in (earlier, later)],
            "ways": stock.ways(found, lang),
            "answers": [stock.moved(one, lang) for one in found.answers],
            "evidence": [stock.moved(one, lang) for one in found.evidence],
            "other_weights": found.other_weights,
        }
    return render(request, "readiness/compared.html", context)


def _two(kept: list[Assessment], query: QueryDict) -> tuple[Assessment | None, Assessment | None]:
    """Give the earlier and the later of two verdicts; None where there are not two."""
    asked = [query.get("earlier", ""), query.get("later", "")]
    found = [one for one in kept if str(one.pk) in asked]
    if len(found) != 2:
        found = kept[:2]
    if len(found) < 2:
        return None, None
    return found[1], found[0]


leader_pages = [
    path("take-stock/compare", compared, name="verdicts-compared"),
    path("take-stock/verdict/<int:number>", verdict, name="verdict"),
    path("take-stock/verdict/<int:number>.json", verdict_file, name="verdict-file"),
]
