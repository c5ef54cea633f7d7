"""What the environment says, checked; a value that cannot be used names those that can."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import dj_database_url
from platformdirs import user_data_path

from firsthand.config import messages
from firsthand.config.secrets import secret_key
from firsthand.records.errors import BadSetting

SQLITE_START = ";".join(
    f"PRAGMA {pragma}"
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "cache_size=-65536",  # 64 MiB: the working set of a search in a million posts
        "mmap_size=1073741824",
        "temp_store=MEMORY",
    )
)
SQLITE = {
    # Writers queue at BEGIN, where SQLite waits for them, instead of failing half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": SQLITE_START,
}
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def home() -> Path:
    """Give the folder where the desk lives."""
    return Path(os.environ.get("FIRSTHAND_HOME") or user_data_path("firsthand")).absolute()


def key(folder: Path) -> str:
    """Give the desk's secret, making the desk's folders; or say why its home cannot keep one."""
    try:
        for path in (folder, folder / "uploads"):
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return secret_key(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadSetting(messages.BAD_HOME(path=folder, reason=reason)) from error


def database(folder: Path) -> dict[str, Any]:
    """Give Django's database: SQLite at home, or what DATABASE_URL names."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{folder / 'firsthand.sqlite3'}"
    try:
        found = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except ValueError as error:
        raise BadSetting(messages.BAD_DATABASE()) from error
    if found.get("ENGINE") not in ENGINES:
        raise BadSetting(messages.BAD_DATABASE())
    if found["ENGINE"] == ENGINES[0]:
        found["OPTIONS"] = SQLITE
    return found


def origin() -> str | None:
    """Give the address at which people open the desk, when it is not this machine's own."""
    value = os.environ.get("FIRSTHAND_ORIGIN", "").rstrip("/")
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise BadSetting(messages.BAD_ORIGIN(value=value))
    return value


def time_zone() -> str:
    """Give the name of the time zone in which days begin."""
    value = os.environ.get("FIRSTHAND_TIME_ZONE") or "Europe/Paris"
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise BadSetting(messages.BAD_TIME_ZONE(value=value)) from error
    return value
