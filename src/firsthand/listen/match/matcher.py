"""Which of many queries want which of many posts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from firsthand.listen.match.cutting import hash_of
from firsthand.listen.match.hashing import Tokeniser
from firsthand.listen.match.index import Index, build
from firsthand.listen.match.kernels import Counts, Hashes
from firsthand.listen.match.lookup import Flags, Numbers
from firsthand.listen.match.plain import language
from firsthand.listen.match.programs import AUTHOR
from firsthand.listen.match.scan import NOT_NAMED, UNASKED, Posts, Work, scan, workspace
from firsthand.records.post import Post
from firsthand.records.query import Query
from firsthand.text.language import detect_many

_AUTHOR, _MENTION = hash_of(AUTHOR + "@"), hash_of("@")
MERGED = 8_192
"""Queries added while running are put together up to this many, so that each is quickly there."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Posts as the matcher reads them: lists of one length, or empty where nothing is known.

    `about`: accounts that each post answers or passes on, if any.
    """

    texts: Sequence[str]
    authors: Sequence[str] = ()
    networks: Sequence[str] = ()
    langs: Sequence[str | None] = ()
    about: Sequence[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class Asks:
    """What queries ask of a post beside its text; the rest need not be told."""

    authors: bool
    networks: bool
    languages: bool
    mentions: bool


def batch_of(posts: Sequence[Post]) -> Batch:
    """Give posts as the matcher reads them; an article's title counts as its words."""
    return Batch(
        [post.text if not post.title else f"{post.title}\n{post.text}" for post in posts],
        [post.author for post in posts],
        [post.network for post in posts],
        [post.lang for post in posts],
        [about(post) for post in posts],
    )


