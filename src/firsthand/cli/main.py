"""`firsthand`: the commands, each loaded only when it is asked for."""

import gettext as translations
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as clicks_word
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import firsthand
from firsthand.cli.output import lang
from firsthand.records.errors import FirsthandError
from firsthand.records.message import Message

COMMANDS = {
    "analyse": Message("Judge lines of JSON, one answer for each.", "Juger des lignes JSON, une réponse pour chacune."),
    "assess": Message("Take stock: should the leader be there at all?", "Faire le point : faut-il y être ?"),
    "bench": Message("Measure this machine, as ratios against the least possible work.", "Mesurer cette machine, en rapport au strict minimum."),
    "demo": Message("Look around with the demo leader.", "Découvrir le bureau avec le dirigeant de démonstration."),
    "doctor": Message("Say what is wrong with this installation, and how to mend it.", "Dire ce qui ne va pas dans cette installation, et comment y remédier."),
    "import": Message("Bring in the posts written so far.", "Faire entrer les messages déjà publiés."),
    "listen": Message("Hear in a stream what is worth the leader's time.", "Entendre dans un flux ce qui mérite le temps du dirigeant."),
    "review": Message("Say what a wise, kind, blunt adviser would of a draft.", "Dire d'un brouillon ce qu'en dirait un conseiller sage, bienveillant et franc."),
    "serve": Message("Open the desk.", "Ouvrir le bureau."),
    "strategy": Message("Check, import, export or compare strategies.", "Vérifier, importer, exporter ou comparer des stratégies."),
}  # fmt: skip


WHAT = Message(
    "A desk for a company's leader: decide, plan, listen, write, publish once, measure.",
    "Un bureau pour qui dirige : décider, prévoir, écouter, écrire, publier une fois, mesurer.",
)
LOCALE = Path(__file__).parent / "locale"


@contextmanager
def click_speaks(language: str) -> Iterator[None]:
    """Let click, which asks the environment, speak a language; afterwards all is as it was."""
    before = os.environ.get("LANGUAGE")
    translations.bindtextdomain("messages", LOCALE)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


class Commands(click.Group):
    """The list of commands; each lives in the file of its name."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run as a program, click's own words in the reader's language."""
        with click_speaks(lang()):
            return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names, in alphabetical order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(
            f"firsthand.cli.{cmd_name}_" if cmd_name == "import" else f"firsthand.cli.{cmd_name}"
        )
        command: click.Command = module.command
        return command

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what Firsthand is, in the reader's language."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(WHAT.text(lang()))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section(clicks_word("Commands")):
            formatter.write_dl([(name, what.text(lang())) for name, what in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what Firsthand says in one sentence goes to stderr, exit code 1."""
        try:
            return super().invoke(ctx)
        except FirsthandError as error:
            click.echo(error.text(lang()), err=True)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(firsthand.__version__, prog_name="firsthand")
def main() -> None:
    """A desk for a company's leader: decide, plan, listen, write, publish once, measure."""


if __name__ == "__main__":
    sys.exit(main())
