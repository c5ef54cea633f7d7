"""`firsthand bench`: measure this machine, each path against the least possible work."""

from dataclasses import asdict
from importlib import import_module
from pkgutil import iter_modules

import click
from rich.console import Console
from rich.table import Table

from firsthand.cli import benchmarks
from firsthand.cli.benchmarks import Row
from firsthand.cli.output import say_json


def names() -> list[str]:
    """Give the names of the benchmarks."""
    return sorted(module.name for module in iter_modules(benchmarks.__path__))


@click.command(epilog="Example: firsthand bench imports search")
@click.argument("which", nargs=-1, type=click.Choice(names()))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(which: tuple[str, ...], as_json: bool) -> None:
    """Measure this machine: all paths, or the ones named."""
    rows: list[Row] = []
    for name in which or names():
        found = import_module(f"firsthand.cli.benchmarks.{name}").run()
        rows.extend(found)
        if not as_json:
            _show(name, found)
    if as_json:
        say_json([asdict(row) for row in rows])


def _show(name: str, rows: list[Row]) -> None:
    table = Table(title=name, title_justify="left")
    for heading in ("", "figure", "unit", "target", "met"):
        table.add_column(heading, justify="right" if heading == "figure" else "left")
    for row in rows:
        met = {True: "yes", False: "no", None: ""}[row.met]
        table.add_row(row.name, f"{row.value:,.3g}", row.unit, row.target, met)
    Console().print(table)
