"""The line of a match: cut and mended, replaced, and tampered with."""

import base64
import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from tests.browser.live import (
    ask,
    checked,
    head,
    make_match,
    open_match,
    say,
    shown_hash,
    take_seat,
    wait_for_turn,
)
from tests.browser.server import Server


class Proxy:
    """Stands between a page and the platform: passes on, cuts, changes a frame."""

    def __init__(self, page: Page) -> None:
        self.open = True
        self.tamper = False
        self.tampered: list[int] = []
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket("**/ws/match/**", self._connect)

    def cut(self) -> None:
        """The line is dead, and stays so until `mend`."""
        self.open = False
        for socket in self._sockets:
            socket.close(code=1001)
        self._sockets = []

    def mend(self) -> None:
        self.open = True

    def _connect(self, socket: WebSocketRoute) -> None:
        if not self.open:
            socket.close(code=1001)
            return
        self._sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(lambda frame: socket.send(self._pass(frame)))

    def _pass(self, frame: str | bytes) -> str | bytes:
        message: dict[str, Any] = json.loads(frame)
        payload = message["payload"]
        if not self.tamper or payload["kind"] != "committed":
            return frame
        self.tamper = False
        self.tampered.append(payload["sequence"])
        entry = bytearray(base64.b64decode(payload["entry"]))
        entry[72] ^= 1  # within the hash of the state
        payload["entry"] = base64.b64encode(entry).decode()
        return json.dumps(message)


def duel(server: Server, page: Page) -> str:
    match = make_match(server, page, "Ada", kind=0, seats=2, bots=[0])
    open_match(server, page, match)
    take_seat(page, 0)
    wait_for_turn(page)
    return match


@pytest.mark.timeout(200)
def test_what_is_done_and_typed_during_a_cut_arrives_when_the_line_is_mended(
    server: Server, context: BrowserContext
) -> None:
    page = context.new_page()
    proxy = Proxy(page)
    match = duel(server, page)
    before = ask(page, "GET", f"matches/{match}/log/")["sequence"]
    proxy.cut()
    expect(page.locator("[data-line=lost]")).to_be_visible()
    page.locator("[data-suggest]").click()
    page.locator("[data-confirm]").click()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")
    say(page, "Can you hear me?")
    expect(page.locator("[data-chat] .pending")).to_have_count(1)
    assert ask(page, "GET", f"matches/{match}/log/")["sequence"] == before

    shown = shown_hash(page)
    expect(page.get_by_role("button", name="Try now")).to_be_visible()
    proxy.mend()
    # 'Try now', unless the line has come back by itself in this moment.
    page.evaluate("document.querySelector('[data-line=lost] button')?.click()")
    expect(page.locator("[data-line]")).to_have_count(0, timeout=45_000)
    expect(page.locator("[data-chat] .pending")).to_have_count(0, timeout=30_000)
    expect(page.locator("[data-chat] .chat-line")).to_have_count(1)
    with checked(page) as sheet:
        entries = sheet.locator("[data-entries]")
        expect(entries).to_have_attribute("data-entries", str(before + 1))
    assert shown_hash(page) == shown
    page.locator("[data-end-turn]").click()
    wait_for_turn(page)
    expect(page.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)


@pytest.mark.timeout(200)
def test_a_tampered_frame_is_caught_shown_mended_and_never_forgotten(
    server: Server, context: BrowserContext
) -> None:
    page = context.new_page()
    proxy = Proxy(page)
    match = duel(server, page)
    expect(page.locator("[data-trust]")).to_have_attribute("data-trust", "verified")
    proxy.tamper = True
    page.locator("[data-end-turn]").click()
    expect(page.locator("[data-trust]")).to_have_attribute("data-trust", "unverified")
    wait_for_turn(page)
    assert len(proxy.tampered) == 1
    expect(page.locator("[data-trust]")).to_have_text(f"Unverified from {proxy.tampered[0]}")
    with checked(page) as sheet:
        expect(sheet).to_contain_text("did fit, and the match goes on")
    # What was shown is the platform's own state all the same: the tampered entry was not taken.
    page.reload()
    wait_for_turn(page)
    expect(page.locator("[data-trust]")).to_have_text(f"Unverified from {proxy.tampered[0]}")
    log = ask(page, "GET", f"matches/{match}/log/")
    with checked(page) as sheet:
        entries = sheet.locator("[data-entries]")
        expect(entries).to_have_attribute("data-entries", str(log["sequence"]))


@pytest.mark.timeout(200)
def test_windows_of_one_person_do_not_fight_and_a_fourth_takes_the_oldest_ones_place(
    server: Server, context: BrowserContext
) -> None:
    first = context.new_page()
    match = duel(server, first)
    others = []
    for _ in range(3):
        window = context.new_page()
        open_match(server, window, match)
        wait_for_turn(window)
        others.append(window)
    expect(first.get_by_role("button", name="Play here instead")).to_be_visible()
    others[0].locator("[data-end-turn]").click()
    for window in others:
        expect(window.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)
    first.get_by_role("button", name="Play here instead").click()
    expect(first.locator(".top-number")).to_have_text("Round 2 of 8", timeout=30_000)
    wait_for_turn(first)
    assert head(first) == head(others[2])
