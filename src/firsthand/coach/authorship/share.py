"""The leader's own share of a text: of its visible characters, those that are theirs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.runs import Origin, Run

_OWN = frozenset({Origin.TYPED, Origin.DICTATED, Origin.INSIDE})


@dataclass(frozen=True, slots=True)
class Share:
    """Visible characters, by whose they are.

    `own` are the leader's, `claimed` what the leader pasted and says is theirs, `others`
    what other members wrote, `outside` what was pasted from elsewhere by anybody,
    `machine` what a program suggested.
    """

    own: int = 0
    claimed: int = 0
    others: int = 0
    outside: int = 0
    machine: int = 0

    def __add__(self, other: "Share") -> "Share":
        """Add up the characters of two texts."""
        return Share(
            self.own + other.own,
            self.claimed + other.claimed,
            self.others + other.others,
            self.outside + other.outside,
            self.machine + other.machine,
        )

    @property
    def total(self) -> int:
        """Give how many visible characters there are."""
        return self.own + self.claimed + self.others + self.outside + self.machine

    @property
    def fraction(self) -> float | None:
        """Give the part that is the leader's, 0 to 1; None when nothing is written."""
        return (self.own + self.claimed) / self.total if self.total else None


def share(pieces: Iterable[Piece], leaders: Collection[str]) -> Share:
    """Count whose the visible characters of some texts are.

    `leaders` are the authors who are the leader: one, as a rule; an assistant's second
    sign-in under the leader's own role would be another.
    """
    counts = dict.fromkeys(("own", "claimed", "others", "outside", "machine"), 0)
    for piece in pieces:
        place = 0
        for run in piece.runs:
            stretch = piece.text[place : place + run.length]
            counts[whose(run, leaders)] += len(stretch) - sum(map(str.isspace, stretch))
            place += run.length
    return Share(**counts)


def whose(run: Run, leaders: Collection[str]) -> str:
    """Say whose a run is: "own", "claimed", "others", "outside" or "machine"."""
    if run.origin in {Origin.MACHINE, Origin.OUTSIDE} and not run.claimed:
        return str(run.origin)
    if run.author not in leaders:
        return "others"
    return "own" if run.origin in _OWN else "claimed"
