"""Pictures, films and sounds: of what kind a file is, and which ones a fragment of HTML shows."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

from firsthand.records.post import Media

_KINDS = {
    "video": ("mp4", "m4v", "mov", "webm", "avi", "ogv"),
    "audio": ("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac"),
    "document": ("pdf", "doc", "docx", "ppt", "pptx", "odt", "odp"),
}
_BY_ENDING = {ending: kind for kind, endings in _KINDS.items() for ending in endings}
_SHOWN = {
    "img": {"src", "alt", "class"},
    "video": {"src"},
    "audio": {"src"},
    "source": {"src"},
}
_WORDPRESS_ID = re.compile(r"\bwp-image-(\d+)")


def media_kind(address: str, type_: str | None = None) -> str:
    """Say of what kind a file is, by its MIME type or else by its ending; a picture if neither tells.

    >>> media_kind("https://a.example/x/speech.MP3?d=1")
    'audio'
    """
    stated = (type_ or "").partition("/")[0].lower()
    if stated in ("image", "video", "audio"):
        return stated
    try:
        path = urlsplit(address).path
    except ValueError:
        path = address
    unknown = "document" if stated == "application" else "image"
    return _BY_ENDING.get(path.rpartition(".")[2].lower(), unknown)


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[Media, str | None]] = []
        self._around = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("video", "audio"):
            self._around = tag
        address = (values.get("src") or "").strip()
        if address and not address.startswith("data:"):
            kind = media_kind(address) if tag == "img" else self._around or "video"
            number = _WORDPRESS_ID.search(values.get("class") or "")
            self.found.append((Media(address, kind, values.get("alt")), number and number.group(1)))


def shown_media(html: str) -> list[tuple[Media, str | None]]:
    """Give what a fragment of HTML shows, each with the number WordPress gives it, if any.

    >>> shown_media('<p><img src="/a.png" class="wp-image-7" alt="Le pont"></p>')
    [(Media(ref='/a.png', kind='image', alt='Le pont'), '7')]
    """
    if "src" not in html:
        return []
    shown = _Shown()
    shown.feed(nh3.clean(html, tags=set(_SHOWN), attributes=_SHOWN, url_schemes={"http", "https"}))
    shown.close()
    return shown.found
