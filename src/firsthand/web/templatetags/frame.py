"""What the frame of every page needs: rooms, other leaders, the title said twice."""

from dataclasses import dataclass, field

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

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
        keep=_keep(request, leader),
    )


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> SafeString:
    """Give what a page puts in a block, once more or in another place; empty when nothing."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    # What a template wrote is escaped already, where it needed to be.
    return mark_safe(block.render(context).strip() if block else "")  # noqa: S308


def _keep(request: HttpRequest, leader: Leader) -> str:
    """Give where the desk is kept, for somebody with own posts here and no password yet."""
    address = reverse("keep", args=[leader.slug])
    if leader.demo or request.path == address or not unkept(request.user):
        return ""
    return address
