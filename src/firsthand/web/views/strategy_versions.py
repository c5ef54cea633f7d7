"""The versions of a strategy: what changed in each, going back, its file, and its harmony."""

from collections.abc import Iterator
from itertools import zip_longest

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firsthand.people import access
from firsthand.people.access import Can
from firsthand.people.models import Leader, User
from firsthand.plan import strategy as room
from firsthand.plan.harmony import harmony as compare
from firsthand.plan.models import StrategyVersion
from firsthand.plan.strategy_changes import changes
from firsthand.records.strategy import Company, Strategy
from firsthand.records.strategy_file import MAX_CHARACTERS, BadStrategy, FileFault, read, write
from firsthand.web.doors import leader_page
from firsthand.web.strategy_parts import COMPANY, parts

POSTS_READ = 1_000
"""Harmony looks at the latest so many posts."""
TOLD = 12
"""Of the latest so many versions the list says what changed."""
_BYTES = 4  # the most that one character takes


class Brought(forms.Form):
    """A strategy as a file, or pasted."""

    file = forms.FileField(label=_("A TOML file"), required=False)
    text = forms.CharField(
        label=_("Or its text"), required=False, widget=forms.Textarea(attrs={"rows": 12})
    )

    def toml(self) -> str:
        """Give what was brought; bytes that are no text are seen by the reader of TOML."""
        file = self.cleaned_data["file"]
        if file is None:
            return str(self.cleaned_data["text"])
        return str(file.read(MAX_CHARACTERS * _BYTES + 1).decode("utf-8", "replace"))


@require_safe
@leader_page()
def versions(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Show all versions, the latest first."""
    kept = list(room.versions(leader))
    context = {"leader": leader, "versions": [*zip_longest(kept, _touched(leader, kept))]}
    return render(request, "strategy/versions.html", context)


def _touched(leader: Leader, kept: list[StrategyVersion]) -> Iterator[str]:
    """Say which parts each of the latest versions changed in the one before it."""
    lang = get_language() or "en"
    for after, before in zip_longest(kept[:TOLD], kept[1 : TOLD + 1]):
        was = room.content(before) if before else Strategy(leader=leader.name)
        titles = [each.title(lang) for each in changes(was, room.content(after))]
        yield ", ".join(dict.fromkeys(titles))


@require_safe
@leader_page()
def version(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Show what one version changed in the one before it."""
    kept = room.version(leader, number)
    latest = room.latest(leader)
    lang = get_language() or "en"
    before = Strategy(leader=leader.name)
    if number > 1:
        before = room.content(room.version(leader, number - 1))
    context = {
        "leader": leader,
        "kept": kept,
        "lines": [each.line(lang) for each in changes(before, room.content(kept))],
        "older": latest is not None and latest.number > number,
        "may": Can.PLAN in access.capabilities(request.user, leader),
    }
    return render(request, "strategy/version.html", context)


@require_POST
@leader_page(Can.PLAN)
def restore(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Keep the content of an older version as a new one."""
    _told(request, room.restore(leader, number, _who(request), get_language() or "en"))
    return redirect("strategy", leader.slug)


@require_safe
@leader_page()
def as_file(request: HttpRequest, leader: Leader, number: int) -> HttpResponseBase:
    """Give a version as a TOML file that a person can edit."""
    toml = write(room.content(room.version(leader, number)))
    name = f"{leader.slug}-strategy-{number}.toml"
    answer = HttpResponse(toml, content_type="application/toml; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@leader_page(Can.PLAN)
def bring(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Keep a strategy brought as TOML; one that does not read is told by line and reason."""
    form = Brought(request.POST or None, request.FILES or None)
    faults: tuple[FileFault, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            brought = read(form.toml())
        except BadStrategy as error:
            faults = error.faults
        else:
            _told(request, room.save(leader, brought, _who(request)))
            return redirect("strategy", leader.slug)
    context = {"leader": leader, "form": form, "faults": faults}
    return render(request, "strategy/bring.html", context)


@require_safe
@leader_page()
def harmony(request: HttpRequest, leader: Leader) -> HttpResponseBase:
    """Set the leader's strategy beside their company's plan, and what was really posted."""
    now = room.current(leader)
    found = None
    if now.company != Company():
        posts = [stored.post for stored in leader.posts.all()[:POSTS_READ]]
        found = compare(now, now.company, timezone.localdate(), posts)
    context = {
        "leader": leader,
        "found": found,
        "company": parts(now, ("company", *(f"company.{key}" for key in COMPANY))),
        "may": Can.PLAN in access.capabilities(request.user, leader),
    }
    return render(request, "strategy/harmony.html", context)


def _who(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _told(request: HttpRequest, kept: StrategyVersion) -> None:
    messages.success(request, _now("Version %(number)s is kept.") % {"number": kept.number})


leader_pages = [
    path("strategy/versions", versions, name="strategy-versions"),
    path("strategy/versions/<int:number>", version, name="strategy-version"),
    path("strategy/versions/<int:number>/restore", restore, name="strategy-restore"),
    path("strategy/versions/<int:number>/strategy.toml", as_file, name="strategy-file"),
    path("strategy/bring", bring, name="strategy-bring"),
    path("strategy/harmony", harmony, name="strategy-harmony"),
]
