"""The library: search first, a post as it looked, the years at a glance, everything to take away."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import path, register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.formats import number_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from firsthand.library import tallies
from firsthand.library.exporting import as_lines, as_table
from firsthand.library.models import StoredPost
from firsthand.library.query import Question
from firsthand.library.search import search
from firsthand.people.access import Can
from firsthand.people.models import Leader
from firsthand.web import looking
from firsthand.web.choices import calendar, choices
from firsthand.web.doors import leader_page
from firsthand.web.heat import year_of
from firsthand.web.steps import Step

EVERYTHING = Question()
FORMS = {
    "jsonl": (as_lines, "application/jsonl; charset=utf-8"),
    "csv": (as_table, "text/csv; charset=utf-8"),
}
TEMPLATES = {"more": "library/hits.html", "found": "library/found.html"}


@require_safe
@leader_page()
def library(request: HttpRequest, leader: Leader) -> HttpResponse:
    """Show what was found, newest first; htmx asks for a part of it by the name of its place."""
    asked = looking.read(request.GET)
    found = search(leader, asked.question)
    context = {
        "leader": leader,
        "asked": asked,
        "page": found,
        "next": asked.address(after=found.after) if found.after is not None else "",
    }
    part = TEMPLATES.get(request.headers.get("HX-Target", ""))
    if part is None:
        context["choices"] = choices(leader)
        context["years"] = tallies.years(leader)
    answer = render(request, part or "library/library.html", context)
    if part == TEMPLATES["found"]:
        # The address that stays in the browser says only what was asked.
        answer["HX-Push-Url"] = request.path + asked.address()
    return answer


@require_safe
@leader_page()
def post(request: HttpRequest, leader: Leader, key: str) -> HttpResponse:
    """Show a post as it looked."""
    stored = leader.posts.filter(key=key).first()
    if stored is None:
        raise Http404
    context = {
        "leader": leader,
        "stored": stored,
        "post": stored.post,
        "answered": _of_leader(leader, stored.network, stored.post.reply_to),
        "quoted": _of_leader(leader, stored.network, stored.post.quote_of),
        "original": _safe_address(stored.post.url),
    }
    return render(request, "library/post.html", context)


@require_safe
@leader_page()
def years(request: HttpRequest, leader: Leader) -> HttpResponse:
    """Show every year as a calendar, the latest first."""
    today = localdate()
    drawn = [
        year_of(year, days, max(today, *days)) for year, days in reversed(calendar(leader).items())
    ]
    dated = sum(year.posts for year in drawn)
    context = {
        "leader": leader,
        "library": reverse("library", args=[leader.slug]),
        "years": drawn,
        "busiest": max(drawn, key=lambda year: year.posts, default=None),
        "undated": tallies.total(leader, EVERYTHING) - dated,
    }
    return render(request, "library/years.html", context)


@require_safe
@leader_page(Can.EXPORT)
def export(request: HttpRequest, leader: Leader, form: str) -> StreamingHttpResponse:
    """Give every post to take away, in a stream: `jsonl` or `csv`."""
    write, kind = FORMS[form]
    answer = StreamingHttpResponse(write(leader), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{leader.slug}-posts.{form}"'
    return answer


def step(leader: Leader, can: frozenset[Can]) -> Step:
    """Tell how far the leader's posts have come in: the first step of all."""
    total = tallies.total(leader, EVERYTHING)
    title = _("The posts written so far")
    if not total and Can.IMPORT in can:
        state = _("The desk has read nothing yet: bring the posts written so far.")
        return Step(
            1, title, state, reverse("import", args=[leader.slug]), _("Bring posts"), done=False
        )
    span = tallies.years(leader)
    state = ngettext("%(n)s post in the library", "%(n)s posts in the library", total) % {
        "n": number_format(total)
    }
    if span:
        state = _("%(posts)s, from %(first)s to %(last)s.") % {
            "posts": state,
            "first": span[0],
            "last": span[-1],
        }
    href = reverse("library", args=[leader.slug])
    return Step(1, title, state, href, _("Search them"), done=bool(total))


def _safe_address(url: str | None) -> str:
    """Give an address that a browser may open; archives are not to be trusted with others."""
    return url if url is not None and url.startswith(("https://", "http://")) else ""


def _of_leader(leader: Leader, network: str, number: str | None) -> StoredPost | None:
    """Give the leader's own post that another one answers or quotes, if the library has it."""
    if number is None:
        return None
    return leader.posts.filter(key=f"{network}:{number}").first()


class FormConverter(StringConverter):
    """The forms in which the posts can be taken away."""

    regex = "|".join(FORMS)


register_converter(FormConverter, "form")
leader_pages = [
    path("library", library, name="library"),
    path("library/years", years, name="years"),
    path("library/export.<form:form>", export, name="export"),
    path("library/post/<path:key>", post, name="post"),
]
