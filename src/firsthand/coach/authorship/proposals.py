"""What an adviser proposes, and what becomes of it when the leader takes it."""

from dataclasses import dataclass
from itertools import takewhile

from firsthand.coach.authorship import messages
from firsthand.coach.authorship.ledger import Ledger, Piece, written
from firsthand.coach.authorship.runs import Origin, Run
from firsthand.records.errors import BadInput


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words, by somebody, for the words `out` that stood at a place."""

    at: int
    out: str
    put: str
    author: str
    origin: Origin = Origin.TYPED


def place(text: str, proposal: Proposal) -> int | None:
    """Give where the words stand now: where they were, else where they are found once."""
    if text[proposal.at : proposal.at + len(proposal.out)] == proposal.out:
        return proposal.at
    if proposal.out and text.count(proposal.out) == 1:
        return text.index(proposal.out)
    return None


def accepted(ledger: Ledger, proposal: Proposal) -> Ledger:
    """Put a proposal into the text: only the characters that change become its author's.

    Raises:
        BadInput: the words that it is about are no longer there.
    """
    at = place(ledger.text, proposal)
    if at is None:
        raise BadInput(messages.DOES_NOT_FIT())
    before, after = _same(proposal.out, proposal.put)
    out = proposal.out[before : len(proposal.out) - after]
    put = proposal.put[before : len(proposal.put) - after]
    runs = (Run(len(put), proposal.author, proposal.origin),) if put else ()
    return written(ledger, at + before, out, Piece(put, runs))


def _same(old: str, new: str) -> tuple[int, int]:
    """Give how many characters two texts share at their beginnings and, beyond, at their ends."""
    before = _shared(old, new)
    return before, _shared(old[before:][::-1], new[before:][::-1])


def _shared(old: str, new: str) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
