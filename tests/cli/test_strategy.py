"""`firsthand strategy`: files checked, compared and proposed; versions kept in a real desk."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import main
from firsthand.people.founding import found
from firsthand.people.models import Leader
from firsthand.plan import strategy as room
from firsthand.records.strategy import Strategy
from firsthand.records.strategy_file import read

GOOD = """aim = "Be heard."

[[topics]]
name = "Repair"
stance = "for"
phrases_en = ["repair"]
"""
BAD = 'aim = "Be heard."\n\n[[topics]]\nname = "Repair"\nstance = "perhaps"\n'


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["strategy", *map(str, args)], env={"FIRSTHAND_LANG": lang})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.toml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_template_can_be_read_as_it_is(lang: str, tmp_path: Path) -> None:
    answer = run("template", "--lang", lang)
    assert answer.exit_code == 0
    assert read(answer.stdout) == Strategy()
    assert ("Quel est mon but" in answer.stdout) == (lang == "fr")


def test_a_good_file_passes_with_advice(file: Path) -> None:
    answer = run("check", file)
    assert answer.exit_code == 0
    assert answer.stdout.startswith("The strategy can be used; worth a thought (")
    told = json.loads(run("check", file, "--json").stdout)
    assert told["ok"] is True
    assert {"objectives", "audiences"} <= {each["section"] for each in told["advice"]}


def test_a_bad_file_gets_line_and_reason(file: Path) -> None:
    file.write_text(BAD, "utf-8")
    answer = run("check", file, lang="fr")
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "igne 5" in answer.stderr
    told = json.loads(run("check", file, "--json").stdout)
    assert (told["ok"], told["faults"][0]["line"]) == (False, 5)


def test_a_file_that_is_no_text_is_one_sentence(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    answer = run("check", file)
    assert answer.exit_code == 1
    assert answer.stderr.startswith("strategy.toml is not UTF-8 text")


def test_two_files_differ_in_words(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "autumn.toml"
    other.write_text(GOOD.replace("heard", "understood"), "utf-8")
    answer = run("diff", file, other)
    assert answer.exit_code == 1
    assert "“Be heard.” → “Be understood.”" in answer.stdout
    same = run("diff", file, file)
    assert (same.exit_code, same.stdout) == (0, "The two are the same.\n")


def test_harmony_with_the_company(file: Path, tmp_path: Path) -> None:
    company = tmp_path / "company.toml"
    company.write_text('[[topics]]\nname = "Repair"\nstance = "against"\n', "utf-8")
    answer = run("harmony", file, "--company", company, lang="fr")
    assert answer.exit_code == 1
    assert "contredit" in answer.stdout
    company.write_text('[[topics]]\nname = "Repair"\nstance = "for"\n', "utf-8")
    assert run("harmony", file, "--company", company).exit_code == 0
    assert run("harmony", file).exit_code == 1, "no plan to compare with"


def test_an_archive_proposes(tmp_path: Path) -> None:
    posts = tmp_path / "posts.jsonl"
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    texts = (
        "We mend heat pumps in {} towns.",
        "Heat pump number {} is not a miracle.",
        "My {} apprentices began on Monday; one of them sang.",
    )
    lines = [
        {"id": str(at), "at": (start + timedelta(days=at)).isoformat(), "author": "ada",
         "network": "x", "text": texts[at % 3].format(at), "reply_to_author": "grace"}
        for at in range(40)
    ]  # fmt: skip
    posts.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    answer = run("propose", "--archive", posts)
    assert answer.exit_code == 0
    assert "@grace – 40 posts" in answer.stdout
    told = json.loads(run("propose", "--archive", posts, "--json").stdout)
    assert told["people"][0]["name"] == "@grace"
    assert any("heat pump" in topic["name"].lower() for topic in told["topics"])


@pytest.mark.django_db
def test_a_file_is_kept_in_the_desk_and_comes_back(leader: Leader, file: Path) -> None:
    answer = run("import", file, "--note", "after the seminar")
    assert (answer.exit_code, answer.stdout) == (0, "Kept as version 1.\n")
    kept = room.latest(leader)
    assert kept is not None
    assert kept.note == "after the seminar"
    file.write_text(GOOD.replace("heard", "understood"), "utf-8")
    assert json.loads(run("import", file, "--json").stdout) == {"version": 2}
    assert read(run("export").stdout).aim == "Be understood."
    assert read(run("export", "--version", 1).stdout) == read(GOOD)
    assert json.loads(run("export", "--json").stdout)["aim"] == "Be understood."
    assert run("export", "--version", 7).exit_code == 1


@pytest.mark.django_db
def test_with_several_leaders_one_says_whose(leader: Leader, file: Path) -> None:
    found("Paul Durand", "Durand SA")
    asked = run("import", file)
    assert asked.exit_code == 1
    assert "--leader" in asked.stderr
    assert run("import", file, "--leader", leader.slug).exit_code == 0
    assert run("export", "--leader", "nobody").exit_code == 1
    assert run("export", "--leader", "paul-durand").exit_code == 1, "he has none"


@pytest.mark.django_db
def test_a_bad_file_keeps_nothing(leader: Leader, file: Path) -> None:
    file.write_text(BAD, "utf-8")
    assert run("import", file).exit_code == 1
    assert room.latest(leader) is None


@pytest.mark.slow
def test_on_a_desk_of_its_own(tmp_path: Path, file: Path) -> None:
    """The real program and a real database: nothing there yet, then a leader, a version, a file."""
    env = {**os.environ, "FIRSTHAND_HOME": str(tmp_path / "home"), "FIRSTHAND_LANG": "en"}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        env.pop(name, None)
    program = Path(sys.executable).parent / "firsthand"

    def call(*args: object) -> subprocess.CompletedProcess[str]:
        command = [str(program), *map(str, args)]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    none_yet = call("strategy", "import", file)
    assert none_yet.returncode == 1
    assert "Traceback" not in none_yet.stderr
    posts = tmp_path / "posts.jsonl"
    posts.write_text('{"id": "1", "text": "Bonjour", "network": "x"}\n', "utf-8")
    assert call("import", posts, "--leader", "Ada").returncode == 0
    assert call("strategy", "import", file).stdout == "Kept as version 1.\n"
    assert read(call("strategy", "export").stdout) == read(GOOD)
