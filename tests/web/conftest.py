"""A desk in a browser: Debian's chromium, a live server, and a world with much and with nothing in it."""

import os
from typing import Any

import pytest
from tests.web.world import World, build


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start Debian's browser, which reaches nothing but this machine."""
    # Playwright's loop runs in this thread; Django's own watch over it is for servers.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-background-networking"],
    }


@pytest.fixture
def world(db: None) -> World:
    """Give a desk with two leaders, one with the demo's posts and one with nothing yet."""
    return build()


@pytest.fixture
def live_world(live_server: Any) -> World:
    """Give the same desk, served."""
    return build()
