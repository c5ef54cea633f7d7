"""Installed checkers: by a small stand-in for each, and by the real one where it is."""

import shutil
import stat
from pathlib import Path

import pytest

from firsthand.coach.context import Context, Fault
from firsthand.coach.proofreading import installed
from firsthand.coach.proofreading.grammalecte import Grammalecte
from firsthand.coach.proofreading.speller import Speller
from firsthand.coach.reviewing import review


def program(folder: Path, name: str, body: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_words_that_the_dictionary_lacks_are_shown_where_they_stand(tmp_path: Path) -> None:
    path = program(tmp_path, "hunspell", "grep -x -e atelié -e deu")
    text = "L'atelié de Brestt a deu portes, voir https://deu.fr @deu"
    found = Speller("hunspell", path).faults(text, "fr")
    assert [text[fault.start : fault.end] for fault in found] == ["atelié", "deu"]
    assert Speller("hunspell", path).faults(text, None) == ()


@pytest.mark.parametrize("body", ["exit 1", "echo '{'", "echo '{\"data\": [{}]}'", "echo '[1]'"])
def test_a_checker_that_fails_says_nothing(tmp_path: Path, body: str) -> None:
    path = program(tmp_path, "grammalecte-cli", body)
    assert Grammalecte(path).faults(f"Les atelier. {body}", "fr") == ()
    assert Grammalecte("/nowhere/at/all").faults("Les atelier.", "fr") == ()


def test_a_span_outside_the_text_is_dropped(tmp_path: Path) -> None:
    error = '{"nStart": 0, "nEnd": 99, "sMessage": "x"}'
    body = f"""echo '{{"data": [{{"iParagraph": 1, "lGrammarErrors": [{error}], "lSpellingErrors": []}}]}}'"""
    assert Grammalecte(program(tmp_path, "g", body)).faults("Oui.", "fr") == ()


@pytest.mark.skipif(not shutil.which("grammalecte-cli"), reason="needs grammalecte-cli")
def test_real_grammar_counts_lines_and_characters() -> None:
    text = "Bonjour 🚀\r\n\nLes atelier est ouvert. Un atelié neuf."
    checker = Grammalecte.find()
    assert checker is not None
    found = checker.faults(text, "fr")
    assert {(fault.kind, text[fault.start : fault.end]) for fault in found} >= {
        ("grammar", "atelier"),
        ("spelling", "atelié"),
    }
    checks = {f.check for f in review(text, Context(proofreaders=(checker,))).findings}
    assert {"grammar", "spelling"} <= checks


def test_whatever_is_installed_can_be_asked() -> None:
    for checker in installed():
        assert all(isinstance(fault, Fault) for fault in checker.faults("Bonjour.", None))
