"""Sealed records: what was approved, who wrote it, chained so that a later change shows.

The hash of a record covers all its values and the hash of the record before it. For one
publication a record can leave the desk as a small signed JSON (Ed25519, RFC 8032), which
anybody can verify without the desk.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from firsthand.coach.authorship import messages
from firsthand.coach.authorship.codec import runs_out
from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.share import share
from firsthand.records.errors import BadInput

FORMAT = "firsthand-authorship-1"
START = "0" * 64  # what the first record is chained to


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the draft on its way: when, by whom, and the hash of its text."""

    at: datetime
    author: str
    digest: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A record as it is kept: its body in canonical JSON, and the hash of that."""

    body: str
    digest: str

    @property
    def values(self) -> dict[str, Any]:
        """Give what the record says."""
        return dict(json.loads(self.body))


def digest(text: str) -> str:
    """Give the SHA-256 of a text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def sealed(
    piece: Piece,
    *,
    number: int,
    previous: str,
    leaders: Collection[str],
    approved_by: str,
    at: datetime,
    authors: Mapping[str, str],
    revisions: Iterable[Revision],
) -> Sealed:
    """Seal an approved text as the record with this number.

    `previous` is the hash of the record before it (`START` for the first), `authors`
    the names behind the authors of the runs; `leaders` are those of them who are the leader.
    """
    counted = share([piece], leaders)
    body = canonical(
        {
            "format": FORMAT,
            "number": number,
            "previous": previous,
            "text": piece.text,
            "runs": runs_out(piece.runs),
            "authors": dict(authors),
            "leaders": sorted(leaders),
            "own": counted.own + counted.claimed,
            "claimed": counted.claimed,
            "characters": counted.total,
            "approved_by": approved_by,
            "at": at.isoformat(),
            "revisions": [[r.at.isoformat(), r.author, r.digest] for r in revisions],
        }
    )
    return Sealed(body, digest(body))


def broken(records: Iterable[Sealed]) -> int | None:
    """Give the number of the first record, counted from 1, that is not as it was sealed."""
    previous = START
    for number, record in enumerate(records, 1):
        if not _holds(record, number, previous):
            return number
        previous = record.digest
    return None


def export(record: Sealed, key: Ed25519PrivateKey) -> str:
    """Write a record as signed JSON that stands alone."""
    body = record.body.encode()
    known = {"public_key": key.public_key().public_bytes_raw().hex()}
    return canonical({"record": record.body, **known, "signature": key.sign(body).hex()})


def verified(exported: str) -> dict[str, Any]:
    """Give what a signed record says, with the `public_key` that signed it.

    Raises:
        BadInput: it is none, or it was changed after it was signed.
    """
    try:
        given = json.loads(exported)
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(given["public_key"]))
        key.verify(bytes.fromhex(given["signature"]), given["record"].encode())
        return {**json.loads(given["record"]), "public_key": given["public_key"]}
    except (AttributeError, InvalidSignature, KeyError, TypeError, ValueError) as error:
        raise BadInput(messages.NOT_A_RECORD()) from error


def canonical(values: Mapping[str, Any]) -> str:
    """Write values as JSON in the one way that gives the same bytes everywhere."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _holds(record: Sealed, number: int, previous: str) -> bool:
    try:
        values = record.values
    except ValueError:
        return False
    chained = (values.get("number"), values.get("previous")) == (number, previous)
    return chained and digest(record.body) == record.digest
