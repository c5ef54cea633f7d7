"""A post: anything published by anybody, one frozen record for all networks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from firsthand.records.errors import BadInput
from firsthand.records.message import Message
from firsthand.records.quick import quickly

NO_TEXT = Message("no text", "pas de texte")
NOT_TEXT = Message("“{name}” is not text", "« {name} » n'est pas du texte")
NOT_COUNT = Message(
    "“{name}” is not a count such as 12", "« {name} » n'est pas un nombre tel que 12"
)
BAD_TIME = Message(
    "“{value}” is not a time with its offset, such as 2026-05-04T09:12:00+02:00",
    "« {value} » n'est pas une heure avec son décalage, comme 2026-05-04T09:12:00+02:00",
)

MOST_COUNTED = 2**63 - 1


class Kind(StrEnum):
    """What a post is in relation to others."""

    POST = "post"
    REPLY = "reply"
    QUOTE = "quote"
    REPOST = "repost"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Media:
    """A reference to a picture, a film or a sound, with its text for those who cannot see it."""

    ref: str
    kind: str = "image"
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody published. `text` holds their own words only, entities unescaped.

    `None` means unknown: a post without `metrics` is not a post that nobody liked.
    """

    text: str
    id: str = ""
    at: datetime | None = None
    author: str = ""
    network: str = ""
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    reply_to: str | None = None
    reply_to_author: str | None = None
    repost_of: str | None = None
    repost_of_author: str | None = None
    quote_of: str | None = None
    quoted_text: str | None = None
    visibility: str | None = None
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    metrics: Mapping[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Say what the post is in relation to others."""
        if self.repost_of is not None or self.repost_of_author is not None:
            return Kind.REPOST
        if self.reply_to is not None or self.reply_to_author is not None:
            return Kind.REPLY
        if self.quote_of is not None:
            return Kind.QUOTE
        return Kind.ARTICLE if self.title else Kind.POST


quick_post = quickly(Post)
"""Gives a post as `Post` does, several times as fast."""

_TEXTS = (
    "id", "author", "network", "lang", "title", "url", "reply_to", "reply_to_author",
    "repost_of", "repost_of_author", "quote_of", "quoted_text", "visibility",
)  # fmt: skip


def from_line(line: Mapping[str, Any]) -> Post:
    """Read a post from one decoded JSON line; only `text` is always needed.

    Raises:
        BadInput: names the field and what it should have been.
    """
    text = line.get("text")
    if text is None and line.get("repost_of") is None and line.get("repost_of_author") is None:
        raise BadInput(NO_TEXT())
    values: dict[str, Any] = {"text": _text(text or "", "text")}
    for name in _TEXTS:
        if line.get(name) is not None:
            values[name] = _text(line[name], name)
    if line.get("at") is not None:
        values["at"] = read_time(line["at"])
    if isinstance(line.get("links"), list):
        values["links"] = tuple(str(link) for link in line["links"])
    if isinstance(line.get("media"), list):
        values["media"] = tuple(_media(item) for item in line["media"] if isinstance(item, dict))
    if isinstance(line.get("metrics"), dict):
        values["metrics"] = {
            str(name): _count(count, f"metrics.{name}")
            for name, count in line["metrics"].items()
            if count is not None
        }
    return Post(**values)


def to_line(post: Post) -> dict[str, Any]:
    """Write a post as the dictionary of one JSON line; what is unknown is left out."""
    line: dict[str, Any] = {"id": post.id, "text": post.text}
    if post.at is not None:
        line["at"] = post.at.isoformat()
    for name in _TEXTS:
        if value := getattr(post, name):
            line[name] = value
    if post.links:
        line["links"] = list(post.links)
    if post.media:
        line["media"] = [{"ref": m.ref, "kind": m.kind, "alt": m.alt} for m in post.media]
    if post.metrics:
        line["metrics"] = dict(post.metrics)
    return line


def read_time(value: object) -> datetime:
    """Read an RFC 3339 time with its offset.

    >>> read_time("2026-05-04T09:12:00Z").isoformat()
    '2026-05-04T09:12:00+00:00'
    """
    if isinstance(value, str):
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            at = None
        if at is not None and at.tzinfo is not None:
            return at
    raise BadInput(BAD_TIME(value=str(value)[:40]))


def _text(value: object, name: str) -> str:
    if isinstance(value, str):
        return value
    if name == "id" and type(value) is int:
        return str(value)
    raise BadInput(NOT_TEXT(name=name))


def _count(value: object, name: str) -> int:
    """Take a whole number that is not negative, and no truth value, which Python takes for one."""
    if type(value) is int and 0 <= value <= MOST_COUNTED:
        return value
    raise BadInput(NOT_COUNT(name=name[:80]))


def _media(item: Mapping[str, Any]) -> Media:
    alt = item.get("alt")
    return Media(
        ref=str(item.get("ref", "")),
        kind=str(item.get("kind", "image")),
        alt=None if alt is None else str(alt),
    )
