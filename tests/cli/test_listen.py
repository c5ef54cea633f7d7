"""`firsthand listen`: the demo's stream, with its rumour; what is refused; French and English."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import main


def firsthand(*arguments: str, lang: str = "en", **more: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"FIRSTHAND_LANG": lang}, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert firsthand("demo", "--stream", str(folder)).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def lately(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo's last days only, which are soon heard."""
    folder = tmp_path_factory.mktemp("lately")
    lines = (demo / "stream.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "stream.jsonl").write_bytes(b"".join(lines[-240:]))
    (folder / "strategy.toml").write_bytes((demo / "strategy.toml").read_bytes())
    return folder


@pytest.fixture(scope="module")
def heard(demo: Path) -> Result:
    return hear(demo, "--json")


def hear(demo: Path, *more: str, lang: str = "en") -> Result:
    source, strategy = demo / "stream.jsonl", demo / "strategy.toml"
    return firsthand("listen", str(source), "--strategy", str(strategy), *more, lang=lang)


def test_the_two_years_of_the_demo_give_signals_with_their_posts(heard: Result) -> None:
    assert heard.exit_code == 0
    signals = [json.loads(line) for line in heard.stdout.splitlines()]
    counted = Counter(signal["kind"] for signal in signals)
    assert counted["question"] > 5
    assert counted["surge"] > 0
    assert counted["voice"] > 0
    assert all(signal["evidence"] for signal in signals)
    assert "posts heard" in heard.stderr


def test_the_rumour_of_the_demo_is_one_signal_that_goes_all_the_way_to_calmed(
    heard: Result,
) -> None:
    signals = [json.loads(line) for line in heard.stdout.splitlines()]
    rumours = [signal for signal in signals if signal["kind"] == "rumour"]
    assert len({signal["id"] for signal in rumours}) == 1
    assert [signal["number"] for signal in rumours] == list(range(len(rumours)))
    first, *_, answered, calmed = rumours
    assert [each["state"] for each in (first, answered, calmed)] == ["open", "answered", "calmed"]
    assert first["clock"]["seconds"] < 60 * 60, "told within the hour"
    assert any("Saint-Aubrac" in proof["text"] for proof in first["evidence"])
    assert answered["course"]["outlook"]["low"] <= answered["course"]["outlook"]["high"]
    assert answered["course"]["answer"]["author"] == "helene_darcourt"
    assert calmed["course"]["since_answer"]["came"] > 0


def test_a_person_reads_what_how_big_since_when_who_began_and_what_next(lately: Path) -> None:
    answer = hear(lately, lang="fr")
    told = answer.stdout.replace("\u00a0", " ").replace("\u202f", " ")
    page = next(each for each in told.split("\n\n") if each.startswith("Rumeur · calmée"))
    for part in (
        "par heure", "Entendue d'abord de @riverain_du_pont", "https://x.example/", "La réponse",
        "Depuis la réponse :", "À faire :",
    ):  # fmt: skip
        assert part in page
    assert "→ ?" not in told
    assert "Rumeur : 1 (calmée 1)" in answer.stderr.replace("\u00a0", " ")


def test_an_archive_tells_what_the_leader_has_said(lately: Path, tmp_path: Path) -> None:
    archive = tmp_path / "own.jsonl"
    said = [
        {"id": "1", "author": "helene_darcourt", "text": "Nous réparons.", "at": "2024-01-01T09:00:00Z"},
        {"id": "2", "author": "somebody", "text": "Autre chose.", "at": "2024-01-01T09:00:00Z"},
    ]  # fmt: skip
    archive.write_text("".join(json.dumps(line) + "\n" for line in said), "utf-8")
    answer = hear(lately, "--archive", str(archive), "--own", "@solvane", "--json")
    assert answer.exit_code == 0
    assert "15 watches" in answer.stderr


def test_a_time_that_is_none_is_refused(lately: Path) -> None:
    answer = hear(lately, "--answered", "yesterday")
    assert answer.exit_code == 1
    assert answer.stderr.startswith("“yesterday” is no time with its offset;")


def test_holidays_of_a_country_are_known_and_one_that_is_none_is_refused(lately: Path) -> None:
    assert hear(lately, "--country", "FR").exit_code == 0
    answer = hear(lately, "--country", "Atlantide", lang="fr")
    assert answer.exit_code == 1
    told = answer.stderr.replace("\u00a0", " ")
    assert told.startswith("Les jours fériés de « Atlantide » sont inconnus")


def test_what_was_told_is_not_told_again(lately: Path, tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "heard"))
    assert "Rumeur" in hear(lately, *state, lang="fr").stdout
    again = hear(lately, *state, lang="fr")
    assert again.stdout == ""
    summary = again.stderr.splitlines()[-1]
    assert summary.startswith("Depuis le premier lancement, 240 messages entendus, ")
    assert summary.endswith("cette fois, 0 signal, 0 suite.")


