"""What people call networks, sorts of posts and languages."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from firsthand.records.post import Kind

register = template.Library()

NETWORKS: dict[str, str | Promise] = {
    "x": "X",
    "linkedin": "LinkedIn",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "wordpress": "WordPress",
    "blog": _("Blog"),
}
KINDS: dict[str, str | Promise] = {
    Kind.POST: _("Post"),
    Kind.REPLY: _("Reply"),
    Kind.QUOTE: _("Quote"),
    Kind.REPOST: _("Repost"),
    Kind.ARTICLE: _("Article"),
}
METRICS: dict[str, str | Promise] = {
    "likes": _("likes"),
    "reposts": _("reposts"),
    "replies": _("replies"),
    "quotes": _("quotes"),
    "views": _("views"),
    "impressions": _("impressions"),
    "bookmarks": _("bookmarks"),
}
FORMATS: dict[str, str | Promise] = {
    "json-lines": "JSON Lines",
    "feed": _("RSS or Atom feed"),
    "json-feed": "JSON Feed",
}
AUDIENCES: dict[str, str | Promise] = {
    "public": _("everybody"),
    "member_network": _("all members of the network"),
    "connections": _("direct contacts"),
    "unlisted": _("whoever has the address"),
    "private": _("followers only"),
    "direct": _("those it names"),
    "password": _("whoever has the password"),
}


@register.filter
def archive_format(names: str) -> str:
    """Name the formats that an archive turned out to hold."""
    return ", ".join(
        str(FORMATS.get(name) or NETWORKS.get(name) or name) for name in names.split(", ")
    )


@register.filter
def network(name: str) -> str:
    """Name a network as it names itself."""
    return str(NETWORKS.get(name) or name or _("elsewhere"))


@register.filter
def kind(name: str) -> str:
    """Name a sort of post."""
    return str(KINDS.get(name, name))


@register.filter
def audience(visibility: str) -> str:
    """Say who may see a post."""
    return str(AUDIENCES.get(visibility, visibility))


@register.filter
def metric(name: str) -> str:
    """Name what is counted on a post."""
    return str(METRICS.get(name, name))


@register.filter
def language(code: str | None) -> str:
    """Name a language in the reader's own."""
    if not code:
        return str(_("language unknown"))
    try:
        return str(get_language_info(code)["name_translated"]).lower()
    except KeyError:
        return code
