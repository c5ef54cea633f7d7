"""Every page in the real browser: axe, both languages, both schemes, both widths, no sideways scrolling."""

from itertools import product
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext
from tests.web.pages import PAGES, Page
from tests.web.world import World

pytestmark = pytest.mark.browser

LOCALES = {"fr": "fr-FR", "en": "en-GB"}
SCHEMES = ("light", "dark")
WIDTHS = ((360, 740), (1280, 800))
GRAVE = {"serious", "critical"}


def context(browser: Browser, origin: str, cookie: str, **options: Any) -> BrowserContext:
    """Give a fresh browser window in which somebody may be signed in."""
    found = browser.new_context(base_url=origin, **options)
    if cookie:
        found.add_cookies([{"name": "firsthand_session", "value": cookie, "url": origin}])
    return found


@pytest.mark.parametrize("shown", PAGES, ids=str)
def test_page_is_for_everybody(
    shown: Page, live_world: World, live_server: Any, browser: Browser
) -> None:
    cookie = live_world.cookie(shown.who)
    address = live_world.address(shown)
    wrong = []
    for lang, scheme, (width, height) in product(LOCALES, SCHEMES, WIDTHS):
        where = f"{lang} {scheme} {width}"
        window = context(
            browser, live_server.url, cookie,
            locale=LOCALES[lang], color_scheme=scheme, viewport={"width": width, "height": height},
        )  # fmt: skip
        page = window.new_page()
        page.on("pageerror", lambda error, where=where: wrong.append(f"{where}: {error}"))
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{where}: scrolls sideways")
        for found in Axe().run(page).response["violations"]:
            if found["impact"] in GRAVE:
                places = [node["target"] for node in found["nodes"]]
                wrong.append(f"{where}: {found['id']} {places}")
        window.close()
    assert wrong == []
