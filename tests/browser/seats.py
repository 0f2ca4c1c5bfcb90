"""Mayors in browsers of their own, and the quickest way for a test to sit them down."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.server import Server

PATIENCE = 30_000  # ms: software drawing on a busy machine

# The page's own way to the platform, without clicking through the form for a new match.
_POST = """async ([path, body]) => {
  const token = document.querySelector('meta[name=csrf-token]').content;
  const answer = await fetch('/api/v1/' + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(answer.status + ' ' + (await answer.text()));
  return answer.json();
}"""


class Mayor:
    """One person: a browser profile with a page in it."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context = context
        self.page = context.new_page()
        self.server = server

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Ask the platform as the page would."""
        return self.page.evaluate(_POST, [path, body])

    def sign_in(self, name: str) -> "Mayor":
        """Become a guest of this name."""
        self.page.goto(self.server.url + "lobby/")
        self.post("guest/", {"name": name})
        self.page.goto(self.server.url + "lobby/")  # with the token of the new session
        return self

    def order(self, **order: Any) -> str:
        """Make a match; its id."""
        return str(self.post("matches/", order)["id"])

    def open(self, match_id: str) -> Page:
        """Go to the match."""
        self.page.goto(f"{self.server.url}match/{match_id}/?speed=0")
        return self.page

    def sit_down(self, match_id: str) -> None:
        """Go to the match and take the first free seat. Alone among bots, that begins it."""
        self.open(match_id)
        self.page.locator("[data-join]").first.click(timeout=PATIENCE)
        here = self.page.locator("[data-leave], [data-end-turn]")
        expect(here.first).to_be_visible(timeout=PATIENCE)

    def ready(self) -> None:
        """Say so, once all seats are taken."""
        button = self.page.locator("[data-ready]")
        expect(button).to_be_enabled(timeout=PATIENCE)
        button.click()

    def has_turn(self) -> bool:
        """Whether the button to end the turn can be pressed now."""
        button = self.page.locator("[data-end-turn]")
        return button.count() == 1 and button.is_enabled()

    def wait_for_turn(self) -> None:
        """Until it is this mayor's turn."""
        expect(self.page.locator("[data-end-turn]")).to_be_enabled(timeout=2 * PATIENCE)

    def end_turn(self) -> None:
        """End the own turn."""
        self.wait_for_turn()
        self.page.locator("[data-end-turn]").click()


@contextmanager
def mayors(browser: Browser, server: Server, *names: str) -> Iterator[list[Mayor]]:
    """Signed-in guests, each in a profile of their own."""
    contexts = [browser.new_context(viewport={"width": 1280, "height": 800}) for _ in names]
    try:
        yield [
            Mayor(context, server).sign_in(name)
            for context, name in zip(contexts, names, strict=True)
        ]
    finally:
        for context in contexts:
            context.close()
