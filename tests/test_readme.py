"""What README and docs tell people to type exists."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import click
import pytest
from click.testing import CliRunner

from firsthand.cli.main import COMMANDS, main
from firsthand.networks.simulator.x_archive import write_folder

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_exists(page: Path) -> None:
    for name in re.findall(r"^\.venv/bin/firsthand (\w+)", page.read_text(), re.MULTILINE):
        assert name in COMMANDS, f"{page.name} names firsthand {name}"


def lines(page: Path) -> Iterator[list[str]]:
    """Give the words of every line that tells to type a command, without where it writes to."""
    typed = re.findall(r"^(?:\.venv/bin/)?firsthand (.+)$", page.read_text("utf-8"), re.MULTILINE)
    inline = re.findall(r"`firsthand ([^`]+)`", page.read_text("utf-8"))
    for line in (*typed, *inline):
        yield shlex.split(re.split(r"\s[<>|#]|\n", line)[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_named_is_taken(page: Path) -> None:
    for said in lines(page):
        if said[0] not in COMMANDS:
            assert said[0].startswith("-") or "…" in said, f"{page.name} names firsthand {said[0]}"
            continue
        command = main.get_command(click.Context(main), said.pop(0))
        while isinstance(command, click.Group) and said and not said[0].startswith("-"):
            found = command.get_command(click.Context(command), said.pop(0))
            command = found or command
        assert command is not None
        taken = {name for each in command.params for name in each.opts} | {"--help"}
        named = {word for word in said if word.startswith("--")}
        assert named <= taken, f"{page.name}: {command.name} does not take {named - taken}"


@pytest.mark.django_db
@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "README.fr.md"], ids=lambda p: p.name)
def test_what_the_readme_tells_to_type_runs_from_posts_to_a_verdict(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "twitter-archive.zip"
    write_folder(tmp_path / "export", 100_000)
    with ZipFile(archive, "w") as package:
        for file in (tmp_path / "export").rglob("*.js"):
            package.write(file, file.relative_to(tmp_path / "export"))
    monkeypatch.chdir(tmp_path)
    text = page.read_text("utf-8")
    typed = re.findall(r"^\.venv/bin/firsthand (.+)$", text, re.MULTILINE)
    assert len(typed) > 4
    for line in typed:
        command, _, kept = line.partition(" > ")
        words = [
            str(archive) if word.endswith("twitter-archive.zip")
            else str(ROOT / word) if word.startswith("docs/")
            else word
            for word in shlex.split(command)
        ]  # fmt: skip
        answer = CliRunner().invoke(main, words)
        assert answer.exit_code in ({0, 1} if words[0] in {"review", "doctor"} else {0}), line
        assert answer.output
        if kept:
            (tmp_path / kept).write_text(answer.stdout, "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for name in re.findall(r"^make ([a-z-]+)$|`make ([a-z-]+)`", page.read_text(), re.MULTILINE):
        assert set(filter(None, name)) <= targets, f"{page.name} names make {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text()):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_listed_loads_and_helps(name: str) -> None:
    answer = CliRunner().invoke(main, [name, "--help"])
    assert answer.exit_code == 0, answer.output
