"""`firsthand listen`: read streams of posts and say what is worth the leader's time."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

from firsthand.cli import listen_words as words
from firsthand.cli.listen_page import page, tally
from firsthand.cli.output import lang
from firsthand.cli.paths import ARCHIVE, FILE, check
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import read_time

if TYPE_CHECKING:
    from firsthand.cli.listen_setup import Wanted
    from firsthand.listen.engines.local import Helpers, Home, Source
    from firsthand.listen.pipeline import Pipeline


@click.command(
    epilog="Example: firsthand listen stream.jsonl --strategy strategy.toml --state heard"
)
@click.argument("sources", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--strategy", "strategies", type=FILE, multiple=True, required=True,
    help="Whom and what to listen for; once for each leader.",
)  # fmt: skip
@click.option(
    "--own", multiple=True, metavar="HANDLE",
    help="An account of the organisation: what it posts counts as an answer, as the leader's does.",
)  # fmt: skip
@click.option(
    "--answered", "answers", multiple=True, metavar="TIME",
    help="When rumours were answered elsewhere, such as 2026-05-04T09:12:00+02:00.",
)  # fmt: skip
@click.option(
    "--archive", "archives", multiple=True, type=ARCHIVE,
    help="What the leader has published: trends are held against it.",
)  # fmt: skip
@click.option(
    "--country", metavar="CODE", help="Whose public holidays count as Sundays, such as FR."
)
@click.option(
    "--state", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Keep posts and signals there, and go on from there next time.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True,
    help="Listen in this process, or on a Spark cluster.",
)  # fmt: skip
@click.option(
    "--processes", type=click.IntRange(1, 64), default=1, show_default=True,
    help="Read files with so many processes; the signals are the same.",
)  # fmt: skip
@click.option("--master", metavar="URL", default="local[*]", help="Where the cluster's master is.")
@click.option("--goes-on", is_flag=True, help="With Spark: wait for more files.")
@click.option("--json", "as_json", is_flag=True, help="Print each signal as a line of JSON.")
def command(
    sources: tuple[str, ...],
    strategies: tuple[Path, ...],
    own: tuple[str, ...],
    answers: tuple[str, ...],
    archives: tuple[Path, ...],
    country: str | None,
    state: Path | None,
    engine: str,
    processes: int,
    master: str,
    *,
    goes_on: bool,
    as_json: bool,
) -> None:
    """Print the signals of streams, each with its posts: questions, thanks, trends, rumours.

    A rumour is one signal, told again when it grows, is answered, and calms or does not.
    FILE holds lines of JSON (ours, or Jetstream's events), or is Parquet; - is standard
    input. With Spark it is one folder of such files, and --state is needed.
    """
    _check(sources, engine, state, goes_on=goes_on)
    times, day = [_time(each) for each in answers], _day(country)
    _say_aside(words.READY())
    # Imported here because the analysis takes a second to start.
    from firsthand.cli.listen_setup import Wanted

    wanted = Wanted(strategies, own, times, archives, day)
    if engine == "spark" and state is not None:
        _run_there(master, Path(sources[0]), wanted, state, goes_on=goes_on, as_json=as_json)
    else:
        _run_here(sources, wanted, state, processes, as_json=as_json)


def _check(sources: Sequence[str], engine: str, state: Path | None, *, goes_on: bool) -> None:
    if goes_on and engine != "spark":
        raise click.UsageError(words.ONLY_SPARK_GOES_ON.text(lang()))
    for source in sources:
        if source != "-":
            check(Path(source), folder=engine == "spark")
    if engine == "spark" and (len(sources) != 1 or not Path(sources[0]).is_dir() or state is None):
        raise click.UsageError(words.SPARK_NEEDS.text(lang()))


def _time(value: str) -> datetime:
    try:
        return read_time(value)
    except BadInput:
        raise BadInput(words.BAD_TIME(value=value[:40])) from None


def _day(country: str | None) -> Callable[[datetime], int] | None:
    if country is None:
        return None
    # Imported here because the calendars of the world take a while to load.
    from firsthand.listen.surge.calendar import like_a_sunday_on_holidays

    try:
        return like_a_sunday_on_holidays(country)
    except BadInput:
        raise BadInput(words.NO_COUNTRY(country=country[:40])) from None


def _run_here(
    sources: Sequence[str],
    wanted: "Wanted",
    state: Path | None,
    processes: int,
    *,
    as_json: bool,
) -> None:
    from firsthand.cli.listen_setup import pipeline_of
    from firsthand.listen.engines.local import Helpers, Home, open_source, spare_garbage

    opened = [open_source(source) for source in sources]
    pipeline = pipeline_of(wanted)
    _say_begin(sources, pipeline)
    spare_garbage()
    teller = Teller(as_json=as_json)
    with Helpers(pipeline.matcher, processes - 1) as helpers, _summed_up(pipeline, teller, state):
        if state is None:
            _run(opened, pipeline, None, teller, helpers)
            return
        with Home(state) as home:
            teller.tell_kept(home)
            _run(opened, pipeline, home, teller, helpers)


@contextmanager
def _summed_up(pipeline: "Pipeline", teller: "Teller", state: Path | None) -> Iterator[None]:
    """Sum up what was heard at the end, also when a source was refused on the way."""
    try:
        yield
    except BadInput:
        _say_end(pipeline, teller, state)
        raise
    _say_end(pipeline, teller, state)


@dataclass(slots=True)
class Teller:
    """Prints signals and remembers how things stand with each; `tellings`: how many lines."""

    as_json: bool
    latest: dict[str, dict[str, Any]] = field(default_factory=dict)
    tellings: int = 0

    def tell(self, lines: Sequence[dict[str, Any]]) -> None:
        """Print some signals."""
        self.tellings += len(lines)
        self.latest.update((line["id"], line) for line in lines)
        if self.as_json:
            sys.stdout.buffer.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            sys.stdout.buffer.flush()
            return
        for line in lines:
            click.echo("\n".join(page(line, lang())))

    def tell_kept(self, home: "Home") -> None:
        """Print what has been kept and not been told; each is noted as told afterwards."""
        from firsthand.records.signal import telling

        lines = home.untold(lang())
        if lines:
            self.tell(lines)
            home.told(telling(line["id"], line["number"]) for line in lines)


def _run(
    sources: "Sequence[Source]",
    pipeline: "Pipeline",
    home: "Home | None",
    teller: Teller,
    helpers: "Helpers",
) -> None:
    from firsthand.listen.engines.local import listen
    from firsthand.records.signal import to_line

    with _bar() as bar:
        task = bar.add_task("", total=1.0)
        for step in listen(sources, pipeline, home, helpers):
            if home is not None:
                teller.tell_kept(home)
            else:
                teller.tell([to_line(signal, lang()) for signal in step.signals])
            heard = words.HEARD(n=pipeline.total, matched=pipeline.matched)
            bar.update(task, completed=step.done, description=heard.text(lang()))


def _run_there(
    master: str, folder: Path, wanted: "Wanted", state: Path, *, goes_on: bool, as_json: bool
) -> None:
    from firsthand.cli.listen_setup import pipeline_of
    from firsthand.listen.engines.local import Home
    from firsthand.listen.engines.spark import Stream, listen

    pipeline = pipeline_of(wanted)
    _say_begin([str(folder)], pipeline)
    teller = Teller(as_json=as_json)
    with _summed_up(pipeline, teller, state), Home(state) as home:
        teller.tell_kept(home)
        stream = Stream(folder.resolve(), state.resolve() / "checkpoint", goes_on=goes_on)
        listen(master, stream, pipeline, home, lambda _: teller.tell_kept(home))


def _say_begin(sources: Sequence[str], pipeline: "Pipeline") -> None:
    from firsthand.cli.listen_setup import is_first_start, leaders

    names = ", ".join(Path(source).name for source in sources)
    watches, whom = len(pipeline.matcher.queries), leaders(pipeline)
    shown = ", ".join(whom[:3]) + (" …" if len(whom) > 3 else "")
    _say_aside(words.LISTENING(sources=names, leaders=shown, n=watches))
    if is_first_start():
        _say_aside(words.FIRST_START())


def _say_end(pipeline: "Pipeline", teller: Teller, state: Path | None) -> None:
    """Sum up; with a state, posts are counted since the first start, signals only now."""
    signals = len(teller.latest)
    summary = words.SUMMARY if state is None else words.SUMMARY_SO_FAR
    _say_aside(
        summary(
            n=pipeline.total, matched=pipeline.matched, signals=signals,
            more=teller.tellings - signals,
        )
    )  # fmt: skip
    for line in tally(teller.latest, lang()):
        click.echo(line, err=True)
    left_out = ", ".join(
        f"{reason.text(lang())} ({count})" for reason, count in pipeline.skipped().items()
    )
    if left_out:
        told = words.LEFT_OUT if state is None else words.LEFT_OUT_SO_FAR
        _say_aside(told(reasons=left_out))


def _say_aside(said: Said) -> None:
    click.echo(said.text(lang()), err=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(),
    )  # fmt: skip
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        yield bar
