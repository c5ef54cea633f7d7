"""From Bluesky's records of posts and reposts to ours."""

from datetime import datetime

import libipld
import msgspec

from firsthand.networks.archives import messages
from firsthand.networks.archives.lenient import Unread, fitted
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import NO_TEXT, Media, Post, read_time

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
_LINK = "app.bsky.richtext.facet#link"


class Blob(msgspec.Struct):
    """A file kept apart; older records name it in `cid`."""

    ref: bytes | None = None
    cid: str | None = None


class Picture(msgspec.Struct):
    """A picture and its text for those who cannot see it."""

    image: Blob | None = None
    alt: str | None = None


class External(msgspec.Struct):
    """A link shown as a card."""

    uri: str | None = None


class Reference(msgspec.Struct):
    """A record pointed at, directly or within an embed of its own."""

    uri: str | None = None
    record: "Reference | None" = None


class Embed(msgspec.Struct):
    """What goes with a text; `media` when a record goes with it too."""

    images: list[Picture] | None = None
    items: list[Picture] | None = None
    video: Blob | None = None
    alt: str | None = None
    external: External | None = None
    record: Reference | None = None
    media: "Embed | None" = None


class Feature(msgspec.Struct, rename={"type": "$type"}):
    """What a part of the text is: a link, a mention or a hashtag."""

    type: str | None = None
    uri: str | None = None


class Facet(msgspec.Struct):
    """A part of the text."""

    features: list[Feature] | None = None


class Reply(msgspec.Struct):
    """What is answered."""

    parent: Reference | None = None


class PostRecord(msgspec.Struct, rename={"created_at": "createdAt"}):
    """`app.bsky.feed.post`."""

    text: str | None = None
    created_at: str | None = None
    langs: list[str] | None = None
    facets: list[Facet] | None = None
    reply: Reply | None = None
    embed: Embed | None = None


class RepostRecord(msgspec.Struct, rename={"created_at": "createdAt"}):
    """`app.bsky.feed.repost`."""

    subject: Reference | None = None
    created_at: str | None = None


def make_post(value: object, did: str, rkey: str) -> Post | Said:
    """Make a post of a decoded record, or say why there is none."""
    record = fitted(value, PostRecord)
    if isinstance(record, Unread):
        return record.reason
    if record.text is None:
        return NO_TEXT()
    embeds = [e for e in (record.embed, record.embed and record.embed.media) if e]
    reply_to = _uri(record.reply.parent) if record.reply else None
    return Post(
        id=f"at://{did}/{POST}/{rkey}",
        text=record.text,
        at=_time(record.created_at),
        author=did,
        network="bluesky",
        lang=_lang(record.langs),
        url=f"https://bsky.app/profile/{did}/post/{rkey}",
        reply_to=reply_to,
        reply_to_author=_author(reply_to),
        quote_of=_quote(record.embed),
        links=_links(record, embeds),
        media=tuple(m for e in embeds for m in _media(e)),
    )


def make_repost(value: object, did: str, rkey: str) -> Post | Said:
    """Make a repost of a decoded record, or say why there is none."""
    record = fitted(value, RepostRecord)
    if isinstance(record, Unread):
        return record.reason
    original = _uri(record.subject)
    if original is None:
        return messages.NOT_A_RECORD()
    return Post(
        id=f"at://{did}/{REPOST}/{rkey}",
        text="",
        at=_time(record.created_at),
        author=did,
        network="bluesky",
        repost_of=original,
        repost_of_author=_author(original),
    )


def _uri(reference: Reference | None) -> str | None:
    if reference is None:
        return None
    inner = reference.record.uri if reference.record else None
    return reference.uri or inner or None


def _author(uri: str | None) -> str | None:
    """Give whose record an address names.

    >>> _author("at://did:plc:abc/app.bsky.feed.post/3k2")
    'did:plc:abc'
    """
    if uri is None or not uri.startswith("at://"):
        return None
    return uri.split("/")[2] or None


def _quote(embed: Embed | None) -> str | None:
    """Give the post that is quoted; lists and feeds are pointed at in the same way."""
    uri = _uri(embed.record) if embed else None
    return uri if uri and f"/{POST}/" in uri else None


def _links(record: PostRecord, embeds: list[Embed]) -> tuple[str, ...]:
    features = [f for facet in record.facets or () for f in facet.features or ()]
    inline = [f.uri for f in features if f.type == _LINK]
    cards = [embed.external.uri for embed in embeds if embed.external]
    return tuple(dict.fromkeys(uri for uri in (*inline, *cards) if uri))


def _media(embed: Embed) -> list[Media]:
    pictures = [*(embed.images or ()), *(embed.items or ())]
    found = [Media(_ref(p.image), "image", p.alt) for p in pictures]
    if embed.video:
        found.append(Media(_ref(embed.video), "video", embed.alt))
    return found


def _ref(blob: Blob | None) -> str:
    if blob is None:
        return ""
    try:
        return libipld.encode_cid(blob.ref) if blob.ref else blob.cid or ""
    except ValueError:
        return ""


def _time(value: str | None) -> datetime | None:
    try:
        return read_time(value)
    except BadInput:
        return None


def _lang(codes: list[str] | None) -> str | None:
    """Give the language as ISO 639-1, when the record names one language only."""
    found = {code.partition("-")[0].lower() for code in codes or ()}
    code = found.pop() if len(found) == 1 else ""
    return code if len(code) == 2 else None
