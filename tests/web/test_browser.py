"""The desk in the real browser: every page for everybody, the main job by keyboard, an archive by upload."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Window
from tests.web.pages import PAGES, Page, Who
from tests.web.world import World

from firsthand.library import work
from firsthand.people.models import Leader
from firsthand.plan.models import ReadinessAnswers

pytestmark = pytest.mark.browser

LOCALES = {"fr": "fr-FR", "en": "en-GB"}
SCHEMES = ("light", "dark")
SIZES = ((360, 740), (1280, 800))
GRAVE = {"serious", "critical"}
RULES = {"resultTypes": ["violations"]}


def window(browser: Browser, origin: str, cookie: str = "", lang: str = "en") -> BrowserContext:
    """Give a fresh browser window in which somebody may be signed in."""
    # Nothing moves: what axe measures half-way through a change of colour is no colour of ours.
    found = browser.new_context(base_url=origin, locale=LOCALES[lang], reduced_motion="reduce")
    if cookie:
        found.add_cookies([{"name": "firsthand_session", "value": cookie, "url": origin}])
    return found


def faults(page: Window) -> Iterator[str]:
    """Give what axe finds grave, and whether the page scrolls sideways, in each scheme and size."""
    for scheme, (width, height) in product(SCHEMES, SIZES):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{scheme} {width}: scrolls sideways"
        for found in Axe().run(page, options=RULES).response["violations"]:
            if found["impact"] in GRAVE:
                places = [node["target"] for node in found["nodes"]]
                yield f"{scheme} {width}: {found['id']} {places}"


@pytest.mark.parametrize("lang", LOCALES)
@pytest.mark.parametrize("shown", PAGES, ids=str)
def test_page_is_for_everybody(
    shown: Page, lang: str, live_world: World, live_server: Any, browser: Browser
) -> None:
    cookie = live_world.cookie(shown.who)
    page = window(browser, live_server.url, cookie, lang).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(live_world.address(shown))
    wrong += faults(page)
    page.context.close()
    assert wrong == []


def press_until(page: Window, selector: str, most: int = 60) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached by the keyboard")


def archive(folder: Path, posts: int) -> Path:
    """Write a small archive, one line of which cannot be read."""
    lines = [
        {"id": str(n), "at": f"2026-05-0{n}T09:12:00+02:00", "author": "claire", "network": "x",
         "text": f"Merci à l'atelier, jour {n}."}
        for n in range(1, posts + 1)
    ]  # fmt: skip
    path = folder / "posts.jsonl"
    path.write_text("\n".join([*map(json.dumps, lines), "nothing to read"]), "utf-8")
    return path


def test_from_nothing_to_a_library_by_keyboard(
    live_server: Any, browser: Browser, tmp_path: Path
) -> None:
    page = window(browser, live_server.url, lang="fr").new_page()
    page.goto("/")
    press_until(page, "a.door")
    page.keyboard.press("Enter")
    page.wait_for_url("**/start/bring")
    press_until(page, "#id_name")
    page.keyboard.type("Claire Martin")
    page.keyboard.press("Tab")
    page.keyboard.type("Ateliers Martin")
    press_until(page, "button[type=submit].main")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claire-martin/import")
    press_until(page, "#files")
    page.set_input_files("#files", archive(tmp_path, 3))
    press_until(page, "#upload button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claire-martin/import/*")
    while work.step():
        pass
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "3 nouveaux messages dans la bibliothèque"
    )
    expect(page.locator("#skipped")).to_be_visible()
    page.goto("/claire-martin/library")
    page.keyboard.press("/")
    page.keyboard.type("ATELIER jour 2")
    expect(page.locator("mark")).to_have_count(3)
    expect(page.locator(".hit")).to_have_count(1)
    press_until(page, ".hit a")
    page.keyboard.press("Enter")
    expect(page.locator(".post .words")).to_contain_text("Merci à l'atelier, jour 2.")
    page.context.close()
    assert Leader.objects.get().posts.count() == 3


def test_without_javascript_an_archive_comes_in_too(
    live_world: World, live_server: Any, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("anne@example.com")
    page.get_by_label("Password").fill("une phrase assez longue")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"/{live_world.empty.slug}/import")
    page.set_input_files("#files", archive(tmp_path, 2))
    page.get_by_role("button", name="Bring it in").click()
    while work.step():
        pass
    page.get_by_role("link", name="How far is it now?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 new posts in the library")
    context.close()


def test_older_posts_come_below_and_back_shows_the_whole_page(
    live_world: World, live_server: Any, browser: Browser
) -> None:
    page = window(browser, live_server.url, live_world.cookie(Who.MEMBER)).new_page()
    page.goto(f"/{live_world.full.slug}/library")
    expect(page.locator(".hit")).to_have_count(20)
    page.get_by_role("link", name="Older posts").click()
    expect(page.locator(".hit")).to_have_count(40)
    page.locator("#q").fill("merci")
    expect(page).to_have_url(f"{live_server.url}/{live_world.full.slug}/library?q=merci")
    page.context.close()


def test_a_passkey_opens_the_desk(live_world: World, live_server: Any, browser: Browser) -> None:
    page = window(browser, live_server.url, live_world.cookie(Who.MEMBER)).new_page()
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    page.goto("/account/mfa/webauthn/add/")
    page.get_by_label("Name of this passkey").fill("My phone")
    page.get_by_label("It alone is enough to sign in").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/account/mfa/recovery-codes/")
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where things stand")
    page.context.close()


def test_taking_stock_and_a_strategy_by_keyboard(
    live_world: World, live_server: Any, browser: Browser
) -> None:
    page = window(browser, live_server.url, live_world.cookie(Who.MEMBER), "fr").new_page()
    slug = live_world.empty.slug
    page.goto(f"/{slug}/take-stock/question/size")
    press_until(page, "input[type=radio]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/question/sector")
    assert ReadinessAnswers.objects.get(leader=live_world.empty).given["size"] == "sme"
    page.goto(f"/{slug}/strategy/ask/aim")
    press_until(page, "textarea")
    page.keyboard.type("Que l’on vienne nous voir.")
    press_until(page, ".actions button.main")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/objectives")
    expect(page.get_by_role("status")).to_contain_text("La version 1 est gardée.")
    page.goto(f"/{slug}/strategy")
    expect(page.locator("#part-aim")).to_contain_text("Que l’on vienne nous voir.")
    page.context.close()
