"""A match from the first page on, by somebody with a keyboard and a screen reader alone."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from games import engine
from games.engine.v0 import legal_actions
from games.engine.v0.actions import BUILD, END_TURN, POLICY
from games.engine.v0.catalogue import COTTAGE
from games.ledger.kinds import ACTION, PLAYER
from tests.browser.keys import Keys
from tests.browser.match_log import entries, folded
from tests.browser.server import Server
from tests.browser.silence import complaints

ME = 0


@pytest.fixture
def keys(chromium: Browser) -> Iterator[Keys]:
    """A fresh profile's page, which shows moves of others at once and must stay silent."""
    size: Any = {"width": 1440, "height": 900}
    context = chromium.new_context(viewport=size, reduced_motion="reduce")
    page = context.new_page()
    found = complaints(page)
    yield Keys(page)
    assert found == []
    context.close()


@pytest.mark.timeout(240)
def test_a_duel_is_begun_and_played_for_three_rounds_with_the_keyboard_alone(
    server: Server, keys: Keys
) -> None:
    page = keys.page
    page.goto(server.url)
    expect(page.locator("[data-play]")).to_be_visible()
    keys.go_to("[data-play]")
    expect(page.get_by_role("button", name="Play now")).to_be_focused()
    page.keyboard.press("Enter")
    board = page.get_by_role("grid", name="Board of 16 by 16 tiles")
    expect(board).to_be_focused(timeout=60_000)
    match = page.url.rstrip("/").rsplit("/", 1)[-1]
    _wait_for_round(page, 1)

    build = _build_a_cottage(server, match, keys)
    policy = _set_a_low_tax(keys)
    _read_the_evidence(keys, entries_so_far=len(entries(server, match)))

    # With the button this time; Space on the board ends the other turns.
    keys.use("[data-end-turn]", "Shift+Tab")
    _wait_for_round(page, 2)
    keys.look("the others' turns")
    _read_the_log(keys)
    _read_a_goal(keys)
    for number in (3, 4):
        keys.go_to(".board", "Shift+Tab")
        keys.press("Space")
        _wait_for_round(page, number)
        keys.look("the others' turns")
        expect(board).to_be_focused()

    done = [
        entry.action
        for entry in entries(server, match)
        if (entry.kind, entry.seat, entry.authority) == (ACTION, ME, PLAYER)
    ]
    encode = engine.rules(0).encode_action
    assert done == [encode(action) for action in (build, policy, *[(END_TURN,)] * 3)]
    expect(page.locator("[data-trust]")).to_have_attribute("data-trust", "verified")


def _wait_for_round(page: Page, number: int) -> None:
    """Until it is the own turn in this round."""
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(f"Round {number} of 8", timeout=60_000)
    expect(page.locator("[data-turn=me]")).to_be_attached(timeout=60_000)


def _build_a_cottage(server: Server, match: str, keys: Keys) -> tuple[int, ...]:
    """Where the rules allow one, chosen with the arrow keys; the action."""
    page = keys.page
    state: Any = folded(server, match).state
    build = next(a for a in legal_actions(state, ME) if a[:2] == (BUILD, COTTAGE) and not a[3])
    keys.press("w")
    tool = page.get_by_role("button", name=re.compile("^Cottage"))
    expect(tool).to_have_attribute("aria-pressed", "true")
    across = build[2] % state.size - state.hall[ME] % state.size
    down = build[2] // state.size - state.hall[ME] // state.size
    keys.press(*["ArrowRight" if across > 0 else "ArrowLeft"] * abs(across))
    keys.press(*["ArrowDown" if down > 0 else "ArrowUp"] * abs(down))
    cell = page.get_by_role("gridcell")
    expect(cell).to_contain_text("possible here")
    board = page.get_by_role("grid")
    expect(board).to_have_attribute("aria-activedescendant", f"cell-{build[2]}")
    keys.press("Enter")
    keys.hears("Starts at")
    keys.press("Enter")
    expect(cell).to_contain_text("Cottage, yours")
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")
    keys.look("building")
    return tuple(build)


def _set_a_low_tax(keys: Keys) -> tuple[int, ...]:
    """What costs no action; the action."""
    page = keys.page
    keys.use("[data-tab=city]")
    group = page.get_by_role("group", name="Taxes")
    expect(group.get_by_role("radio", name="Normal")).to_be_checked()
    keys.go_to("input[name=tax]")
    keys.press("ArrowLeft")
    expect(group.get_by_role("radio", name="Low")).to_be_checked()
    keys.use(".policy-set button")
    expect(page.get_by_text("Policy can be set once a turn.")).to_be_visible()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")
    keys.look("setting the policy")
    return (POLICY, 0, 1, 0, 0)


def _read_the_evidence(keys: Keys, entries_so_far: int) -> None:
    """The sheet opens, can be read, and gives the focus back."""
    page = keys.page
    badge = page.get_by_role("button", name="Verified")
    keys.use("[data-trust]")
    sheet = page.get_by_role("dialog", name="What your browser has checked")
    expect(sheet).to_be_visible()
    expect(sheet.locator("[data-entries]")).to_have_attribute("data-entries", str(entries_so_far))
    for _ in range(6):
        keys.press("Tab")
        assert sheet.locator(":focus").count() == 1 or sheet.evaluate("it => it.matches(':focus')")
    keys.press("Escape")
    expect(sheet).to_have_count(0)
    expect(badge).to_be_focused()


def _read_a_goal(keys: Keys) -> None:
    """What it asks for shows with the focus, and can be put out of the way without losing that."""
    goal = keys.page.locator(".top-goals .goal").first
    keys.go_to(".top-goals .goal:first-child", "Shift+Tab")
    expect(goal.locator(".hint")).to_be_visible()
    keys.press("Escape")
    expect(goal.locator(".hint")).to_be_hidden()
    expect(goal).to_be_focused()
    keys.press("Tab", "Shift+Tab")
    expect(goal.locator(".hint")).to_be_visible()


def _read_the_log(keys: Keys) -> None:
    """What happened since the last turn, in words, in a panel that can be scrolled by keys."""
    page = keys.page
    keys.use("[data-tab=log]")
    keys.go_to(".tab-body")
    log = page.get_by_role("group", name="Log")
    expect(log).to_be_focused()
    expect(log.get_by_role("heading", name="Since your last turn")).to_be_visible()
    expect(log.get_by_role("listitem").first).to_be_visible()
