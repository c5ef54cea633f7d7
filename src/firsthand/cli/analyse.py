"""`firsthand analyse KIND`: filters that read lines of JSON and write lines of JSON."""

from importlib import import_module
from pkgutil import iter_modules

import click

from firsthand.cli import filters


class Filters(click.Group):
    """The filters; each lives in the file of its name under `cli/filters`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the filters."""
        return sorted(module.name for module in iter_modules(filters.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one filter."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"firsthand.cli.filters.{cmd_name}").command
        return command


@click.group(cls=Filters)
def command() -> None:
    """Judge lines of JSON, one answer for each, in order."""
