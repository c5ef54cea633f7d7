"""A text with, for each stretch, whose words they are: as the pages show it."""

from collections.abc import Collection
from dataclasses import dataclass

from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.share import whose


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words; `whose` is "own", "claimed", "others", "outside" or "machine"."""

    text: str
    whose: str


def written_by(piece: Piece, leaders: Collection[str]) -> list[Stretch]:
    """Cut a text where its authors or their ways of writing change."""
    found: list[Stretch] = []
    place = 0
    for run in piece.runs:
        stretch = Stretch(piece.text[place : place + run.length], whose(run, leaders))
        if found and found[-1].whose == stretch.whose:
            stretch = Stretch(found.pop().text + stretch.text, stretch.whose)
        found.append(stretch)
        place += run.length
    return found
