"""What README and docs tell people to type exists."""

import re
from pathlib import Path

import pytest

from firsthand.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_exists(page: Path) -> None:
    for name in re.findall(r"^\.venv/bin/firsthand (\w+)", page.read_text(), re.MULTILINE):
        assert name in COMMANDS, f"{page.name} names firsthand {name}"


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
    from click.testing import CliRunner

    from firsthand.cli.main import main

    answer = CliRunner().invoke(main, [name, "--help"])
    assert answer.exit_code == 0, answer.output
