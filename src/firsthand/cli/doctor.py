"""`firsthand doctor`: say what is wrong with this installation, and how to mend it."""

from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.output import lang, say_json

if TYPE_CHECKING:
    from firsthand.config.checkup import Symptom


@click.command(epilog="Example: firsthand doctor")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Say what is wrong with this installation, and how to mend it.

    Exit code 1 when something is.
    """
    from firsthand.config.checkup import examine

    found = examine()
    ill = [symptom for symptom in found if not symptom.well]
    if as_json:
        say_json({"well": not ill, "found": [_as_json(symptom) for symptom in found]})
    else:
        _say(found, len(ill))
    ctx.exit(1 if ill else 0)


def _as_json(symptom: "Symptom") -> dict[str, Any]:
    mend = symptom.mend.text(lang()) if symptom.mend and not symptom.well else None
    said = symptom.said.text(lang())
    return {"name": symptom.name, "well": symptom.well, "says": said, "mend": mend}


def _say(found: list["Symptom"], ill: int) -> None:
    from firsthand.config import checkup_messages as say

    for symptom in found:
        mark = click.style("✓", fg="green") if symptom.well else click.style("✗", fg="red")
        click.echo(f"{mark} {symptom.said.text(lang())}")
        if symptom.mend and not symptom.well:
            click.echo(f"  → {say.MEND(mend=symptom.mend).text(lang())}")
    click.echo((say.NOT_WELL(n=ill) if ill else say.WELL()).text(lang()))
