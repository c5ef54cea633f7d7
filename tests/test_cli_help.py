"""The list of commands, in both languages, without loading any of them."""

from click.testing import CliRunner

from firsthand.cli.main import COMMANDS, main


def test_help_lists_every_command() -> None:
    answer = CliRunner().invoke(main, ["--help"], env={"FIRSTHAND_LANG": "fr"})
    assert answer.exit_code == 0
    assert "Commandes" in answer.output
    for name in COMMANDS:
        assert name in answer.output
