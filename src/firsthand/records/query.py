"""A query: what a watch looks for in the posts it hears, as one readable expression."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.records.strategy import Expertise


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or several words in a row."""

    text: str


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A hashtag, without its sign."""

    tag: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named with @, or answered; the handle comes without its sign."""

    handle: str


@dataclass(frozen=True, slots=True)
class From:
    """Posts of these authors, by handle without its sign or by another identifier."""

    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Posts in one of these languages (ISO 639-1)."""

    langs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnNetwork:
    """Posts on one of these networks."""

    networks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of two parts or more."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of two parts or more."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Near:
    """One of the words on either side, `distance` words from each other at most."""

    left: "tuple[Sought, ...]"
    right: "tuple[Sought, ...]"
    distance: int


Sought = Words | Hashtag | Mention
"""What stands somewhere in a text."""
Expression = Sought | From | InLanguage | OnNetwork | AllOf | AnyOf | Without | Near


class About(StrEnum):
    """What a query watches over; own: what the leader or the organisation publishes."""

    LEADER = "leader"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    TOPIC = "topic"
    COMMUNITY = "community"
    OWN = "own"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Query:
    """A named query; `leader` tells the watches of several leaders apart.

    `expertise`: how much the leader knows of a topic, None where that has no meaning.
    """

    name: str
    wants: Expression
    about: About = About.OTHER
    leader: str = ""
    expertise: Expertise | None = None


def sought(expression: Expression) -> Iterator[Sought]:
    """Give the words, hashtags and mentions that an expression speaks of, denied ones left out."""
    match expression:
        case Words() | Hashtag() | Mention():
            yield expression
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from sought(part)
        case Near(left, right):
            yield from left
            yield from right
        case _:
            return
