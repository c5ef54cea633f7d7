"""`firsthand assess`: should the leader be there at all? Judged without any desk."""

from collections.abc import Iterator
from pathlib import Path

import click

from firsthand.cli import assess_words as words
from firsthand.cli.assess_page import page
from firsthand.cli.output import lang, say_json
from firsthand.cli.paths import ARCHIVE, FILE, text_of
from firsthand.networks.archives import Skipped, open_archive
from firsthand.records.clock import SystemClock
from firsthand.records.message import Said
from firsthand.records.post import Post
from firsthand.standing.evidence import gather, written_by
from firsthand.standing.measure import Measured
from firsthand.standing.readiness.answers import read, template
from firsthand.standing.readiness.judge import judge
from firsthand.standing.readiness.verdict import as_json as plain
from firsthand.standing.readiness.verdict import in_language

SHOWN = 5


@click.command(
    epilog="Example: firsthand assess --template > answers.toml; "
    "then firsthand assess --answers answers.toml --archive twitter-export.zip"
)
@click.option(
    "--template", "wants_template", is_flag=True, help="Print the questionnaire as TOML to fill in."
)
@click.option(
    "--answers",
    type=FILE,
    help="The questionnaire, filled in.",
)
@click.option(
    "--archive",
    "archives",
    multiple=True,
    type=ARCHIVE,
    help="Posts written so far: an export of a network (zip, folder or file). May be repeated.",
)
@click.option(
    "--author",
    "authors",
    multiple=True,
    help="Handle of the leader, where the archive holds posts of others too. May be repeated.",
)
@click.option(
    "--organisation",
    "organisation",
    multiple=True,
    help="Name of the company or of a product, to tell company news from opinions. May be repeated.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, with every text in both languages."
)
def command(
    wants_template: bool,
    answers: Path | None,
    archives: tuple[Path, ...],
    authors: tuple[str, ...],
    organisation: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take stock: go, prepare first, or abstain for now, with reasons; no desk is needed.

    Whatever the verdict, the exit code is 0: it is an answer, not a failure.
    """
    if wants_template:
        text = template(lang())
        say_json({"toml": text}) if as_json else click.echo(text, nl=False)
        return
    if answers is None and not archives:
        raise click.UsageError(words.NOTHING_TO_JUDGE.text(lang()))
    clock = SystemClock()
    skipped: list[Skipped] = []
    evidence: dict[str, Measured] = {}
    given = read(text_of(answers)) if answers is not None else {}
    if archives:
        posts = _posts(archives, skipped)
        evidence = gather(posts, clock.now(), organisation=organisation, mine=written_by(authors))
    found = plain(judge(given, evidence, clock))
    if as_json:
        found["evidence"] = plain(evidence)
        found["skipped"] = {"n": len(skipped), "reasons": [_line(one) for one in skipped[:SHOWN]]}
        say_json(found)
        return
    click.echo(page(in_language(found, lang()), lang()))
    if skipped:
        click.echo(_skipped(skipped).text(lang()), err=True)


def _posts(paths: tuple[Path, ...], skipped: list[Skipped]) -> Iterator[Post]:
    with open_archive(paths) as archive:
        for found in archive:
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                yield found


def _skipped(skipped: list[Skipped]) -> Said:
    shown = "; ".join(_line(one) for one in skipped[:SHOWN])
    return words.SKIPPED(n=len(skipped), reasons=shown)


def _line(one: Skipped) -> str:
    return f"{one.place}: {one.reason.text(lang())}"
