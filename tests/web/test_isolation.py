"""No address gives anything of a leader to a member of another, whatever the method."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, PathConverter, StringConverter
from tests.web.pages import Who
from tests.web.world import World

from firsthand.people.models import Leader
from firsthand.web.views.library import FormConverter

Address = tuple[str, dict[str, Any]]


def addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[Address]:
    """Give the name of every address about a leader, and the kinds of its other parts."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            for name, parts in addresses(pattern.url_patterns):
                yield name, {**pattern.pattern.converters, **parts}
        elif pattern.name:
            yield pattern.name, dict(pattern.pattern.converters)


METHODS = ("get", "post", "head", "put", "patch", "delete", "options")
ABOUT_A_LEADER = [
    (name, parts) for name, parts in addresses(get_resolver().url_patterns) if "slug" in parts
]


def filled(name: str, parts: dict[str, Any], leader: Leader, world: World) -> dict[str, Any]:
    """Fill an address with what the full leader has, under somebody's name."""
    return {"slug": leader.slug} | {
        part: value(name, part, kind, world.full) for part, kind in parts.items() if part != "slug"
    }


def value(name: str, part: str, kind: Any, owner: Leader) -> Any:
    if isinstance(kind, FormConverter):
        return "jsonl"
    if isinstance(kind, IntConverter):
        return numbers(name, part, owner)
    if isinstance(kind, PathConverter):
        return owner.posts.order_by("pk")[0].key
    if isinstance(kind, StringConverter):
        return "1"
    return "00000000-0000-0000-0000-000000000000"


def numbers(name: str, part: str, owner: Leader) -> int:
    """Give the number of something that is the owner's alone."""
    kept: Any = owner.imports if name == "imported" else owner.drafts
    if name.startswith("record"):
        kept = owner.seals
    elif name.startswith("verdict"):
        kept = owner.assessments
    elif name == "idea":
        kept = owner.ideas
    elif part == "proposal":
        kept = owner.drafts.order_by("pk")[0].proposals
    found: int = kept.order_by("pk")[0].pk
    return found


def test_there_are_addresses_to_try() -> None:
    assert {"leader", "library", "import", "strategy", "settings"} <= {n for n, _ in ABOUT_A_LEADER}


@pytest.mark.parametrize("address", ABOUT_A_LEADER, ids=lambda address: address[0])
def test_a_member_of_another_leader_finds_nothing(
    address: Address, world: World, stranger_client: Client
) -> None:
    at = reverse(address[0], kwargs=filled(*address, world.full, world))
    answers = [getattr(stranger_client, method)(at).status_code for method in METHODS]
    assert set(answers) <= {404, 405}
    assert 404 in answers[:2], "neither read nor sent to"


@pytest.mark.parametrize(
    "address", [a for a in ABOUT_A_LEADER if len(a[1]) > 1], ids=lambda address: address[0]
)
def test_what_is_one_leaders_is_not_found_under_another(address: Address, world: World) -> None:
    name, parts = address
    if any(isinstance(kind, FormConverter) for kind in parts.values()):
        pytest.skip("an export gives the posts of the leader in its address")
    client = world.client(Who.MEMBER)
    answer = client.get(reverse(name, kwargs=filled(name, parts, world.empty, world)))
    assert answer.status_code in {404, 405}
