"""Take the pictures of README and docs from the real pages, with the demo leader.

    .venv/bin/python tools/pictures.py        writes docs/pictures/<page>-<language>.png

Needs Debian's chromium. Each page is taken at a desk's width and, as `-phone`, at
360 pixels; a room that does not exist yet is passed over.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

OUT = Path(__file__).parent.parent / "docs" / "pictures"
PORT = 8765
HOME = f"http://localhost:{PORT}"
PAGES = {
    "start": "/{slug}/",
    "strategy": "/{slug}/strategy",
    "library": "/{slug}/library?q=merci",
    "years": "/{slug}/library/years",
}
WORDS = {
    "fr": "Ravis d'annoncer notre nouvel atelier, le n°1 en Europe !!! Merci à Lucas, apprenti : "
    "il a réparé 34 pompes cette année.",
    "en": "Thrilled to announce our new workshop, the world's first!!! Thanks to Lucas, an apprentice: "
    "he repaired 34 pumps this year.",
}
SIZES = {"": (1280, 800), "-phone": (360, 740)}
LOCALES = {"fr": "fr-FR", "en": "en-GB"}


def wait() -> None:
    """Wait until the desk is open, a minute at most."""
    for _ in range(120):
        try:
            urlopen(HOME)
        except (URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    sys.exit("The desk did not open within a minute.")


def windows(browser: Browser) -> Iterator[tuple[str, Page]]:
    """Give a fresh window in each language and size, with what its pictures are called."""
    for (lang, locale), (suffix, (width, height)) in product(LOCALES.items(), SIZES.items()):
        context = browser.new_context(
            base_url=HOME,
            locale=locale,
            viewport={"width": width, "height": height},
            device_scale_factor=2 if suffix else 1,
        )
        yield f"{lang}{suffix}.png", context.new_page()
        context.close()


def take(browser: Browser) -> None:
    """Take the doors while the desk is empty, then what is behind the second one."""
    for name, page in windows(browser):
        page.goto("/")
        page.screenshot(path=OUT / f"doors-{name}")
    for name, page in windows(browser):
        page.goto("/")
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        slug = page.url.rstrip("/").rsplit("/", 1)[1]
        for what, address in PAGES.items():
            answer = page.goto(address.format(slug=slug))
            if answer is not None and answer.ok:
                page.screenshot(path=OUT / f"{what}-{name}")
        take_stock(page, slug, name)
        write(page, slug, name)


def take_stock(page: Page, slug: str, name: str) -> None:
    """Take a question, and the verdict."""
    page.goto(f"/{slug}/take-stock/question/listening")
    page.screenshot(path=OUT / f"question-{name}")
    page.goto(f"/{slug}/take-stock")
    page.locator("main form[action$=judge] button").first.click()
    page.wait_for_load_state()
    page.screenshot(path=OUT / f"take-stock-{name}")


def write(page: Page, slug: str, name: str) -> None:
    """Take a draft, as it is being written."""
    page.goto(f"/{slug}/write/begin/blank")
    page.locator("main form button").click()
    page.wait_for_load_state()
    page.locator("#text").press_sequentially(WORDS[name[:2]], delay=40)
    page.wait_for_timeout(1500)
    page.screenshot(path=OUT / f"draft-{name}")


def main() -> None:
    """Open a desk of its own and take all pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="firsthand-pictures-") as home:
        serve = [Path(sys.executable).parent / "firsthand", "serve", "--port", str(PORT)]
        desk = subprocess.Popen(serve, env={**os.environ, "FIRSTHAND_HOME": home})
        try:
            wait()
            with sync_playwright() as play:
                browser = play.chromium.launch(
                    executable_path="/usr/bin/chromium",
                    args=["--no-sandbox", "--disable-background-networking"],
                )
                take(browser)
        finally:
            desk.terminate()
            desk.wait(20)


if __name__ == "__main__":
    main()
