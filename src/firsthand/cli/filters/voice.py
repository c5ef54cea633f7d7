"""`firsthand analyse voice`: whether the archive's author wrote each text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from firsthand.cli.output import filter_lines, lang, read_lines
from firsthand.cli.paths import FILE
from firsthand.coach.voice import Likeness, Profile, learn
from firsthand.coach.voice.messages import BAD_TEXTS
from firsthand.records.errors import BadInput
from firsthand.records.message import Message
from firsthand.records.post import Post, from_line

FOR = Message("like them: “{words}”", "leur ressemble : « {words} »")
AGAINST = Message("unlike them: “{words}”", "ne leur ressemble pas : « {words} »")


@click.command(epilog="Example: firsthand analyse voice --archive posts.jsonl < drafts.jsonl")
@click.option("--archive", type=FILE, required=True, help="The author's posts, as lines of JSON.")
@click.option("--background", type=FILE, help="Other people's posts, each with its `author`.")
def command(archive: Path, background: Path | None) -> None:
    """Add `p` that the archive's author wrote `text`, or `texts` together."""
    own = _posts(archive)
    names = {post.author for post in own if post.author}
    others: dict[str, list[str]] = {}
    for i, post in enumerate(_posts(background) if background else []):
        if post.author not in names:
            others.setdefault(post.author or f"unknown {i % 8}", []).append(post.text)
    profile = learn([post.text for post in own], others)
    filter_lines(lambda lines: _judge(profile, lines))


def _posts(path: Path) -> list[Post]:
    found = []
    with path.open("rb") as source:
        for line in read_lines(source):
            try:
                found.append(from_line(line)) if isinstance(line, dict) else None
            except BadInput:
                continue
    if all(post.at for post in found):
        found.sort(key=lambda post: post.at.timestamp() if post.at else 0.0)
    return [post for post in found if post.repost_of is None]


def _judge(profile: Profile, lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
    for line in lines:
        try:
            yield _answer(profile.score(_texts(line)))
        except BadInput as error:
            yield error


def _texts(line: dict[str, Any]) -> list[str]:
    if "texts" not in line:
        return [from_line(line).text]
    texts = line["texts"]
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadInput(BAD_TEXTS())
    return texts


def _answer(found: Likeness) -> dict[str, Any]:
    rests_on = found.reason or found.compared
    reasons = [] if rests_on is None else [rests_on.text(lang())]
    reasons += [FOR(words=words).text(lang()) for words in found.for_]
    reasons += [AGAINST(words=words).text(lang()) for words in found.against]
    numbers = {"p": found.p, "low": found.low, "high": found.high}
    rounded = {k: None if v is None else round(v, 7) for k, v in numbers.items()}
    return {**rounded, "n": found.n, "reasons": reasons}
