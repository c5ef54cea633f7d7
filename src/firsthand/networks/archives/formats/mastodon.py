"""Mastodon: the archive of an account; its posts stand in `outbox.json`, its owner in `actor.json`.

The outbox is an ActivityStreams collection: `Create` holds a post of the owner's,
`Announce` names a post that the owner boosted. Private messages, which Mastodon
keeps among the posts, are counted and left out: they were not published. Posts
for followers only were, to some; they are kept, with their visibility.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.formats import Found, Reading
from firsthand.networks.archives.html import to_text
from firsthand.networks.archives.jsonstream import ArrayStream
from firsthand.networks.archives.lenient import Unread
from firsthand.networks.archives.record import Owner, Skipped
from firsthand.networks.archives.source import Entry, Source
from firsthand.networks.archives.textual import Utf8, as_utf8
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import Media, Post, read_time

_ITEMS = re.compile(rb'"orderedItems"\s*:\s*\[')
_OUTBOX = re.compile(rb'"id"\s*:\s*"[^"]*\boutbox(?:\.json)?"')
_PERSON = re.compile(r"https?://([^/]+)/(?:users/|@)([^/@]+)(?:/|\Z)")
_QUOTED_LINK = re.compile(
    r'<(p|span) class="quote-inline">.{0,4000}?</\1>', re.DOTALL | re.IGNORECASE
)  # what the server itself adds, for programs that show no quotes


class _Attachment(msgspec.Struct, rename="camel"):
    url: str | None = None
    media_type: str | None = None
    name: str | None = None


class _Tag(msgspec.Struct):
    type: str | None = None
    href: str | None = None
    name: str | None = None


class _Note(msgspec.Struct, rename="camel"):
    id: str | None = None
    url: str | None = None
    summary: str | None = None
    content: str | None = None
    content_map: dict[str, str | None] | None = None
    published: str | None = None
    in_reply_to: str | None = None
    attributed_to: str | None = None
    to: str | list[str] | None = None
    cc: str | list[str] | None = None
    attachment: list[_Attachment] | None = None
    tag: list[_Tag] | None = None
    quote: str | None = None
    quote_uri: str | None = None
    quote_url: str | None = None
    misskey_quote: str | None = msgspec.field(default=None, name="_misskey_quote")


class _Activity(msgspec.Struct):
    type: str | None = None
    id: str | None = None
    published: str | None = None
    to: str | list[str] | None = None
    cc: str | list[str] | None = None
    object: str | _Note | None = None


class _Actor(msgspec.Struct, rename="camel"):
    id: str | None = None
    preferred_username: str | None = None
    name: str | None = None


class MastodonArchive(Reading):
    """The posts and boosts of a Mastodon archive."""

    format = "mastodon"
    network = "mastodon"

    def read(self, entry: Entry) -> Iterator[Found]:
        """Give the posts of one outbox."""
        author = self.owner.handle if self.owner else ""
        with self.source.open(entry) as reader:
            for number, found in ArrayStream(Utf8(reader), _Activity, _ITEMS):
                made = found.reason if isinstance(found, Unread) else _make(found, author)
                if isinstance(made, Post):
                    yield made
                    continue
                on_purpose = made.message is messages.PRIVATE
                yield Skipped(f"{entry.name} #{number}", made, fault=not on_purpose)


def recognise(source: Source) -> MastodonArchive | None:
    """Find outboxes by what they call themselves, and the owner beside them."""
    found = [e for e in source.readable() if _is_outbox(e, as_utf8(source.head(e)))]
    if not found:
        return None
    actors = (e for e in source.readable() if e.base == "actor.json")
    owners = (_owner(as_utf8(source.head(entry))) for entry in actors)
    return MastodonArchive(source, found, next(filter(None, owners), None))


def _is_outbox(entry: Entry, head: bytes) -> bool:
    named = entry.base == "outbox.json" or _OUTBOX.search(head)
    return bool(named and head.lstrip().startswith(b"{") and _ITEMS.search(head))


def _owner(head: bytes) -> Owner | None:
    try:
        actor = msgspec.json.decode(head, type=_Actor)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not actor.preferred_username:
        return None
    return Owner(_handle(actor.preferred_username, actor.id), actor.name or "")


def _make(activity: _Activity, author: str) -> Post | Said:
    if activity.type == "Announce" and activity.object:
        return _boost(activity, activity.object, author)
    if activity.type != "Create" or not isinstance(activity.object, _Note):
        return messages.NOT_A_RECORD()
    return _post(activity, activity.object, author)


def _post(activity: _Activity, note: _Note, author: str) -> Post | Said:
    id_ = note.id or (activity.id or "").removesuffix("/activity")
    if not id_:
        return messages.NO_ID()
    addressed = note if (note.to, note.cc) != (None, None) else activity
    visibility = _visibility(addressed.to, addressed.cc)
    if visibility == "direct":
        return messages.PRIVATE()
    quote = note.quote or note.quote_uri or note.quote_url or note.misskey_quote or None
    text, links = _words(note, quoting=quote is not None)
    return Post(
        id=id_,
        text=text,
        at=_time(note.published or activity.published),
        author=author or _person(note.attributed_to) or "",
        network="mastodon",
        lang=_lang(note.content_map),
        url=note.url or id_,
        reply_to=note.in_reply_to or None,
        reply_to_author=_answered(note),
        quote_of=quote,
        visibility=visibility,
        links=links,
        media=tuple(_media(item) for item in note.attachment or () if item.url),
    )


def _boost(activity: _Activity, original: str | _Note, author: str) -> Post | Said:
    """Make a repost; the archive names the original, and holds it only if it is the owner's."""
    note = _Note(id=original) if isinstance(original, str) else original
    if not (activity.id and note.id):
        return messages.NO_ID()
    return Post(
        id=activity.id.removesuffix("/activity"),
        text="",
        at=_time(activity.published),
        author=author,
        network="mastodon",
        repost_of=note.id,
        repost_of_author=_person(note.attributed_to) or _person(note.id),
        quoted_text=_words(note, quoting=False)[0] or None,
        visibility=_visibility(activity.to, activity.cc),
    )


