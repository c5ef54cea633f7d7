"""The pictures of a WordPress export: posts name them by number, elsewhere stand their texts."""

import re
from typing import NamedTuple

from firsthand.networks.archives.formats.wordpress.item import Item
from firsthand.networks.archives.media import media_kind, shown_media
from firsthand.records.post import Media

_GALLERY = re.compile(r"\[gallery\s[^\]\[]*?\bids=[\"']?([\d,\s]+)")


class Picture(NamedTuple):
    """A file of the blog: where it is, and its text for those who cannot see it."""

    address: str
    alt: str | None


class Pictures:
    """The files of a blog, by their numbers."""

    def __init__(self) -> None:
        self._known: dict[str, Picture] = {}

    def learn(self, item: Item) -> None:
        """Remember an attachment."""
        address = item.text("wp:attachment_url") or item.text("guid")
        number = item.text("wp:post_id")
        if address and number:
            alt = item.meta("_wp_attachment_image_alt")
            self._known[number] = Picture(address, alt or None)

    def of(self, item: Item, content: str) -> tuple[Media, ...]:
        """Give what a post shows: its own picture, those in its text, its gallery's."""
        found: dict[str, Media] = {}
        if own := self._known.get(item.meta("_thumbnail_id")):
            found[own.address] = _media(own)
        for media, number in shown_media(content):
            known = self._known.get(number or "")
            alt = media.alt or (known.alt if known else None) or media.alt
            found.setdefault(media.ref, Media(media.ref, media.kind, alt))
        for number in _numbers(content):
            if known := self._known.get(number):
                found.setdefault(known.address, _media(known))
        return tuple(found.values())


def _numbers(content: str) -> list[str]:
    galleries = _GALLERY.findall(content) if "[gallery" in content else []
    return [number.strip() for gallery in galleries for number in gallery.split(",")]


def _media(picture: Picture) -> Media:
    return Media(picture.address, media_kind(picture.address), picture.alt)
