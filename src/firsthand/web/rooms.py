"""The rooms of a desk as links: only those that exist, in the order of the house."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _p

from firsthand.people.access import Can

BAR = 4


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the desk. `name` is its address's name; `short` fits the bar of a phone."""

    name: str
    title: str | Promise
    short: str | Promise
    urgency: int = 0
    can: Can = Can.READ


@dataclass(frozen=True, slots=True)
class Link:
    """A room as a link; `here` when the reader stands in it."""

    name: str
    href: str
    title: str | Promise
    short: str | Promise
    here: bool = False

    @property
    def icon(self) -> str:
        """Give the name of its drawing in icons.svg."""
        return self.name


# The column's order; `urgency` says which four a phone's bar keeps, the lowest first.
ROOMS = (
    Room("today", _("Today"), _("Today"), 0),
    Room("write", _("Write"), _("Write"), 1),
    Room("listen", _("Listen"), _("Listen"), 2),
    Room("calendar", _("Calendar"), _p("bar", "Calendar"), 5),
    Room("standing", _("Standing"), _p("bar", "Standing"), 6),
    Room("take-stock", _("Take stock"), _p("bar", "Stock"), 4),
    Room("strategy", _("Strategy"), _p("bar", "Strategy"), 7),
    Room("library", _("Library"), _p("bar", "Library"), 3),
)
FOOT = (
    Room("import", _("Bring in posts"), _("Bring in posts"), can=Can.IMPORT),
    Room("members", _("People"), _("People")),
    Room("settings", _("Settings"), _("Settings")),
)


def links(rooms: tuple[Room, ...], leader: str, path: str) -> list[Link]:
    """Give the rooms that exist for a leader (a slug), as seen by a reader at a path."""
    found = []
    for room in rooms:
        try:
            href = reverse(room.name, args=[leader])
        except NoReverseMatch:
            continue
        here = path == href or path.startswith(href + "/")
        found.append(Link(room.name, href, room.title, room.short, here))
    return found


def bar(found: list[Link]) -> list[Link]:
    """Give the four most urgent for a phone, Write in the middle once it exists."""
    urgency = {room.name: room.urgency for room in ROOMS}
    kept = sorted(found, key=lambda link: urgency[link.name])[:BAR]
    kept.sort(key=found.index)
    write = next((link for link in kept if link.name == "write"), None)
    if write:
        kept.remove(write)
        kept.insert(2, write)
    return kept