def _words(note: _Note, *, quoting: bool) -> tuple[str, tuple[str, ...]]:
    """Give the words, the content warning before them, and the links."""
    html = note.content or next((v for v in (note.content_map or {}).values() if v), "")
    text, links = to_text(_QUOTED_LINK.sub("", html) if quoting else html)
    return "\n\n".join(part for part in ((note.summary or "").strip(), text) if part), links


def _visibility(to: str | list[str] | None, cc: str | list[str] | None) -> str | None:
    """Name who may see a post, as Mastodon does, by those it is sent to."""
    if to is None and cc is None:
        return None
    first, second = ([x] if isinstance(x, str) else x or [] for x in (to, cc))
    if any(map(_is_public, first)):
        return "public"
    if any(map(_is_public, second)):
        return "unlisted"
    followed = any("/followers" in address for address in (*first, *second))
    return "private" if followed else "direct"


def _is_public(address: str) -> bool:
    """Say whether an address stands for everybody; on Akkoma, for everybody on that server."""
    return address.endswith("#Public") or address in {"as:Public", "Public"}


def _answered(note: _Note) -> str | None:
    """Give who is answered: the one mentioned whose address the answered post's begins with."""
    if not note.in_reply_to:
        return None
    for tag in note.tag or ():
        if tag.href and tag.name and note.in_reply_to.startswith(f"{tag.href}/"):
            return _handle(tag.name.removeprefix("@"), tag.href)
    return _person(note.in_reply_to)


def _person(address: str | None) -> str | None:
    """Give the handle that an address tells.

    >>> _person("https://social.example/users/paul/statuses/12")
    'paul@social.example'
    """
    match = _PERSON.match(address or "")
    return f"{match.group(2)}@{match.group(1)}" if match else None


def _handle(name: str, address: str | None) -> str:
    """Give a handle with its server, which Mastodon leaves out for its own people."""
    try:
        host = urlsplit(address or "").netloc
    except ValueError:
        host = ""
    return name if "@" in name or not host else f"{name}@{host}"


def _media(item: _Attachment) -> Media:
    kind = (item.media_type or "image").partition("/")[0]
    return Media((item.url or "").lstrip("/"), kind, item.name)


def _time(value: str | None) -> datetime | None:
    try:
        return read_time(value)
    except BadInput:
        return None


def _lang(content_map: dict[str, str | None] | None) -> str | None:
    """Give the language as ISO 639-1, when the post names one language only."""
    found = {code.partition("-")[0].lower() for code in content_map or ()}
    code = found.pop() if len(found) == 1 else ""
    return code if len(code) == 2 else None
