"""Write a query in its text form; reading it again gives the same query."""

from collections.abc import Sequence

import regex

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

_PLAIN = regex.compile(r"[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.&+-]*)")
_OPERATOR = regex.compile(r"AND|OR|NOT|NEAR.*")


def write(expression: Expression) -> str:
    """Give the text form of a query.

    >>> from firsthand.records.query import Words
    >>> write(AnyOf((Words("usine Solvane"), AllOf((Hashtag("Solvane"), InLanguage(("fr",)))))))
    '"usine Solvane" OR #Solvane AND lang:fr'
    """
    match expression:
        case AnyOf(parts):
            return " OR ".join(map(write, parts))
        case AllOf(parts):
            return " AND ".join(_within(part, AnyOf) for part in parts)
        case Without(part):
            return f"NOT {_within(part, AnyOf, AllOf)}"
        case Near(left, right, distance):
            return f"{_group(left)} NEAR/{distance} {_group(right)}"
        case From(values):
            return _field("from", values)
        case InLanguage(values):
            return _field("lang", values)
        case OnNetwork(values):
            return _field("network", values)
        case _:
            return _one(expression)


def _within(part: Expression, *kinds: type) -> str:
    return f"({write(part)})" if isinstance(part, kinds) else write(part)


def _group(parts: Sequence[Sought]) -> str:
    return _one(parts[0]) if len(parts) == 1 else f"({' OR '.join(map(_one, parts))})"


def _field(name: str, values: Sequence[str]) -> str:
    return f"{name}:{values[0]}" if len(values) == 1 else f"{name}:({' '.join(values)})"


def _one(part: Sought) -> str:
    if isinstance(part, Hashtag):
        return f"#{part.tag}"
    if isinstance(part, Mention):
        return f"@{part.handle}"
    if _PLAIN.fullmatch(part.text) and not _OPERATOR.fullmatch(part.text):
        return part.text
    return f'"{part.text}"'
