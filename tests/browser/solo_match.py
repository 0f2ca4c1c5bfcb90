"""A match as a person plays it in the page, beside the same match on this interpreter."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from games import engine
from tests.browser.server import Server

ME = 0


def start_duel(server: Server, page: Page) -> None:
    """Open the page and start a duel with one click; bots' moves are shown at once."""
    page.goto(server.url + "solo/?speed=0")
    page.locator("[data-play]").click()
    wait_for_my_turn(page)


def wait_for_my_turn(page: Page) -> None:
    """Wait until the bots have played, or the match is over."""
    expect(page.locator("[data-turn=me], [data-turn=over]")).to_be_attached(timeout=60_000)


def end_turn(page: Page) -> None:
    """End the own turn, and wait for the next one, or for the end of the match."""
    told = page.locator(".top-number").inner_text()
    page.locator("[data-end-turn]").click()
    over = page.locator("[data-turn=over]")
    expect(over.or_(page.locator(".top-number").filter(has_not_text=told))).to_be_attached(
        timeout=60_000
    )
    wait_for_my_turn(page)


def exported(page: Page, tmp_path: Path) -> dict[str, Any]:
    """The match as the page saves it to a file: setup, level, entries with hashes."""
    in_menu = page.locator("dialog[open]").count() == 0
    if in_menu:
        page.get_by_role("button", name="Menu").click()
    with page.expect_download() as download:
        page.locator("dialog[open] [data-export]").click()
    path = tmp_path / "match.json"
    download.value.save_as(path)
    if in_menu:
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def replayed(match: dict[str, Any]) -> engine.v0.State:
    """The state after all entries, every hash compared on the way."""
    rules = engine.v0
    setup = dict(match["setup"])
    setup["seed"] = bytes.fromhex(setup["seed"])
    state = rules.new_game(setup)
    for entry in match["entries"]:
        rules.apply(state, entry["seat"], tuple(entry["action"]))
        assert rules.state_hash(state).hex() == entry["hash"]
    return state


def place_of(page: Page, tile: int, size: int) -> tuple[float, float]:
    """The middle of a tile, in CSS pixels of the window."""
    view = page.locator(".board").get_attribute("data-view")
    assert view is not None
    x, y, east_x, east_y, south_x, south_y = (float(part) for part in view.split())
    east, south = tile % size + 0.5, tile // size + 0.5
    return (
        x + east * (east_x - x) + south * (south_x - x),
        y + east * (east_y - y) + south * (south_y - y),
    )
