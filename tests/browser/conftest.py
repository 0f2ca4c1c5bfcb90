"""A running platform and a real browser, one of each for all browser tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.browser.server import Server
from tests.browser.silence import complaints

# The machine may have no graphics processor and no network but loopback. What the pages draw is
# flat: the processor itself draws it two to four times faster than an imitated graphics processor.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Everything is drawn in software, and other tests may run beside these: nothing is late before
# this many milliseconds. What comes at once is seen at once.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The platform, ready to answer at `server.url`."""
    with Server(tmp_path_factory.mktemp("data")) as running:
        yield running.wait_until_ready()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers: one for all tests, as it wants."""
    with sync_playwright() as playwright:
        yield playwright


def launch(playwright: Playwright, flags: list[str]) -> Browser:
    """Chromium of the machine with these flags; CHROMIUM names another one."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "no Chromium: run the browser tests with `make test-browser`"
    return playwright.chromium.launch(executable_path=Path(path), args=flags)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A browser without WebGL."""
    browser = launch(playwright, FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must stay silent: no error, warning or policy violation in its console."""
    page = context.new_page()
    found = complaints(page)
    yield page
    assert not found
