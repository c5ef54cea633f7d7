"""`firsthand demo`: look around with the demo leader."""

from datetime import UTC, datetime
from pathlib import Path

import click
import orjson

from firsthand.cli.output import lang, say_json
from firsthand.records.message import Message
from firsthand.records.post import Post

LOADED = Message(
    "{name}, {organisation} (demo, fictional): {n} posts. “firsthand serve” opens the desk.",
    "{name}, {organisation} (démonstration, fictif) : {n} messages."
    " « firsthand serve » ouvre le bureau.",
)
WRITTEN = Message(
    "{n} posts are in {posts}. Hear them: firsthand listen {posts} --strategy {strategy}",
    "{n} messages sont dans {posts}. Pour les écouter :"
    " firsthand listen {posts} --strategy {strategy}",
)
SEED = 1


@click.command(epilog="Example: firsthand demo && firsthand serve")
@click.option(
    "--stream", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Instead, write what was heard (stream.jsonl) and the strategy there, for “listen”.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def command(*, stream: Path | None, as_json: bool) -> None:
    """Put the demo leader on this desk: a fictional company head, and two years of posts.

    Doing so twice changes nothing.
    """
    if stream is not None:
        _write_stream(stream, as_json=as_json)
        return
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


def _write_stream(folder: Path, *, as_json: bool) -> None:
    """Write the demo's posts, its own and those heard, in the order of time."""
    from firsthand.networks.simulator.demo.build import build
    from firsthand.records.post import to_line

    demo = build(SEED, datetime.now(UTC))
    told = sorted((post for post in (*demo.posts, *demo.heard) if post.at), key=_time)
    folder.mkdir(parents=True, exist_ok=True)
    posts, strategy = folder / "stream.jsonl", folder / "strategy.toml"
    posts.write_bytes(b"".join(orjson.dumps(to_line(post)) + b"\n" for post in told))
    strategy.write_text(demo.strategy, "utf-8")
    if as_json:
        say_json({"stream": str(posts), "strategy": str(strategy), "posts": len(told)})
    else:
        click.echo(WRITTEN(n=len(told), posts=posts, strategy=strategy).text(lang()))


def _time(post: Post) -> str:
    return post.at.astimezone(UTC).isoformat() if post.at else ""
