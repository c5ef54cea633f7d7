"""What is handed to a board prints on two sheets, and says whose it is."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.web.pages import Page, Who
from tests.web.world import World

pytestmark = pytest.mark.browser

PRINTED = (
    Page("verdict", parts={"slug": "full", "number": "verdict"}),
    Page("verdict", parts={"slug": "full", "number": "verdict before"}),
    Page("verdict", parts={"slug": "empty", "number": "verdict on little"}),
    Page("strategy"),
)


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_it_prints_on_two_sheets(
    locale: str, live_world: World, live_server: Any, browser: Browser
) -> None:
    context = browser.new_context(base_url=live_server.url, locale=locale)
    cookie = {"name": "firsthand_session", "value": live_world.cookie(Who.MEMBER)}
    context.add_cookies([{**cookie, "url": live_server.url}])
    page = context.new_page()
    for shown in PRINTED:
        page.goto(live_world.address(shown))
        sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
        assert 1 <= sheets <= 2, shown
    page.emulate_media(media="print")
    for shown in (PRINTED[0], PRINTED[-1]):
        page.goto(live_world.address(shown))
        assert "Hélène Darcourt, Solvane" in page.locator("main").inner_text()
    context.close()
