"""A sealed record shows a later change."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from firsthand.coach.authorship.ledger import Piece
from firsthand.coach.authorship.runs import Origin, Run
from firsthand.coach.authorship.seal import (
    START,
    Revision,
    Sealed,
    broken,
    digest,
    export,
    sealed,
    verified,
)
from firsthand.records.errors import BadInput

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PIECE = Piece("Je dis où.", (Run(3, "1", Origin.TYPED), Run(7, "2", Origin.TYPED)))


def chain(count: int) -> list[Sealed]:
    records: list[Sealed] = []
    for number in range(1, count + 1):
        records.append(
            sealed(
                PIECE,
                number=number,
                previous=records[-1].digest if records else START,
                leaders=["1"],
                approved_by="Claire",
                at=NOON,
                authors={"1": "Claire", "2": "Paul"},
                revisions=[Revision(NOON, "1", digest("Je"))],
            )
        )
    return records


def test_a_chain_holds() -> None:
    assert broken(chain(3)) is None
    assert broken([]) is None


def test_the_share_is_in_the_record() -> None:
    values = chain(1)[0].values
    assert (values["own"], values["characters"]) == (2, 8)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_record_shows(number: int) -> None:
    records = chain(3)
    body = records[number - 1].body.replace("Claire", "Somebody")
    records[number - 1] = replace(records[number - 1], body=body)
    assert broken(records) == number


def test_a_record_that_was_sealed_again_breaks_the_chain_after_it() -> None:
    records = chain(3)
    body = records[0].body.replace("Claire", "Somebody")
    records[0] = Sealed(body, digest(body))
    assert broken(records) == 2


def test_a_record_that_is_gone_shows() -> None:
    records = chain(3)
    assert broken([records[0], records[2]]) == 2


def test_an_export_stands_alone() -> None:
    key = Ed25519PrivateKey.generate()
    said = verified(export(chain(1)[0], key))
    assert (said["text"], said["public_key"]) == (
        "Je dis où.",
        key.public_key().public_bytes_raw().hex(),
    )


def test_a_changed_export_is_refused() -> None:
    exported = export(chain(1)[0], Ed25519PrivateKey.generate())
    for changed in (exported.replace("Claire", "Paul"), "{}", "[1]", "", exported[:-3]):
        with pytest.raises(BadInput, match="changed"):
            verified(changed)


def test_a_record_names_its_values_once() -> None:
    assert json.dumps(chain(1)[0].values, ensure_ascii=False, sort_keys=True).count('"text"') == 1
