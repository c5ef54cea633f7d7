"""A post as the text that the library keeps of it, and back; nothing is lost on the way."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import Any

import msgspec

from firsthand.records.post import Media, Post


class _Media(msgspec.Struct, omit_defaults=True):
    ref: str = ""
    kind: str = "image"
    alt: str | None = None


class _Record(msgspec.Struct, omit_defaults=True):
    """The fields of `Post`, in its order; what is unknown takes no room."""

    text: str = ""
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
    media: tuple[_Media, ...] = ()
    metrics: dict[str, int] = {}


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Record)
_PLAIN = _Record.__struct_fields__[:-2]
_plain_values = attrgetter(*_PLAIN)
_make: Callable[..., _Record] = _Record


def encode(post: Post) -> str:
    """Write a post as one line of JSON; equal posts give equal lines."""
    media = tuple([_Media(m.ref, m.kind, m.alt) for m in post.media]) if post.media else ()
    metrics = dict(sorted(post.metrics.items())) if post.metrics else {}
    return _encoder.encode(_make(*_plain_values(post), media, metrics)).decode()


def decode(record: str) -> Post:
    """Read a post back."""
    found = _decoder.decode(record)
    values: dict[str, Any] = dict(zip(_PLAIN, _plain_values(found), strict=True))
    media = tuple(Media(m.ref, m.kind, m.alt) for m in found.media)
    return Post(**values, media=media, metrics=found.metrics)
