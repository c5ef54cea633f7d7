"""A ledger as plain values for JSON, and back; a ledger that does not add up stops loudly."""

from collections.abc import Iterable, Mapping
from typing import Any

from firsthand.coach.authorship import messages
from firsthand.coach.authorship.ledger import Client, Ledger, Piece, Removed
from firsthand.coach.authorship.runs import Origin, Run, Runs, length
from firsthand.records.errors import Corrupt


def runs_out(runs: Iterable[Run]) -> list[list[Any]]:
    """Write runs as `[length, author, origin, claimed]`."""
    return [[run.length, run.author, str(run.origin), run.claimed] for run in runs]


def runs_in(values: Iterable[Any]) -> Runs:
    """Read runs."""
    return tuple(
        Run(size, author, Origin(origin), claimed) for size, author, origin, claimed in values
    )


def out(ledger: Ledger) -> dict[str, Any]:
    """Write a ledger."""
    return {
        "text": ledger.text,
        "runs": runs_out(ledger.runs),
        "version": ledger.version,
        "removed": [
            [gone.piece.text, runs_out(gone.piece.runs), gone.at, gone.version]
            for gone in ledger.removed
        ],
        "clients": {name: [client.last, client.version] for name, client in ledger.clients.items()},
    }


def back(values: Mapping[str, Any]) -> Ledger:
    """Read a ledger.

    Raises:
        Corrupt: its runs do not add up to its text, or something is missing.
    """
    try:
        found = _ledger(values)
    except (KeyError, TypeError, ValueError) as error:
        raise Corrupt(messages.CORRUPT()) from error
    if length(found.runs) != len(found.text):
        raise Corrupt(messages.CORRUPT())
    return found


def _ledger(values: Mapping[str, Any]) -> Ledger:
    return Ledger(
        values["text"],
        runs_in(values["runs"]),
        values["version"],
        tuple(
            Removed(Piece(text, runs_in(runs)), at, version)
            for text, runs, at, version in values["removed"]
        ),
        {name: Client(*client) for name, client in values["clients"].items()},
    )
