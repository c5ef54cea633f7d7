"""What the frame of every page needs: rooms, other leaders, the title said twice."""

from dataclasses import dataclass, field

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse

from firsthand.people.access import Can, capabilities, leaders
from firsthand.people.models import Leader
from firsthand.web.first import unkept
from firsthand.web.rooms import FOOT, ROOMS, Link, bar, links

register = template.Library()


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around one page."""

    rooms: list[Link] = field(default_factory=list)
    bar: list[Link] = field(default_factory=list)
    rest: list[Link] = field(default_factory=list)
    foot: list[Link] = field(default_factory=list)
    others: list[Leader] = field(default_factory=list)
    can: frozenset[Can] = frozenset()
    fictional: bool = False
    keep: str = ""


@register.simple_tag(takes_context=True)
def frame(context: Context) -> Frame:
    """Give the frame for the page's leader, or an empty one on a page about none."""
    leader = context.get("leader")
    request = context.get("request")
    if not isinstance(leader, Leader) or not isinstance(request, HttpRequest):
        return Frame()
    rooms = links(ROOMS, leader.slug, request.path)
    short = bar(rooms)
    can = capabilities(request.user, leader)
    return Frame(
        rooms=rooms,
        bar=short,
        rest=[link for link in rooms if link not in short],
        foot=links(tuple(room for room in FOOT if room.can in can), leader.slug, request.path),
        others=[other for other in leaders(request.user) if other != leader],
        can=can,
        fictional=leader.demo,
        keep=reverse("settings", args=[leader.slug]) + "#keep" if unkept(request.user) else "",
    )


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> str:
    """Write a block of the page once more, in another place: a title is said in one place."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    written: str = block.render(context)
    return written
