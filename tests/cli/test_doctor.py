"""`firsthand doctor`: what is wrong, in plain words, with how to mend it."""

from collections import namedtuple
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner, Result
from django.utils import timezone

from firsthand.cli.main import main
from firsthand.coach import Review
from firsthand.config import checkup
from firsthand.config.checkup import Symptom
from firsthand.desk import drafts, sealing
from firsthand.desk.models import Seal
from firsthand.library.models import Import, StoredPost
from firsthand.library.shelf import shelve
from firsthand.people.models import Leader, Member
from firsthand.records.post import Post

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 (the shape of the standard library)


def doctor(*args: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["doctor", *args], env={"FIRSTHAND_LANG": lang})


def symptoms(answer: Result) -> dict[str, dict[str, Any]]:
    return {found["name"]: found for found in orjson.loads(answer.stdout)["found"]}


@pytest.mark.django_db
def test_a_sound_desk() -> None:
    answer = doctor("--json")
    assert answer.exit_code == 0, answer.output
    assert orjson.loads(answer.stdout)["well"] is True
    assert all(found["mend"] is None for found in symptoms(answer).values())


@pytest.mark.django_db
def test_it_speaks_french() -> None:
    assert "Tout va bien." in doctor(lang="fr").stdout


@pytest.mark.django_db
def test_a_secret_that_others_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    (tmp_path / "secret-key").write_text("x")
    (tmp_path / "secret-key").chmod(0o644)
    answer = doctor("--json")
    assert answer.exit_code == 1
    assert f"chmod 600 {tmp_path}/secret-key" in symptoms(answer)["secret"]["mend"]


@pytest.mark.django_db
def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10, 10, 0))
    answer = doctor()
    assert answer.exit_code == 1
    assert "0.0 GB" in answer.stdout
    assert "make room" in answer.stdout


def test_a_database_that_cannot_be_is_named_and_the_rest_is_still_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(**_: object) -> None:
        raise checkup.environment.BadSetting(checkup.environment.messages.BAD_DATABASE())

    monkeypatch.setattr(checkup, "open_desk", refuse)
    answer = doctor("--json")
    assert answer.exit_code == 1
    assert "postgresql://" in symptoms(answer)["setting"]["says"]
    assert symptoms(answer)["python"]["well"]


def test_failed_and_forgotten_imports(leader: Leader) -> None:
    Import.objects.create(leader=leader, name="a.zip", state="failed")
    waiting = Import.objects.create(leader=leader, name="b.zip")
    Import.objects.filter(pk=waiting.pk).update(created=timezone.now() - timedelta(hours=1))
    answer = doctor("--json")
    assert answer.exit_code == 1
    assert "1 failed, 1 waiting" in symptoms(answer)["imports"]["says"]


def test_counts_that_disagree_with_the_posts(leader: Leader) -> None:
    shelve(leader, [Post(text="a", id="1"), Post(text="b", id="2")])
    assert doctor().exit_code == 0
    StoredPost.objects.filter(key=":1").delete()
    assert symptoms(doctor("--json"))["library"]["well"] is False


def test_a_sealed_record_that_was_changed(leader: Leader, member: Member) -> None:
    draft = drafts.begin(leader, member.user, text="We open.", seconds=60)
    sealing.approve(leader, draft.pk, 1, member.user, Review(), [])
    assert "1 sealed record " in symptoms(doctor("--json"))["records"]["says"]
    Seal.objects.update(body="{}")
    answer = symptoms(doctor("--json"))["records"]
    assert answer["well"] is False
    assert "Sealed record 1 of Claire Martin" in answer["says"]


def test_every_symptom_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    old = Symptom("python", False, checkup.python().said, checkup.python().mend)
    monkeypatch.setattr(checkup, "python", lambda: old)
    monkeypatch.setattr(checkup, "open_desk", lambda **_: None)
    monkeypatch.setattr(checkup, "_WITH_DESK", ())
    answer = doctor()
    assert "install Python 3.11" in answer.stdout
    assert "1 to mend" in answer.stdout
