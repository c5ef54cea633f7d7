"""`firsthand assess`: a questionnaire out, a verdict back, without any desk."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.standing.readiness.personas import ORDINARY

from firsthand.cli.main import main


def run(*args: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["assess", *args], env={"FIRSTHAND_LANG": lang})


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.toml"
    said = {**ORDINARY, "listening": "everyone"}
    path.write_text("".join(f'{name} = "{value}"\n' for name, value in said.items()), "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Sixty posts over a year, one of which answers somebody."""
    path = tmp_path / "posts.jsonl"
    lines = [
        {"id": f"p{at}", "at": f"2026-{at % 12 + 1:02}-10T09:00:00+01:00", "author": "ada", "network": "x",
         "text": "Je pense qu'il faut former davantage d'apprentis dans nos ateliers, et vite, parce que les métiers se perdent."}
        for at in range(60)
    ]  # fmt: skip
    lines[0] |= {"reply_to": "z1", "reply_to_author": "zoe"}
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "not json\n", "utf-8")
    return path


def test_the_template_can_be_judged_as_it_is(tmp_path: Path) -> None:
    printed = run("--template", lang="fr")
    assert printed.exit_code == 0
    assert "Quelle est la taille" in printed.output
    path = tmp_path / "answers.toml"
    path.write_text(printed.output, "utf-8")
    judged = run("--answers", str(path), "--json")
    assert judged.exit_code == 0
    assert json.loads(judged.stdout)["verdict"] == "uncertain"


def test_a_verdict_in_words(answers: Path) -> None:
    found = run("--answers", str(answers))
    assert found.exit_code == 0
    assert found.output.startswith("GO\nYou would gain from being there")
    assert "27 of 27 questions answered" in found.output


def test_a_verdict_with_an_archive_that_disagrees(answers: Path, archive: Path) -> None:
    found = run("--answers", str(answers), "--archive", str(archive), lang="fr")
    assert found.exit_code == 0
    assert "vous avez répondu « Je réponds à tous, ou presque »." in found.output.replace(
        "\u00a0", " "
    )
    assert "2 % de vos messages répondent à quelqu'un (1 sur 60)" in found.output.replace(
        "\u00a0", " "
    )
    assert "1 élément écarté" in found.stderr


def test_json_opens_every_figure(answers: Path, archive: Path) -> None:
    found = json.loads(run("--answers", str(answers), "--archive", str(archive), "--json").stdout)
    assert found["verdict"] == "go"
    assert found["evidence"]["replies"]["value"] == pytest.approx(1 / 60)
    assert found["evidence"]["replies"]["samples"] == ["p0"]
    assert found["evidence"]["hostile_answers"]["value"] is None
    assert found["skipped"]["n"] == 1
    listening = next(one for one in found["factors"] if one["factor"] == "listening")
    assert listening["weight_why"][0]["fr"]
    assert listening["evidence"][0]["why"]["en"]


def test_a_fault_is_one_sentence_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('size = "sme"\nsector = "shoes"\n', "utf-8")
    found = run("--answers", str(path))
    assert found.exit_code == 1
    assert found.stderr.startswith(
        "Line 2: “shoes” is not an answer to “sector”; choose among consumer,"
    )
    assert found.stderr.count("\n") == 1


def test_nothing_given_is_wrong_usage() -> None:
    found = run()
    assert found.exit_code == 2
    assert "--answers" in found.stderr


def test_an_archive_alone_is_judged_as_far_as_it_goes(archive: Path) -> None:
    found = json.loads(run("--archive", str(archive), "--json").stdout)
    assert found["verdict"] == "uncertain"
    assert found["answered"] == 0
