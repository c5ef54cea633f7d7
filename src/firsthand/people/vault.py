"""Secrets of accounts, encrypted at rest under a key derived from the desk's own secret."""

import base64

import msgspec
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from firsthand.people import messages
from firsthand.records.errors import Corrupt


def seal(secrets: dict[str, str]) -> bytes:
    """Encrypt named secrets, such as tokens, for `Account.sealed`."""
    return _fernet().encrypt(msgspec.json.encode(secrets))


def unseal(sealed: bytes) -> dict[str, str]:
    """Decrypt what `seal` gave.

    Raises:
        Corrupt: the desk's secret is another one, or the bytes were changed.
    """
    try:
        plain = _fernet().decrypt(bytes(sealed))
    except InvalidToken as error:
        raise Corrupt(messages.VAULT_CORRUPT()) from error
    return msgspec.json.decode(plain, type=dict[str, str])


def _fernet() -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=b"firsthand account vault v1")
    return Fernet(base64.urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
