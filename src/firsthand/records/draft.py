"""A draft: what the leader writes, before it is published anywhere."""

from dataclasses import dataclass

from firsthand.records.post import Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text on its way to some networks; `lang` is given only when the writer has said it."""

    text: str
    title: str | None = None
    lang: str | None = None
    networks: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
