"""`firsthand analyse match`: watches and their queries."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.filters import match
from firsthand.cli.main import main

QUERIES = """
# What concerns Solvane
usine: usine AND (solvane OR #solvane)
la patronne: "Hélène Darcourt" OR @helene_darcourt
en anglais: plant lang:en
"""
POSTS = [
    {"id": 1, "text": "L’usine #Solvane ferme, dit Hélene DARCOURT"},
    {"id": 2, "text": "The plant is closing"},
    {"id": 3},
    {"id": 4, "text": "The plant is closing", "lang": "fr"},
]


def analyse(file: Path, lang: str = "en") -> Result:
    source = "".join(json.dumps(line) + "\n" for line in POSTS)
    arguments = ["analyse", "match", "--queries", str(file)]
    return CliRunner().invoke(main, arguments, input=source, env={"FIRSTHAND_LANG": lang})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "watches.txt"
    found.write_text(QUERIES, "utf-8")
    return found


@pytest.mark.parametrize("few", [match.FEW, 0])
def test_each_post_with_its_watches(file: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "FEW", few)
    answer = analyse(file)
    assert [json.loads(line) for line in answer.stdout.splitlines()] == [
        {"id": 1, "watches": ["usine", "la patronne"]},
        {"id": 2, "watches": ["en anglais"]},
        {"id": 3, "error": "no text"},
        {"id": 4, "watches": []},
    ]
    assert answer.exit_code == 0


@pytest.mark.parametrize("heading", ["", "[queries]\n"])
def test_queries_in_toml(tmp_path: Path, heading: str) -> None:
    file = tmp_path / "watches.toml"
    file.write_text(heading + '"la patronne" = "@helene OR darcourt"\n', "utf-8")
    first = json.loads(analyse(file).stdout.splitlines()[0])
    assert first["watches"] == ["la patronne"]


REFUSED = {
    "a: usine AND\n": "line 1, column 10",
    "\na: usine\nb usine\n": "line 3",
    "a: usine\na: ferme\n": "line 2",
    'a = "usine"\nb = "(usine"\n': "line 2, column 1",
    'a = "usine"\nb = 3\n': "line 2",
    'a = "usine"\nb = \n': "line 2",
    "# nothing\n": "no query",
}


@pytest.mark.parametrize("content", REFUSED)
def test_a_fault_is_told_with_its_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "watches"
    file.write_text(content, "utf-8")
    answer = analyse(file)
    assert answer.exit_code == 1
    said = answer.stderr.replace(": column", ", column")
    assert REFUSED[content] in said


def test_a_fault_in_french(tmp_path: Path) -> None:
    file = tmp_path / "watches"
    file.write_text("a: (usine", "utf-8")
    assert "ligne 1\u00a0: colonne 4\u00a0: cette parenthèse" in analyse(file, "fr").stderr
