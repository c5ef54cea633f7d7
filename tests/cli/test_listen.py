"""`firsthand listen`: the demo's stream, with its rumour; what is refused; French and English."""

import json
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


def hear(demo: Path, *more: str, lang: str = "en") -> Result:
    source, strategy = demo / "stream.jsonl", demo / "strategy.toml"
    return firsthand("listen", str(source), "--strategy", str(strategy), *more, lang=lang)


def test_the_rumour_of_the_demo_is_found_with_its_posts(demo: Path) -> None:
    answer = hear(demo, "--json")
    assert answer.exit_code == 0
    signals = [json.loads(line) for line in answer.stdout.splitlines()]
    counted = Counter(signal["kind"] for signal in signals)
    assert counted["question"] > 5
    assert counted["surge"] > 0
    rumours = [signal for signal in signals if signal["kind"] == "rumour"]
    first = min(rumours, key=lambda signal: signal["at"])
    assert any("Saint-Aubrac" in proof["text"] for proof in first["evidence"])
    assert all(signal["evidence"] for signal in signals)
    assert "posts heard" in answer.stderr


def test_what_was_told_is_not_told_again(demo: Path, tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "heard"))
    assert "Rumeur" in hear(demo, *state, lang="fr").stdout
    again = hear(demo, *state, lang="fr")
    assert again.stdout == ""
    assert "0 signaux" in again.stderr


def test_nothing_in_a_post_steers_the_terminal(demo: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    post = {"id": "1", "author": "x\x1b[31m", "text": "@helene_darcourt pourquoi ?\x1b]0;pwned\x07"}
    source.write_text(json.dumps(post), "utf-8")
    answer = firsthand("listen", str(source), "--strategy", str(demo / "strategy.toml"))
    assert "@helene_darcourt pourquoi" in answer.stdout
    assert "\x1b" not in answer.stdout


def test_a_file_that_is_not_there_and_a_strategy_that_names_nothing(
    demo: Path, tmp_path: Path
) -> None:
    strategy = tmp_path / "empty.toml"
    strategy.write_text('aim = "x"\n', "utf-8")
    assert firsthand("listen", "nowhere", "--strategy", str(strategy)).exit_code == 2
    refused = firsthand("listen", str(demo / "stream.jsonl"), "--strategy", str(strategy))
    assert refused.exit_code == 1
    assert "names nothing to listen for" in refused.stderr