def about(post: Post) -> tuple[str, ...]:
    """Give the accounts that a post answers or passes on."""
    return tuple(name for name in (post.reply_to_author, post.repost_of_author) if name)


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of a post and a query that wants it: places in the batch, numbers of queries.

    Ordered by post, then by query.
    """

    posts: Numbers
    queries: Numbers

    def by_post(self, count: int) -> list[list[int]]:
        """Give the numbers of the queries of each of `count` posts."""
        found: list[list[int]] = [[] for _ in range(count)]
        for post, query in zip(self.posts.tolist(), self.queries.tolist(), strict=True):
            found[post].append(query)
        return found


@dataclass(slots=True)
class _Part:
    """Queries with their index; their numbers count from `first`."""

    first: int
    index: Index
    work: Work | None = None
    stamp: int = 1

    def found(self, posts: Posts, texts: Sequence[str]) -> Matches:
        """Give what this part wants; the language of a post is found out where it matters."""
        found, untold = self._scan(posts, np.arange(len(texts)))
        asked = np.flatnonzero(untold)
        if not asked.size:
            return found
        told = detect_many([texts[post] for post in asked.tolist()])
        posts.languages[asked] = [self.language(each.lang) for each in told]
        sure = ~untold[found.posts]
        more, _ = self._scan(posts, asked)
        return Matches(
            np.concatenate([found.posts[sure], more.posts]),
            np.concatenate([found.queries[sure], more.queries]),
        )

    def language(self, tag: str | None) -> int:
        """Give the number of a language that has been told, or has not been for lack of signs."""
        return NOT_NAMED if tag is None else self.index.languages.get(language(tag), NOT_NAMED)

    def languages(self, tags: Sequence[str | None]) -> list[int]:
        """Give the numbers of languages as the networks tell them."""
        known = {tag: self.language(tag) if tag else UNASKED for tag in set(tags)}
        return [known[tag] for tag in tags]

    def networks(self, names: Sequence[str]) -> list[int]:
        """Give the numbers of networks."""
        known = {name: self.index.networks.get(name.lower(), NOT_NAMED) for name in set(names)}
        return [known[name] for name in names]

    def _scan(self, posts: Posts, which: Counts) -> tuple[Matches, Flags]:
        tokens = int(posts.firsts[-1])
        if self.work is None or self.work.words.size < tokens + 2:
            self.work = workspace(self.index, 2 * tokens)
            self.stamp = 1
        untold = np.zeros(posts.firsts.size - 1, np.bool_)
        room = max(len(self.index.queries), 4 * which.size)
        pieces = [Matches(np.empty(0, np.int32), np.empty(0, np.int32))]
        at = 0
        while at < which.size:
            found = np.empty(room, np.int32), np.empty(room, np.int32)
            at, count = scan(
                posts, which, self.index.arrays, self.work, self.stamp, at, *found, untold
            )
            self.stamp += which.size
            pieces.append(Matches(found[0][:count], found[1][:count] + self.first))
        return Matches(
            np.concatenate([piece.posts for piece in pieces]),
            np.concatenate([piece.queries for piece in pieces]),
        ), untold


@dataclass(slots=True)
class Matcher:
    """Finds the posts that queries want. Queries may come and go while it runs."""

    queries: list[Query] = field(default_factory=list)
    _parts: list[_Part] = field(default_factory=list)
    _gone: set[int] = field(default_factory=set)
    _tokenise: Tokeniser = field(default_factory=Tokeniser)
    _names: Tokeniser = field(default_factory=Tokeniser)

    @classmethod
    def of(cls, queries: Iterable[Query]) -> "Matcher":
        """Give a matcher of queries."""
        matcher = cls()
        matcher.add(queries)
        return matcher

    def add(self, queries: Iterable[Query]) -> None:
        """Take in more queries; they count from the next batch on."""
        added = tuple(queries)
        if not added:
            return
        first = len(self.queries)
        self.queries.extend(added)
        while self._parts and len(self._parts[-1].index.queries) + len(added) <= MERGED:
            part = self._parts.pop()
            first, added = part.first, part.index.queries + added
        self._parts.append(_Part(first, build(added)))

    def remove(self, name: str, leader: str = "") -> None:
        """Let go of the queries of a name."""
        self._gone.update(
            number
            for number, query in enumerate(self.queries)
            if (query.name, query.leader) == (name, leader)
        )

    def asks(self) -> Asks:
        """Say what the queries ask of a post beside its text."""
        parts = [part.index for part in self._parts]
        return Asks(
            authors=any(each.authors for each in parts),
            networks=any(each.networks for each in parts),
            languages=any(each.languages for each in parts),
            mentions=any(each.mentions for each in parts),
        )

    def match(self, batch: Batch) -> Matches:
        """Say which queries want which posts."""
        found = self._found(batch)
        posts = np.concatenate([np.empty(0, np.int32), *(each.posts for each in found)])
        queries = np.concatenate([np.empty(0, np.int32), *(each.queries for each in found)])
        if self._gone:
            kept = ~np.isin(queries, np.fromiter(self._gone, np.int32, len(self._gone)))
            posts, queries = posts[kept], queries[kept]
        order = np.lexsort((queries, posts))
        return Matches(posts[order], queries[order])

    def _found(self, batch: Batch) -> list[Matches]:
        count = len(batch.texts)
        hashed = self._tokenise(batch.texts)
        names, firsts = self._hashed_names(batch)
        found = []
        for part in self._parts:
            languages = np.full(count, UNASKED, np.int32)
            networks = np.full(count, NOT_NAMED, np.int32)
            if part.index.languages and batch.langs:
                languages[:] = part.languages(batch.langs)
            if part.index.networks and batch.networks:
                networks[:] = part.networks(batch.networks)
            posts = Posts(
                hashed.hashes, hashed.starts, hashed.stops, hashed.firsts,
                names, firsts, languages, networks,
            )  # fmt: skip
            found.append(part.found(posts, batch.texts))
        return found

    def _hashed_names(self, batch: Batch) -> tuple[Hashes, Counts]:
        """Give the hashes of the author of each post, and of those whom it is about."""
        count = len(batch.texts)
        asks = self.asks()
        authors = batch.authors if asks.authors else ()
        about = batch.about if asks.mentions else ()
        posts = np.flatnonzero(np.fromiter(map(len, authors), np.int64, len(authors)))
        names = list(filter(None, authors))
        seeds = np.full(len(names), _AUTHOR, np.uint64)
        if any(about):
            spoken_of = np.repeat(np.arange(count), [len(some) for some in about])
            names += [name for some in about for name in some]
            order = np.argsort(posts := np.concatenate([posts, spoken_of]), kind="stable")
            mentions = np.full(len(spoken_of), _MENTION, np.uint64)
            seeds = np.concatenate([seeds, mentions])[order]
            names = [names[at] for at in order.tolist()]
        firsts = np.zeros(count + 1, np.int64)
        np.cumsum(np.bincount(posts, minlength=count), out=firsts[1:])
        return self._names.names(names, seeds), firsts
