"""The queries that a leader's strategy asks for: who and what is watched, from its own words."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import regex

from firsthand.listen.match.misspellings import careless, misspelt
from firsthand.listen.match.tokens import words
from firsthand.records.query import (
    About,
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    Mention,
    Near,
    Query,
    Sought,
    Words,
)  # fmt: skip
from firsthand.records.strategy import Community, Strategy, Topic

NEARBY = 8
"""Words between which a family name and its companion are taken to belong together."""
_TITLES = (
    "PDG", "DG", "CEO", "président", "présidente", "patron", "patronne", "directeur général",
    "directrice générale", "dirigeant", "dirigeante", "chief executive", "chairman", "chairwoman",
    "boss", "ministre", "minister", "Mme", "Madame", "Monsieur", "Mr", "Mrs", "Ms",
)  # fmt: skip
_FIRM = (
    "entreprise", "société", "groupe", "usine", "marque", "salarié", "employé", "client",
    "cliente", "actionnaire", "filiale", "boutique", "magasin", "service client", "PDG", "patron",
    "patronne", "opérateur", "company", "firm", "brand", "factory", "plant", "staff", "employee", "customer",
    "customer service", "shareholder", "CEO", "store", "operator",
)  # fmt: skip
_AT_THE_FIRM = (
    "chez {}", "équipe de {}", "équipe d'{}", "équipe {}", "réseau {}", "panne {}", "{} est en panne", "{} en panne", "{} annonce", "{} licencie", "client {}",
    "working at {}", "works at {}", "people at {}", "team at {}", "staff at {}", "{} is down", "{} announces",
)  # fmt: skip
"""Phrases in which an everyday word is the name of a company."""
_LEGAL = frozenset(
    [
        "sa",
        "sas",
        "sarl",
        "se",
        "scop",
        "inc",
        "ltd",
        "llc",
        "plc",
        "gmbh",
        "ag",
        "spa",
        "group",
        "groupe",
        "holding",
    ]
)
_TAG = regex.compile(r"[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*")
_HANDLE = regex.compile(r"[\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?")
_AUTHOR = regex.compile(r"[\p{L}\p{N}_][\p{L}\p{N}_.:@-]*")


def compile_strategy(strategy: Strategy) -> tuple[Query, ...]:
    """Give the queries of a strategy, in a fixed order, each under a name of its own.

    The leader, the organisation, each product, each topic, each community and the
    leader's own posts are one query each; what says nothing to look for gives none.
    """
    leader = strategy.leader or next(iter(strategy.names), "")
    found = [
        ("leader", About.LEADER, _leader(strategy)),
        ("organisation", About.ORGANISATION, _organisation(strategy)),
        *(
            (f"product: {name}", About.PRODUCT, _named(name, _company_words(strategy)))
            for name in strategy.company.products
        ),
        *((f"topic: {topic.name}", About.TOPIC, _topic(topic)) for topic in strategy.topics),
        *(
            (f"community: {each.name}", About.COMMUNITY, _community(each))
            for each in strategy.communities
        ),
        ("own posts", About.OWN, _posts_of(strategy.handles)),
    ]
    known = {f"topic: {topic.name}": topic.expertise for topic in strategy.topics}
    return tuple(
        Query(name, wants, about, leader, known.get(name))
        for name, about, parts in found
        if (wants := _any(parts)) is not None
    )


def _any(parts: Iterable[Expression]) -> Expression | None:
    kept = tuple(dict.fromkeys(parts))
    return None if not kept else kept[0] if len(kept) == 1 else AnyOf(kept)


def _leader(strategy: Strategy) -> Iterator[Expression]:
    for handle in strategy.handles:
        if _HANDLE.fullmatch(bare := handle.strip().lstrip("@＠")):
            yield Mention(bare)
    names = dict.fromkeys(name for name in (strategy.leader, *strategy.names) if words(name))
    companions = tuple(_sought(_TITLES)) + _company_words(strategy)
    for name in names:
        yield from _person(name, companions)


def _person(name: str, companions: tuple[Sought, ...]) -> Iterator[Expression]:
    yield from _hashtag(name)
    *before, last = words(name)
    if not before:
        yield Near(_forms(last, misspelt(last)), companions, NEARBY)
        return
    first = " ".join(before)
    if companions and len(before) == 1 and _everyday().issuperset(words(name)):
        yield AllOf((Words(f"{first} {last}"), AnyOf((*companions, *_sought(_FIRM)))))
        return
    titled = {word for title in _TITLES for word in words(title)}
    yield from (Words(f"{first} {each}") for each in (last, *misspelt(last)))
    if titled.isdisjoint(before):
        yield from (Words(f"{each} {last}") for each in (first[0], *misspelt(first)))
        yield Words(f"{last} {first}")
    yield Near((Words(last.capitalize()),), companions, NEARBY)


def _forms(name: str, others: tuple[str, ...]) -> tuple[Sought, ...]:
    return (Words(name.capitalize()), *map(Words, others))


def _organisation(strategy: Strategy) -> Iterator[Expression]:
    name = strategy.company.name
    if not words(name):
        return
    people = (strategy.leader, *strategy.names, *strategy.company.products)
    companions = (*_sought(people), *_sought(_FIRM), *_topic_words(strategy))
    yield from _named(name, companions)
    short = " ".join(word for word in name.split() if not set(words(word)) <= _LEGAL)
    if words(short) and words(short) != words(name):
        yield from _named(short, companions)


def _named(name: str, companions: tuple[Sought, ...]) -> Iterator[Expression]:
    """Look for a company or a product; for an everyday word only with a companion."""
    row = words(name)
    if not row:
        return
    yield from _hashtag(name)
    # A capital keeps a name from being taken for the plural of another word.
    said = Words(_clean(name) if len(row) > 1 else row[0].capitalize())
    others = tuple(each for each in companions if each != said)
    if not ambiguous(name):
        yield said
        yield from map(Words, careless(name) if len(row) == 1 else ())
    elif others:
        yield AllOf((said, AnyOf(others) if len(others) > 1 else others[0]))
        yield from (Words(phrase.format(said.text)) for phrase in _AT_THE_FIRM)


def ambiguous(name: str) -> bool:
    """Say whether a name is also an everyday word, or too short to stand alone.

    >>> ambiguous("Orange"), ambiguous("Solvane"), ambiguous("Orange Bank"), ambiguous("GE")
    (True, False, False, True)
    """
    row = words(name)
    return len(row) == 1 and (len(row[0]) < 3 or row[0] in _everyday())


@cache
def _everyday() -> frozenset[str]:
    lines = (files(__package__) / "ambiguous.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _company_words(strategy: Strategy) -> tuple[Sought, ...]:
    names = (strategy.company.name, *strategy.company.products)
    return tuple(Words(_clean(name)) for name in names if words(name))


def _topic_words(strategy: Strategy) -> tuple[Sought, ...]:
    return tuple(_sought(phrase for topic in strategy.topics for phrase in topic.phrases))


def _topic(topic: Topic) -> Iterator[Expression]:
    for phrase in topic.phrases:
        bare = phrase.strip()
        if bare[:1] in "#＃" and bare:
            yield from _tag(bare)
        else:
            yield from _sought([bare])


def _community(community: Community) -> Iterator[Expression]:
    yield from _posts_of(community.handles)
    for tag in community.hashtags:
        yield from _tag(tag)


def _posts_of(handles: Iterable[str]) -> Iterator[From]:
    bare = (handle.strip().lstrip("@＠") for handle in handles)
    if own := tuple(handle for handle in bare if _AUTHOR.fullmatch(handle)):
        yield From(own)


def _tag(tag: str) -> Iterator[Hashtag]:
    if _TAG.fullmatch(bare := tag.strip().lstrip("#＃")):
        yield Hashtag(bare)


def _hashtag(name: str) -> Iterator[Hashtag]:
    """Give the hashtag that people make of a name."""
    tag = "".join(part.capitalize() for part in words(name))
    if len(tag) > 2 and _TAG.fullmatch(tag):
        yield Hashtag(tag)


def _sought(phrases: Iterable[str]) -> Iterator[Words]:
    for phrase in phrases:
        if words(phrase):
            yield Words(_clean(phrase))


def _clean(phrase: str) -> str:
    return " ".join(regex.sub(r"[\"“”«»]", " ", phrase).split())
