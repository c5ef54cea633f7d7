"""What the environment says, and how it is told that it cannot be."""

import os
import stat
from pathlib import Path

import pytest

from firsthand.config import environment
from firsthand.config.secrets import secret_key
from firsthand.records.errors import BadSetting


def test_the_secret_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    made = secret_key(home)
    assert len(made) > 60
    assert secret_key(home) == made
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["secret-key"]


def test_two_desks_have_two_secrets(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_a_home_that_cannot_be_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSetting, match="FIRSTHAND_HOME"):
        environment.key(tmp_path / "file" / "desk")


def test_sqlite_at_home_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = environment.database(tmp_path)
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == str(tmp_path / "firsthand.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize("url", ["mysql://root@localhost/x", "nonsense", "oracle://x"])
def test_other_databases_are_refused_with_what_is_accepted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(BadSetting, match="postgresql://"):
        environment.database(tmp_path)


@pytest.mark.parametrize("value", ["desk.example.com", "ftp://x", "https://", "https://x/path"])
def test_an_origin_is_a_whole_address(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("FIRSTHAND_ORIGIN", value)
    with pytest.raises(BadSetting, match="FIRSTHAND_ORIGIN"):
        environment.origin()


def test_a_good_origin_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_ORIGIN", "https://desk.example.com/")
    assert environment.origin() == "https://desk.example.com"


def test_a_time_zone_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_TIME_ZONE", "Mars/Olympus")
    with pytest.raises(BadSetting, match="Europe/Paris"):
        environment.time_zone()


def test_the_tests_never_touch_a_real_desk() -> None:
    assert environment.home() == Path(os.environ["FIRSTHAND_TEST_HOME"])
