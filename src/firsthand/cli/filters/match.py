"""`firsthand analyse match`: which watches each post is for."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from firsthand.cli.output import filter_lines
from firsthand.cli.paths import FILE
from firsthand.listen.match.plain import Heard, wanted
from firsthand.listen.match.query_file import read_queries
from firsthand.records.errors import BadInput
from firsthand.records.post import Post, from_line
from firsthand.records.query import Query
from firsthand.text.language import detect

FEW = 20_000
"""Up to so many pairs of a query and a post the plain way is there before compiled code starts."""
Judge = Callable[[Sequence[Post]], list[list[str]]]


@click.command(epilog="Example: firsthand analyse match --queries watches.txt < posts.jsonl")
@click.option(
    "--queries", "file", type=FILE, required=True, metavar="FILE",
    help='Queries: lines “name: query”, or TOML (name = "query").',
)  # fmt: skip
def command(file: Path) -> None:
    """Add `watches`: the names of the queries that want the post.

    Queries look like: usine AND "pompe à chaleur" NEAR/5 (solvane OR #solvane) NOT lang:en
    """
    judging = _Judging(read_queries(file.read_bytes(), str(file)))

    def judge(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any] | BadInput]:
        read = [_post(line) for line in lines]
        found = iter(judging([post for post in read if isinstance(post, Post)]))
        for post in read:
            yield post if isinstance(post, BadInput) else {"watches": next(found)}

    filter_lines(judge, batch=2048)


def _post(line: dict[str, Any]) -> Post | BadInput:
    try:
        return from_line(line)
    except BadInput as error:
        return error


class _Judging:
    """Judges posts: the first few the plain way, many with compiled code."""

    def __init__(self, queries: tuple[Query, ...]) -> None:
        self._queries = queries
        self._compiled: Judge | None = None

    def __call__(self, posts: Sequence[Post]) -> list[list[str]]:
        if self._compiled is None and len(posts) * len(self._queries) <= FEW:
            return [self._plainly(post) for post in posts]
        self._compiled = self._compiled or _compiled(self._queries)
        return self._compiled(posts)

    def _plainly(self, post: Post) -> list[str]:
        text = f"{post.title}\n{post.text}" if post.title else post.text
        about = tuple(name for name in (post.reply_to_author, post.repost_of_author) if name)
        lang = post.lang or detect(text).lang
        heard = Heard(text, post.author, post.network, lang, about)
        return [query.name for query in self._queries if wanted(query.wants, heard)]


def _compiled(queries: tuple[Query, ...]) -> Judge:
    # Imported here because compiled code takes a second to start.
    from firsthand.listen.match.matcher import Matcher, batch_of

    matcher = Matcher.of(queries)

    def judge(posts: Sequence[Post]) -> list[list[str]]:
        found = matcher.match(batch_of(posts)).by_post(len(posts))
        return [[queries[number].name for number in numbers] for numbers in found]

    return judge