def test_more_processes_say_the_same(lately: Path) -> None:
    """In a process of its own, as a test runner has threads that should not be forked."""
    source, strategy = lately / "stream.jsonl", lately / "strategy.toml"
    told = subprocess.run(
        [
            sys.executable, "-c", "from firsthand.cli.main import main; main()", "listen",
            str(source), "--strategy", str(strategy), "--json", "--processes", "2",
        ],
        stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    assert told.stdout.decode() == hear(lately, "--json").stdout


def test_nothing_in_a_post_steers_the_terminal(lately: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    post = {"id": "1", "author": "x\x1b[31m", "text": "@helene_darcourt pourquoi ?\x1b]0;pwned\x07"}
    source.write_text(json.dumps(post), "utf-8")
    answer = firsthand("listen", str(source), "--strategy", str(lately / "strategy.toml"))
    assert "@helene_darcourt pourquoi" in answer.stdout
    assert "\x1b" not in answer.stdout


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_strategy_that_is_no_text_is_one_sentence(
    lately: Path, tmp_path: Path, lang: str
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"\xe9\xff\x00leader")
    answer = firsthand(
        "listen", str(lately / "stream.jsonl"), "--strategy", str(bad), lang=lang
    )  # fmt: skip
    assert answer.exit_code == 1
    wanted = {"en": "bad.toml is not UTF-8 text", "fr": "bad.toml n'est pas du texte UTF-8"}
    assert wanted[lang] in answer.stderr


def test_what_is_wrong_in_a_strategy_is_told_with_its_file(lately: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b'\xef\xbb\xbfleadr = "A"\n')
    answer = firsthand("listen", str(lately / "stream.jsonl"), "--strategy", str(bad))
    assert answer.exit_code == 1
    assert answer.stderr.splitlines()[-1] == (
        "bad.toml: This strategy cannot be used: line 1, leadr: this key is not known;"
        " perhaps you meant “leader”."
    )


def test_a_byte_order_mark_before_a_strategy_is_no_fault(lately: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.toml"
    marked.write_bytes(b"\xef\xbb\xbf" + (lately / "strategy.toml").read_bytes())
    answer = firsthand("listen", str(lately / "stream.jsonl"), "--strategy", str(marked), "--json")
    assert answer.exit_code == 0
    assert answer.stdout == hear(lately, "--json").stdout


def test_a_strategy_that_names_nothing_is_refused(lately: Path, tmp_path: Path) -> None:
    strategy = tmp_path / "empty.toml"
    strategy.write_text('aim = "x"\n', "utf-8")
    refused = firsthand("listen", str(lately / "stream.jsonl"), "--strategy", str(strategy))
    assert refused.exit_code == 1
    assert "names nothing to listen for" in refused.stderr


def test_what_is_not_there_is_refused_at_once(lately: Path) -> None:
    strategy = ("--strategy", str(lately / "strategy.toml"))
    for arguments in (
        ("nowhere",),
        (str(lately),),
        (str(lately / "stream.jsonl"), "--archive", "no.zip"),
    ):
        answer = firsthand("listen", *arguments, *strategy)
        assert answer.exit_code == 1
        (said,) = answer.stderr.splitlines()
        assert said.startswith(("There is no file or folder", f"“{lately}” is a folder;"))


def test_only_spark_goes_on(lately: Path) -> None:
    answer = hear(lately, "--goes-on")
    assert answer.exit_code == 2
    assert "add --engine spark." in answer.stderr


def test_a_file_without_a_post_is_refused_after_the_others_were_heard(
    lately: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("no JSON\n" * 3, "utf-8")
    strategy = ("--strategy", str(lately / "strategy.toml"), "--json")
    answer = firsthand("listen", str(bad), str(lately / "stream.jsonl"), *strategy)
    assert answer.exit_code == 1
    assert answer.stdout == hear(lately, "--json").stdout
    assert "240 posts heard" in answer.stderr
    assert answer.stderr.splitlines()[-1].startswith("Nothing in bad.jsonl could be read")


def test_only_the_first_start_on_a_machine_is_said_to_take_longer(tmp_path: Path) -> None:
    """Asked twice in a process of its own, before and after something was compiled there."""
    asking = """
from pathlib import Path
from firsthand.cli.listen_setup import is_first_start, step
print(is_first_start())
Path(step.stats.cache_path, "kernels.step-9.py312.nbi").touch()
print(is_first_start())
"""
    asked = subprocess.run(
        [sys.executable, "-c", asking],
        stdout=subprocess.PIPE, check=True, env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)},
    )  # fmt: skip
    assert asked.stdout.split() == [b"True", b"False"]
