"""The ledger of a draft: its text, who wrote each character of it, and what was taken out.

An edit is never believed for more than it can know. Its author is who sent it. What it
calls typed counts as typed only at the pace of a hand. What was pasted, or brought back by
undo, keeps its author when the draft or one of the leader's own texts holds it; otherwise
it comes from outside. An edit that does not fit the text, or that comes twice, changes
nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.coach.authorship import messages
from firsthand.coach.authorship.edits import Batch, Edit, How
from firsthand.coach.authorship.pace import Pace
from firsthand.coach.authorship.runs import Origin, Run, Runs, cut, joined, spliced
from firsthand.records.errors import BadInput

MAX_TEXT = 100_000
KEPT = 100  # pieces taken out that undo may bring back
KEPT_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text and who wrote it."""

    text: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece that was taken out, where it stood, and the version without it."""

    piece: Piece
    at: int
    version: int


@dataclass(frozen=True, slots=True)
class Client:
    """How far an open editor has been heard: its last edit, and the version after it."""

    last: int
    version: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """A draft as its edits made it; `version` counts them. `removed` has the latest last."""

    text: str = ""
    runs: Runs = ()
    version: int = 0
    removed: tuple[Removed, ...] = ()
    clients: Mapping[str, Client] = field(default_factory=dict)

    @property
    def piece(self) -> Piece:
        """Give the text as it stands, with who wrote it."""
        return Piece(self.text, self.runs)


class Behind(BadInput):
    """Somebody else wrote meanwhile, or edits before these have not arrived."""


def applied(
    ledger: Ledger, batch: Batch, author: str, pace: Pace, sources: Sequence[Piece] = ()
) -> tuple[Ledger, Pace]:
    """Replay the edits of a batch that are not in the ledger yet.

    `author` is who sent it; `sources` are the leader's own texts from which one may
    copy, the likeliest first.

    Raises:
        Behind: the writer has not seen the latest version, or edits are missing.
        BadInput: an edit does not fit the text. Then nothing has changed.
    """
    known = ledger.clients.get(batch.client, Client(0, 0))
    fresh = batch.edits[max(known.last + 1 - batch.first, 0) :]
    if batch.first > known.last + 1:
        raise Behind(messages.EDITS_MISSING())
    if not fresh:
        return ledger, pace
    if max(batch.base, known.version) != ledger.version:
        raise Behind(messages.WRITTEN_MEANWHILE())
    for edit in fresh:
        ledger, pace = _one(ledger, edit, author, pace, sources)
    heard = Client(batch.first + len(batch.edits) - 1, ledger.version)
    return replace(ledger, clients={**ledger.clients, batch.client: heard}), pace


def written(ledger: Ledger, at: int, out: str, put: Piece) -> Ledger:
    """Replace `out`, found at a place, by a piece whose authors are known.

    Raises:
        BadInput: the text there is another one by now, or would become too long.
    """
    end = at + len(out)
    if ledger.text[at:end] != out or end > len(ledger.text):
        raise BadInput(messages.DOES_NOT_FIT())
    if len(ledger.text) - len(out) + len(put.text) > MAX_TEXT:
        raise BadInput(messages.TOO_LONG(most=MAX_TEXT))
    gone = Removed(Piece(out, cut(ledger.runs, at, end)), at, ledger.version + 1)
    return replace(
        ledger,
        text=ledger.text[:at] + put.text + ledger.text[end:],
        runs=spliced(ledger.runs, at, len(out), put.runs),
        version=ledger.version + 1,
        removed=_kept(ledger.removed, gone) if out else ledger.removed,
    )


def claimed(ledger: Ledger, start: int, end: int, author: str, *, yes: bool = True) -> Ledger:
    """Let an author say that what they pasted from outside between two places is their own.

    Only what they pasted themselves; everything else stays as it is.
    """
    start, end = max(start, 0), min(end, len(ledger.text))
    if start >= end:
        return ledger
    put = [
        replace(run, claimed=yes) if (run.author, run.origin) == (author, Origin.OUTSIDE) else run
        for run in cut(ledger.runs, start, end)
    ]
    runs = spliced(ledger.runs, start, end - start, put)
    return replace(ledger, runs=runs, version=ledger.version + (runs != ledger.runs))


def _one(
    ledger: Ledger, edit: Edit, author: str, pace: Pace, sources: Sequence[Piece]
) -> tuple[Ledger, Pace]:
    left = pace.spent(edit)
    if left is not None:
        runs: Runs = (Run(len(edit.put), author, Origin(edit.how)),)
    else:
        runs = _found(ledger, edit, sources) or (Run(len(edit.put), author, Origin.OUTSIDE),)
    put = Piece(edit.put, joined(runs))
    return written(ledger, edit.at, edit.out, put), left or pace


def _found(ledger: Ledger, edit: Edit, sources: Sequence[Piece]) -> Runs | None:
    """Give the authors of a text that this draft, or one of the leader's own, holds already."""
    if not edit.put or edit.how in {How.TYPED, How.DICTATED}:
        return None
    for piece in (*(gone.piece for gone in reversed(ledger.removed)), ledger.piece):
        if runs := _of(piece, edit.put):
            return runs
    for piece in sources:
        if runs := _of(piece, edit.put):
            return tuple(_copied(run) for run in runs)
    return None


def _of(piece: Piece, text: str) -> Runs | None:
    place = piece.text.find(text)
    return cut(piece.runs, place, place + len(text)) if place >= 0 else None


def _copied(run: Run) -> Run:
    """Keep the author; what came from outside or from a machine does not become one's own."""
    own = run.origin in {Origin.TYPED, Origin.DICTATED}
    return replace(run, origin=Origin.INSIDE) if own else run


def _kept(removed: tuple[Removed, ...], gone: Removed) -> tuple[Removed, ...]:
    """Keep the latest pieces; characters taken out one after the other are one piece."""
    last = removed[-1] if removed else None
    if last and last.version == gone.version - 1 and gone.at in {last.at, last.at - _size(gone)}:
        pieces = (gone, last) if gone.at < last.at else (last, gone)
        gone = Removed(_together(*pieces), gone.at, gone.version)
        removed = removed[:-1]
    room = KEPT_CHARACTERS
    latest: list[Removed] = []
    for each in (gone, *reversed(removed[-KEPT + 1 :])):
        room -= _size(each)
        if room < 0:
            break
        latest.append(each)
    return tuple(reversed(latest))


def _size(gone: Removed) -> int:
    return len(gone.piece.text)


def _together(first: Removed, second: Removed) -> Piece:
    one, two = first.piece, second.piece
    return Piece(one.text + two.text, joined(one.runs, two.runs))
