"""The desk's own secret: made once, kept in its home, readable by its owner alone."""

import os
import secrets
from pathlib import Path

FILE_NAME = "secret-key"
OWNER_ONLY = 0o600


def secret_key(home: Path) -> str:
    """Give the secret of the desk at `home`, making it when the desk is new."""
    path = home / FILE_NAME
    if not path.exists():
        _make(path)
    return path.read_text("ascii").strip()


def _make(path: Path) -> None:
    """Write a new secret; of two processes that start together, the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{FILE_NAME}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
