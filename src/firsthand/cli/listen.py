"""`firsthand listen`: read streams of posts and say what is worth the leader's time."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from firsthand.cli import listen_words as words
from firsthand.cli.output import lang
from firsthand.records.errors import BadInput
from firsthand.records.query import Query
from firsthand.records.signal import KIND_NAMES, SignalKind

if TYPE_CHECKING:
    from firsthand.listen.engines.local import Home, Source
    from firsthand.listen.pipeline import Pipeline

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SHORT = 160


@click.command(
    epilog="Example: firsthand listen stream.jsonl --strategy strategy.toml --state heard"
)
@click.argument("sources", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--strategy", "strategies", type=_FILE, multiple=True, required=True,
    help="Whom and what to listen for; once for each leader.",
)  # fmt: skip
@click.option(
    "--state", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Keep posts and signals there, and go on from there next time.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True,
    help="Listen in this process, or on a Spark cluster.",
)  # fmt: skip
@click.option("--master", metavar="URL", default="local[*]", help="Where the cluster's master is.")
@click.option("--goes-on", is_flag=True, help="With Spark: wait for more files.")
@click.option("--json", "as_json", is_flag=True, help="Print each signal as a line of JSON.")
def command(
    sources: tuple[str, ...],
    strategies: tuple[Path, ...],
    state: Path | None,
    engine: str,
    master: str,
    *,
    goes_on: bool,
    as_json: bool,
) -> None:
    """Print the signals of streams: questions, thanks, surges, rumours, each with its posts.

    FILE holds lines of JSON (ours, or Jetstream's events), or is Parquet; - is standard
    input. With Spark it is one folder of such files, and --state is needed.
    """
    if engine == "spark":
        if len(sources) != 1 or not Path(sources[0]).is_dir() or state is None:
            raise click.UsageError(words.SPARK_NEEDS.text(lang()))
        _run_there(master, Path(sources[0]), strategies, state, goes_on=goes_on, as_json=as_json)
        return
    for source in sources:
        if source != "-" and not Path(source).is_file():
            raise click.BadParameter(words.NO_FILE(path=source).text(lang()))
    # Imported here because the analysis takes a second to start.
    from firsthand.listen.engines.local import Home, open_source, spare_garbage

    pipeline = _pipeline(strategies)
    spare_garbage()
    opened = [open_source(source) for source in sources]
    if state is None:
        _run(opened, pipeline, None, as_json=as_json)
        return
    with Home(state) as home:
        _tell(home, as_json=as_json)
        _run(opened, pipeline, home, as_json=as_json)


def _pipeline(files: Sequence[Path]) -> "Pipeline":
    from firsthand.listen.match.compiling import compile_strategy
    from firsthand.listen.match.matcher import Matcher
    from firsthand.listen.match.plain import account
    from firsthand.listen.pipeline import Pipeline
    from firsthand.records.strategy_file import read

    queries: list[Query] = []
    own: dict[str, frozenset[str]] = {}
    for file in files:
        strategy = read(file.read_text("utf-8"))
        compiled = compile_strategy(strategy)
        if not compiled:
            raise BadInput(words.NOTHING_TO_HEAR(path=file))
        queries += compiled
        own[compiled[0].leader] = frozenset(map(account, strategy.handles))
    return Pipeline(Matcher.of(queries), own)


def _run(
    sources: "Sequence[Source]", pipeline: "Pipeline", home: "Home | None", *, as_json: bool
) -> None:
    from firsthand.listen.engines.local import listen
    from firsthand.records.signal import to_line

    signals = 0
    with _bar() as bar:
        task = bar.add_task("", total=1.0)
        for step in listen(sources, pipeline, home):
            if home is not None:
                signals += _tell(home, as_json=as_json)
            else:
                _say([to_line(signal, lang()) for signal in step.signals], as_json=as_json)
                signals += len(step.signals)
            heard = words.HEARD(n=f"{pipeline.total:,}", matched=f"{pipeline.matched:,}")
            bar.update(task, completed=step.done, description=heard.text(lang()))
    click.echo(_summary(pipeline, signals), err=True)


def _run_there(
    master: str,
    folder: Path,
    strategies: Sequence[Path],
    state: Path,
    *,
    goes_on: bool,
    as_json: bool,
) -> None:
    from firsthand.listen.engines.local import Home
    from firsthand.listen.engines.spark import Stream, listen

    pipeline = _pipeline(strategies)
    signals = 0
    with Home(state) as home:

        def tell(_: object) -> None:
            nonlocal signals
            signals += _tell(home, as_json=as_json)

        tell(None)
        stream = Stream(folder.resolve(), state.resolve() / "checkpoint", goes_on=goes_on)
        listen(master, stream, pipeline, home, tell)
    click.echo(_summary(pipeline, signals), err=True)


def _tell(home: "Home", *, as_json: bool) -> int:
    """Say the signals that have been kept and not been told; each is noted as told afterwards."""
    lines = home.untold(lang())
    if lines:
        _say(lines, as_json=as_json)
        home.told(line["id"] for line in lines)
    return len(lines)


def _say(lines: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))
        sys.stdout.buffer.flush()
        return
    for line in lines:
        click.echo("\n".join(map(_harmless, _page(line))))


def _page(line: dict[str, Any]) -> Iterator[str]:
    kind = KIND_NAMES[SignalKind(line["kind"])].text(lang())
    yield f"{line['at'] or '–'}  {kind}  {line['leader']}"
    yield f"  {line['says']}"
    for proof in line["evidence"][:5]:
        text = " ".join(proof["text"].split())
        short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        yield f"    @{proof['author']}: {short}"
        if proof["words"]:
            yield f"      → {', '.join(proof['words'])}"
    yield ""


def _harmless(line: str) -> str:
    """Give a line without the signs by which foreign text could steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in line)


def _summary(pipeline: "Pipeline", signals: int) -> str:
    said = words.SUMMARY(
        n=f"{pipeline.total:,}", matched=f"{pipeline.matched:,}", signals=f"{signals:,}"
    ).text(lang())
    left_out = ", ".join(
        f"{reason.text(lang())} ({count:,})" for reason, count in pipeline.skipped().items()
    )
    return f"{said} {words.LEFT_OUT(reasons=left_out).text(lang())}" if left_out else said


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        yield bar
