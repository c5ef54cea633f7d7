"""The commands as a whole: click's own words in the reader's language, and the exit codes."""

import ast
import importlib.metadata
import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tools import messages

from firsthand.cli.main import main


def told(*asked: str, lang: str = "fr") -> Result:
    return CliRunner().invoke(main, asked, env={"FIRSTHAND_LANG": lang})


def said_by_click() -> Iterator[str]:
    """Give every sentence that click would have translated."""
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in {"_", "ngettext"}:
                words = [each.value for each in node.args if isinstance(each, ast.Constant)]
                yield from (each for each in words if isinstance(each, str))


def test_click_speaks_french_to_whom_reads_french() -> None:
    result = told("import")
    assert result.exit_code == 2
    assert "Usage\u00a0: " in result.stderr
    assert "Erreur\u00a0: il manque l’argument" in result.stderr
    assert "Missing" not in result.stderr
    help_ = told("--help").output
    assert "Commandes:" in help_
    assert "Un bureau pour qui dirige" in help_


def test_click_speaks_english_again_and_leaves_no_trace() -> None:
    before = os.environ.get("LANGUAGE")
    told("import")
    assert os.environ.get("LANGUAGE") == before
    result = told("import", lang="en")
    assert "Error: Missing argument" in result.stderr


def test_what_is_compiled_of_clicks_words_is_what_is_written() -> None:
    written = messages.as_mo(messages.clicks())
    assert messages.CLICK.with_suffix(".mo").read_bytes() == written, "run: sh tools/messages"


@pytest.mark.skipif(
    not importlib.metadata.version("click").startswith("8."), reason="written for click 8"
)
def test_nothing_is_put_into_french_that_click_does_not_say() -> None:
    said = set(said_by_click()) | {"required", "Aborted!"}
    for message in messages.clicks():
        if message.id:
            assert set(message.id if isinstance(message.id, tuple) else [message.id]) <= said


@pytest.mark.parametrize(
    "asked",
    [
        ("import", "{nothing}"),
        ("assess", "--answers", "{nothing}"),
        ("assess", "--archive", "{nothing}"),
        ("strategy", "check", "{nothing}"),
        ("strategy", "diff", "{nothing}", "{nothing}"),
        ("review", "--strategy", "{nothing}", "Bonjour."),
    ],
)
def test_a_missing_file_is_refused_in_one_sentence(asked: tuple[str, ...], tmp_path: Path) -> None:
    nothing = tmp_path / "rien.zip"
    result = told(*(each.format(nothing=nothing) for each in asked))
    assert result.exit_code == 1
    assert result.stderr == (
        f"Il n'y a ni fichier ni dossier «\u00a0{nothing}\u00a0»\u00a0: vérifiez le chemin.\n"
    )


def test_a_folder_where_a_file_is_wanted_is_refused(tmp_path: Path) -> None:
    result = told("strategy", "check", str(tmp_path), lang="en")
    assert result.exit_code == 1
    assert "is a folder" in result.stderr


def test_what_is_wrong_in_a_strategy_is_told_with_the_name_of_its_file(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('leader = "Ada"', "utf-8")
    bad.write_text("leader = 3", "utf-8")
    for asked in (("check", bad), ("diff", good, bad), ("harmony", good, "--company", bad)):
        result = told("strategy", *map(str, asked), lang="en")
        assert result.exit_code == 1
        assert result.stderr.startswith("bad.toml: "), result.stderr
        assert "line 1" in result.stderr
