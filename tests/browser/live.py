"""Matches on the platform, as the tests make, open and play them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server

_ASK = """
async ([method, path, body]) => {
  const written = document.querySelector("meta[name=csrf-token]").content;
  const answer = await fetch("/api/v1/" + path, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRFToken": window.token ?? written },
    body: method === "GET" ? null : JSON.stringify(body),
  });
  window.token = answer.headers.get("X-CSRFToken") ?? window.token;
  return [answer.status, await answer.text()];
}
"""


def ask(page: Page, method: str, path: str, body: Any = None) -> Any:
    """What the REST interface answers the page's own session."""
    status, text = page.evaluate(_ASK, [method, path, body])
    assert status < 300, f"{method} {path}: {status} {text}"
    return json.loads(text) if text else None


def named(server: Server, page: Page, name: str) -> None:
    """Make the page's person a guest of this name."""
    page.goto(server.url)
    ask(page, "POST", "guest/", {})
    ask(page, "PATCH", "guest/", {"name": name})


def make_match(server: Server, page: Page, name: str, **order: Any) -> str:
    """A match that a guest of this name hosts; its id."""
    named(server, page, name)
    return str(ask(page, "POST", "matches/", order)["id"])


def open_match(server: Server, page: Page, match: str) -> None:
    """The match's page; moves of others are shown at once."""
    page.goto(f"{server.url}match/{match}/?speed=0")


def take_seat(page: Page, seat: int) -> None:
    """Take a seat in the waiting room."""
    page.locator(f"[data-join='{seat}']").click()


def wait_for_turn(page: Page) -> None:
    """Until it is this page's turn, or the match is over."""
    expect(page.locator("[data-turn=me], [data-turn=over]")).to_be_attached(timeout=60_000)


def is_over(page: Page) -> bool:
    return page.locator("[data-turn=over]").count() > 0


def shown_hash(page: Page) -> str:
    """The hash of the state that the page shows."""
    found = page.locator(".match").get_attribute("data-hash")
    assert found
    return found


@contextmanager
def checked(page: Page) -> Iterator[Locator]:
    """The sheet about what was checked, open."""
    page.locator("[data-trust]").click()
    sheet = page.locator("dialog.trust[open]")
    expect(sheet).to_be_visible()
    yield sheet
    page.keyboard.press("Escape")
    expect(page.locator("dialog.trust")).to_have_count(0)


def head(page: Page) -> str:
    """The chain hash of the last entry, as the sheet about what was checked shows it."""
    with checked(page) as sheet:
        return sheet.locator("[data-head]").inner_text()


def say(page: Page, words: str) -> None:
    """A line of chat, typed and sent."""
    if page.locator("[data-chat]").count() == 0:
        page.locator("[data-chat-button]").click()
    page.locator("[data-chat] input").fill(words)
    page.keyboard.press("Enter")
