"""`firsthand demo`: look around with the demo leader."""

import click

from firsthand.cli.output import lang, say_json
from firsthand.records.message import Message

LOADED = Message(
    "{name}, {organisation} (demo, fictional): {n} posts. “firsthand serve” opens the desk.",
    "{name}, {organisation} (démonstration, fictif) : {n} messages."
    " « firsthand serve » ouvre le bureau.",
)


@click.command(epilog="Example: firsthand demo && firsthand serve")
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def command(as_json: bool) -> None:
    """Put the demo leader on this desk: a fictional company head, and two years of posts.

    Doing so twice changes nothing.
    """
    from firsthand.config.desk import open_desk

    open_desk()
    from firsthand.people.founding import person_here
    from firsthand.web.demo import open_demo

    leader = open_demo(person_here())
    posts = leader.posts.count()
    organisation = leader.organisation.name
    if as_json:
        say_json({"leader": leader.slug, "name": leader.name, "posts": posts})
    else:
        said = LOADED(name=leader.name, organisation=organisation, n=posts)
        click.echo(said.text(lang()))
