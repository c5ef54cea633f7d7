"""Whether one post is what a query wants, and by which words: the plain way, for few posts.

It says of each post what the compiled way (`scan`) says of many.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from firsthand.listen.match.forms import phrase
from firsthand.listen.match.letters import normal
from firsthand.listen.match.tokens import Token, tokens
from firsthand.records.query import (
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    InLanguage,
    Mention,
    Near,
    OnNetwork,
    Sought,
    Without,
)  # fmt: skip

Span = tuple[int, int]


@lru_cache(maxsize=65_536)
def account(name: str) -> str:
    """Give the name of an account as two names are compared: without sign, case or accents."""
    return "@" + normal(name).lstrip("@").casefold()


@dataclass(frozen=True)
class Heard:
    """What a query may ask of a post; `about` names the accounts that it answers or passes on."""

    text: str
    author: str = ""
    network: str = ""
    lang: str | None = None
    about: tuple[str, ...] = ()

    @cached_property
    def tokens(self) -> list[Token]:
        """Give the words of the text, with their places."""
        return tokens(self.text)

    def spans(self, part: Sought) -> Iterator[Span]:
        """Give the places at which something stands in the text."""
        if isinstance(part, Hashtag):
            yield from self._alone(tokens(f"#{part.tag}")[0].text)
        elif isinstance(part, Mention):
            yield from self._alone(account(part.handle))
        else:
            forms = phrase(part.text)
            for token in self.tokens:
                if token.text in forms[0]:
                    yield from self._row(token.start, token.end, forms[1:])

    def _alone(self, name: str) -> Iterator[Span]:
        for token in self.tokens:
            if token.text == name:
                yield token.start, token.end

    def _row(self, start: int, end: int, forms: tuple[tuple[str, ...], ...]) -> Iterator[Span]:
        if not forms:
            yield start, end
            return
        for token in self.tokens:
            if token.start == end and token.text in forms[0]:
                yield from self._row(start, token.end, forms[1:])


def wanted(expression: Expression, post: Heard) -> bool:
    """Say whether a post is what an expression wants."""
    match expression:
        case AllOf(parts):
            return all(wanted(part, post) for part in parts)
        case AnyOf(parts):
            return any(wanted(part, post) for part in parts)
        case Without(part):
            return not wanted(part, post)
        case Near(left, right, distance):
            return _near(_all_spans(post, left), _all_spans(post, right), distance)
        case From() | InLanguage() | OnNetwork():
            return _around(expression, post)
        case _:
            return stands(expression, post)


def stands(part: Sought, post: Heard) -> bool:
    """Say whether something stands in a post, or names an account that it answers."""
    if isinstance(part, Mention) and account(part.handle) in map(account, post.about):
        return True
    return any(True for _ in post.spans(part))


def _around(asked: From | InLanguage | OnNetwork, post: Heard) -> bool:
    if isinstance(asked, From):
        return bool(post.author) and account(post.author) in set(map(account, asked.authors))
    if isinstance(asked, InLanguage):
        return post.lang is not None and language(post.lang) in asked.langs
    return post.network.lower() in asked.networks


def language(tag: str) -> str:
    """Give the language of a tag such as fr-CA.

    >>> language("fr-CA")
    'fr'
    """
    return tag.lower().replace("_", "-").split("-")[0]


def _all_spans(post: Heard, parts: Iterable[Sought]) -> list[Span]:
    return [span for part in parts for span in post.spans(part)]


def _near(left: list[Span], right: list[Span], distance: int) -> bool:
    return any(_apart(a, b) <= distance for a in left for b in right)


def _apart(one: Span, other: Span) -> int:
    """Give how many words on the other is, 1 for the next; endless when they overlap."""
    (_, end), (start, _) = sorted((one, other))
    return start - end + 1 if start >= end else 1 << 30
