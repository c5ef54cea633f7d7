"""Every page is in the list, has one title and one main action, and is well-formed."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.web.pages import EMPTY, NOT_PAGES, PAGES, Page, Who
from tests.web.world import World

from firsthand.web.rooms import ROOMS, Link, bar


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def test_every_address_is_a_page_in_the_list_or_says_why_not() -> None:
    known = {page.name for page in PAGES} | set(NOT_PAGES)
    assert set(names(get_resolver().url_patterns)) - known == set()
    assert known - set(names(get_resolver().url_patterns)) == set()


def opened(page: Page, world: World, language: str) -> str:
    client = world.client(page.who, language)
    answer = client.get(world.address(page))
    assert answer.status_code == page.status, world.address(page)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    return answer.content.decode()


@pytest.mark.parametrize("shown", PAGES, ids=str)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_page(shown: Page, language: str, world: World) -> None:
    html = opened(shown, world, language)
    assert f'<html lang="{language}">' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert len(re.findall(r'class="[^"]*\bbutton main\b', html)) <= 1
    assert 'class="lede"' in html, "one sentence that says what matters now"
    assert "style=" not in html
    assert not re.search(r"<script(?![^>]*(src=|application/json))", html)


@pytest.mark.parametrize("shown", [p for p in PAGES if "slug" in p.parts], ids=str)
def test_a_stranger_finds_nothing(shown: Page, world: World, stranger_client: Client) -> None:
    assert stranger_client.get(world.address(shown)).status_code == 404


@pytest.mark.parametrize("shown", [p for p in PAGES if "slug" in p.parts], ids=str)
def test_who_is_not_signed_in_is_asked_to(shown: Page, world: World) -> None:
    answer = Client().get(world.address(shown))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_the_frame_shows_rooms_and_other_leaders(world: World) -> None:
    html = opened(Page("leader"), world, "en")
    assert f'href="/{world.empty.slug}/"' in html
    assert html.count("Demo, fictional") == 1
    html = opened(Page("leader", parts=EMPTY), world, "en")
    assert "Demo, fictional" not in html
    assert f"<title>Where things stand · {world.empty.name} · Firsthand</title>" in html


def test_no_room_is_a_dead_link(world: World) -> None:
    html = opened(Page("leader"), world, "en")
    client = world.client(Who.MEMBER)
    inside = set(re.findall(r'href="(/helene-darcourt/[^"#?]*)"', html))
    assert inside
    assert {client.get(address).status_code for address in inside} <= {200, 302}


def test_pages_about_a_leader_stay_out_of_the_browsers_store(world: World) -> None:
    answer = world.client(Who.MEMBER).get(world.address(Page("library")))
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_write_stands_in_the_middle_of_the_bar() -> None:
    rooms = [Link(room.name, "/", room.title, room.short) for room in ROOMS]
    assert [link.name for link in bar(rooms)] == ["today", "listen", "write", "library"]
    now = [link for link in rooms if link.name in {"take-stock", "strategy", "library"}]
    assert [link.name for link in bar(now)] == ["take-stock", "strategy", "library"]
