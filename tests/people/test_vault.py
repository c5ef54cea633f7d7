"""Secrets at rest."""

import pytest
from pytest_django import Settings

from firsthand.people.vault import seal, unseal
from firsthand.records.errors import Corrupt


def test_what_was_sealed_opens_and_does_not_show() -> None:
    sealed = seal({"token": "s3cret-é"})
    assert b"s3cret" not in sealed
    assert unseal(sealed) == {"token": "s3cret-é"}


def test_another_desk_cannot_open_it(settings: Settings) -> None:
    sealed = seal({"token": "s3cret"})
    settings.SECRET_KEY = "another desk's"
    with pytest.raises(Corrupt, match="secret-key"):
        unseal(sealed)
