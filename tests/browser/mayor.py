"""People in browsers: signed in, sat down at a match, playing it and reading what it shows."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.server import Server
from tests.browser.silence import complaints

LONG = 60_000  # ms: others play first, bots think, everything is drawn in software


class Mayor:
    """One person before one page. context: the browser's profile, which holds who it is."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context = context
        self.server = server
        self.page = context.new_page()
        self.complaints = complaints(self.page)
        self._token = ""

    # -- who it is, and what lies behind the pages -------------------------------------------

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """What the REST interface answers the profile's session."""
        answer = self.context.request.fetch(
            f"{self.server.url}api/v1/{path}",
            method=method,
            headers={"X-CSRFToken": self._token, "Content-Type": "application/json"},
            data=None if method == "GET" else json.dumps(body or {}),
        )
        self._token = answer.headers.get("x-csrftoken", self._token)
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
        return json.loads(answer.text() or "null")

    def sign_in(self, name: str) -> "Mayor":
        """Become a guest of this name."""
        stranger = self.context.request.get(f"{self.server.url}api/v1/guest/")
        self._token = stranger.headers["x-csrftoken"]
        self.ask("POST", "guest/", {"name": name})
        return self

    def order(self, **order: Any) -> str:
        """Make a match (games/matches/order.py); its id."""
        return str(self.ask("POST", "matches/", order)["id"])

    # -- before the match --------------------------------------------------------------------

    def open(self, match_id: str) -> Page:
        """Go to the match; moves of others are shown at once."""
        self.page.goto(f"{self.server.url}match/{match_id}/?speed=0")
        return self.page

    def window(self, match_id: str) -> "Mayor":
        """The same person before one more page, which shows the match."""
        other = Mayor(self.context, self.server)
        other.open(match_id)
        return other

    def take_seat(self, seat: int | None = None) -> None:
        """Take this seat, or the first free one. Alone among bots, that begins the match."""
        free = "[data-join]" if seat is None else f"[data-join='{seat}']"
        self.page.locator(free).first.click()
        expect(self.page.locator("[data-leave], [data-end-turn]").first).to_be_visible()

    def sit_down(self, match_id: str, seat: int | None = None) -> None:
        """Go to the match and take a seat."""
        self.open(match_id)
        self.take_seat(seat)

    def ready(self) -> None:
        """Say so, once all seats are taken."""
        self.page.locator("[data-ready]").click()

    # -- playing -----------------------------------------------------------------------------

    def wait_for_turn(self) -> None:
        """Until it is this mayor's turn, or the match is over."""
        waited = self.page.locator("[data-turn=me], [data-turn=over]")
        expect(waited).to_be_attached(timeout=LONG)

    def has_turn(self) -> bool:
        """Whether the page offers to end the turn now."""
        return self.page.locator("[data-turn=me]").count() == 1

    def act(self) -> None:
        """Take one action that is allowed on every map, and is shown at once: a fund drive."""
        before = self.shown_hash()
        self.page.locator("[data-tab=city]").click()
        self.page.get_by_role("button", name="Fund drive").click()
        self.expect_another_state(before)

    def end_turn(self) -> None:
        """End the turn, once it is this mayor's."""
        expect(self.page.locator("[data-turn=me]")).to_be_attached(timeout=LONG)
        self.page.locator("[data-end-turn]").click()

    def say(self, words: str) -> None:
        """A line of chat, typed and sent."""
        self.open_chat().fill(words)
        self.page.keyboard.press("Enter")

    def open_chat(self) -> Locator:
        """Where a line is typed."""
        if self.page.locator("[data-chat]").count() == 0:
            self.page.locator("[data-chat-button]").click()
        return self.page.locator("[data-chat] input")

    # -- what is shown -----------------------------------------------------------------------

    def shown_hash(self) -> str:
        """The hash of the state that the page shows."""
        found = self.page.locator(".match").get_attribute("data-hash")
        assert found
        return found

    def expect_state(self, state_hash: str) -> None:
        """The page comes to show the state of this hash."""
        expect(self.page.locator(".match")).to_have_attribute("data-hash", state_hash)

    def expect_another_state(self, before: str) -> None:
        """The page comes to show another state than the one of this hash."""
        expect(self.page.locator(".match")).not_to_have_attribute("data-hash", before)

    def expect_round(self, number: int) -> None:
        """The match comes to this round."""
        told = self.page.locator(".top-number")
        expect(told).to_have_text(re.compile(f"^Round {number} of "), timeout=LONG)

    def expect_trust(self, kind: str) -> None:
        """The badge says verified, from or unverified."""
        expect(self.page.locator("[data-trust]")).to_have_attribute("data-trust", kind)

    def expect_line(self, *, lost: bool) -> None:
        """The page says that its line is cut, or nothing of it."""
        told = self.page.locator("[data-line=lost]" if lost else "[data-line]")
        expect(told).to_have_count(1 if lost else 0, timeout=LONG)

    def try_now(self) -> None:
        """Press 'Try now', unless the line has come back by itself in this moment."""
        self.page.evaluate("document.querySelector('[data-line=lost] button')?.click()")

    @contextmanager
    def evidence(self) -> Iterator[Locator]:
        """The sheet about what was checked, open."""
        self.page.locator("[data-trust]").click()
        sheet = self.page.locator("dialog.trust[open]")
        expect(sheet).to_be_visible()
        yield sheet
        self.page.keyboard.press("Escape")
        expect(self.page.locator("dialog.trust")).to_have_count(0)

    def head(self) -> str:
        """The chain hash of the last entry, as the sheet about what was checked shows it."""
        with self.evidence() as sheet:
            return sheet.locator("[data-head]").inner_text()


@contextmanager
def mayors(
    browser: Browser, server: Server, *names: str, silent: bool = True, **profile: Any
) -> Iterator[list[Mayor]]:
    """Signed-in guests, each in a profile of their own.

    silent: their pages may not complain, as they do of a line that is cut or given to another
    window. profile: more of Playwright's options for a browser context.
    """
    options = {"viewport": {"width": 1280, "height": 800}, **profile}
    people = [Mayor(browser.new_context(**options), server).sign_in(name) for name in names]
    try:
        yield people
        if silent:
            assert [mayor.complaints for mayor in people] == [[] for _ in people]
    finally:
        for mayor in people:
            mayor.context.close()


def begin(match_id: str, *people: Mayor) -> None:
    """Sit them down in this order, and begin: everybody sees the match."""
    for mayor in people:
        mayor.sit_down(match_id)
    for mayor in people if len(people) > 1 else ():
        mayor.ready()
    for mayor in people:
        expect(mayor.page.locator(".match")).to_be_attached(timeout=LONG)
