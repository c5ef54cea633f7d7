"""How a draft will show on each network: its posts, what is counted, where it folds."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.text.entities import entities
from firsthand.text.fitting import split
from firsthand.text.lengths import measure

NAMES = {
    "x": "X",
    "linkedin": "LinkedIn",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "blog": "Blog",
}
FOLDS = {"linkedin": 210}  # characters shown before "see more", about three lines


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a post; `kind` names what the network makes of it, empty for plain words."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One post as it will show; `folded` is what stands below "see more"."""

    pieces: list[Piece]
    folded: list[Piece]
    length: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft on one network: one post, or a thread of several."""

    network: str
    name: str
    length: int
    limit: int | None
    fits: bool
    posts: list[Shown]

    @property
    def left(self) -> int | None:
        """Give how many more characters fit; negative when there are too many."""
        return None if self.limit is None else self.limit - self.length


def counters(text: str, networks: Iterable[str]) -> list[Preview]:
    """Count a draft on each network, without drawing it."""
    return [_counted(text, network, []) for network in networks if network in NAMES]


def previews(text: str, networks: Iterable[str]) -> list[Preview]:
    """Draw a draft on each network."""
    return [
        _counted(text, network, [_shown(post, network) for post in split(text, network)])
        for network in networks
        if network in NAMES
    ]


def _counted(text: str, network: str, posts: list[Shown]) -> Preview:
    counted = measure(text, network)
    return Preview(network, NAMES[network], counted.length, counted.limit, counted.fits, posts)


def _shown(text: str, network: str) -> Shown:
    fold = FOLDS.get(network, len(text))
    if len(text) > fold:
        space = text.rfind(" ", 0, fold)
        fold = space if space > 0 else fold
    return Shown(pieces(text[:fold]), pieces(text[fold:]), measure(text, network).length)


def pieces(text: str) -> list[Piece]:
    """Cut a text into plain words and what networks make links of."""
    found: list[Piece] = []
    place = 0
    for entity in entities(text):
        if entity.start > place:
            found.append(Piece(text[place : entity.start]))
        found.append(Piece(text[entity.start : entity.end], entity.kind))
        place = entity.end
    if place < len(text):
        found.append(Piece(text[place:]))
    return found
