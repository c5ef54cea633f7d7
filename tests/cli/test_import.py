"""`firsthand import`: one line of JSON at the end, one sentence when it cannot be."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import main
from firsthand.people.access import Can, leader
from firsthand.people.founding import found
from firsthand.people.models import Leader, User

GOOD = {"id": "1", "text": "Bonjour", "at": "2024-05-04T09:12:00+02:00", "network": "x"}
BAD = {"id": "2", "text": None}


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    def write(*lines: dict[str, object], name: str = "posts.jsonl") -> Path:
        path = tmp_path / name
        path.write_bytes(b"\n".join(orjson.dumps(line) for line in lines))
        return path

    return write


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["import", *map(str, args)], env={"FIRSTHAND_LANG": lang})


@pytest.mark.django_db
def test_the_first_import_makes_the_leader_and_their_person(archive: Callable[..., Path]) -> None:
    answer = run(archive(GOOD), "--leader", "Claire Martin", "--json")
    assert answer.exit_code == 0
    assert orjson.loads(answer.stdout) == {
        "imported": 1, "updated": 0, "unchanged": 0, "skipped": 0, "reasons": [],
    }  # fmt: skip
    claire = Leader.objects.get()
    assert claire.name == "Claire Martin"
    assert leader(User.objects.get(), "claire-martin", Can.DELETE) == claire


def test_twice_adds_nothing(leader: Leader, archive: Callable[..., Path]) -> None:
    path = archive(GOOD)
    run(path)
    answer = run(path, "--json")
    assert orjson.loads(answer.stdout)["unchanged"] == 1
    assert leader.posts.count() == 1


def test_what_was_skipped_is_listed_and_is_no_failure(
    leader: Leader, archive: Callable[..., Path]
) -> None:
    answer = run(archive(GOOD, BAD), "--json", lang="fr")
    assert answer.exit_code == 0
    told = orjson.loads(answer.stdout.splitlines()[-1])
    assert (told["imported"], told["skipped"]) == (1, 1)
    assert told["reasons"] == [{"place": "posts.jsonl:2", "reason": "pas de texte"}]
    assert "posts.jsonl:2" in answer.stderr


def test_people_are_told_in_a_sentence(leader: Leader, archive: Callable[..., Path]) -> None:
    answer = run(archive(GOOD), lang="fr")
    assert (
        "Claire Martin\u00a0: 1 importé, 0 mis à jour, 0 inchangé, 0 laissé de côté."
        in answer.stdout
    )


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0 a picture", b"", b"PK\x03\x04 broken"])
def test_a_file_of_another_kind_is_one_sentence(
    leader: Leader, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "thing.zip"
    path.write_bytes(content)
    answer = run(path, "--json")
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert len(answer.stderr.strip().splitlines()) == 1
    assert "thing.zip" in answer.stderr
    assert leader.posts.count() == 0


def test_a_path_that_is_not_there(leader: Leader) -> None:
    answer = run("/nowhere/archive.zip")
    assert answer.exit_code == 1
    assert "/nowhere/archive.zip" in answer.stderr


def test_of_several_leaders_one_is_to_be_named(
    leader: Leader, archive: Callable[..., Path]
) -> None:
    paul = found("Paul Durand")
    path = archive(GOOD)
    assert "claire-martin, paul-durand" in run(path).stderr
    assert run(path, "--leader", "nobody").exit_code == 1
    assert run(path, "--leader", "paul-durand").exit_code == 0
    assert (leader.posts.count(), paul.posts.count()) == (0, 1)


def test_no_path_is_wrong_usage() -> None:
    assert run().exit_code == 2


def test_a_fresh_home_is_made_ready_and_a_refused_file_makes_none(
    archive: Callable[..., Path], tmp_path: Path
) -> None:
    home = tmp_path / "desk"
    env = {**os.environ, "FIRSTHAND_HOME": str(home), "FIRSTHAND_LANG": "en"}
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):
        env.pop(name, None)
    script = "from firsthand.cli.main import main; main()"

    def firsthand(path: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, "import", str(path), "--json"],
            env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    refused = firsthand(tmp_path / "absent.zip")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert not home.exists()
    done = firsthand(archive(GOOD))
    assert done.returncode == 0, done.stderr
    assert orjson.loads(done.stdout)["imported"] == 1
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
