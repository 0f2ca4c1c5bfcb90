"""The match screen without a mouse, on a phone, and for screen readers."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from games.engine.v0 import legal_actions
from games.engine.v0.actions import BUILD, END_TURN
from games.engine.v0.catalogue import COTTAGE
from tests.browser.axe import violations
from tests.browser.server import Server
from tests.browser.solo_match import (
    ME,
    exported,
    place_of,
    replayed,
    start_duel,
    wait_for_my_turn,
)
from tests.browser.width import overhang


def test_a_turn_is_played_with_the_keyboard_alone(
    server: Server, page: Page, tmp_path: Path
) -> None:
    page.goto(server.url + "solo/?speed=0")
    page.locator("[data-play]").focus()
    page.keyboard.press("Enter")
    wait_for_my_turn(page)
    board = page.get_by_role("grid", name="Board of 16 by 16 tiles")
    expect(board).to_be_focused()

    state = replayed(exported(page, tmp_path))
    board.focus()
    build = next(a for a in legal_actions(state, ME) if a[:2] == (BUILD, COTTAGE) and not a[3])
    page.keyboard.press("w")
    expect(page.locator("[data-tool='1']")).to_have_attribute("aria-pressed", "true")
    _walk(page, state.hall[ME], build[2], state.size)
    cell = page.get_by_role("gridcell")
    expect(cell).to_contain_text("possible here")
    expect(board).to_have_attribute("aria-activedescendant", f"cell-{build[2]}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Starts at")).to_be_attached()
    page.keyboard.press("Enter")
    expect(cell).to_contain_text("Cottage, yours")

    page.keyboard.press("Space")
    wait_for_my_turn(page)
    entries = exported(page, tmp_path)["entries"]
    mine = [tuple(e["action"]) for e in entries if e["seat"] == ME]
    assert mine == [build, (END_TURN,)]
    assert len(entries) > len(mine)


def test_a_suggestion_is_shown_before_it_is_done(server: Server, page: Page) -> None:
    start_duel(server, page)
    page.locator("[data-suggest]").click()
    expect(page.locator("[data-confirm]")).to_be_visible()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "3")
    page.locator("[data-confirm]").click()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")


def test_overlays_answer_to_the_digits(server: Server, page: Page) -> None:
    start_duel(server, page)
    page.keyboard.press("4")
    expect(page.get_by_text("Happiness of homes")).to_be_visible()
    page.keyboard.press("4")
    expect(page.get_by_text("Happiness of homes")).to_have_count(0)


def test_nothing_is_wider_than_a_phone(server: Server, chromium: Browser) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(server.url + "solo/?speed=0")
    page.wait_for_selector("[data-rules-ready]")
    assert overhang(page) == 0
    page.locator("[data-play]").tap()
    wait_for_my_turn(page)
    assert overhang(page) == 0
    for sheet in ("build", "log", "city", "trade", "goals"):
        page.locator(f"[data-sheet-button={sheet}]").tap()
        assert overhang(page) == 0, sheet
    page.locator("[data-sheet-button=goals]").tap()
    page.locator("[data-suggest]").tap()
    page.locator("[data-confirm]").tap()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")
    context.close()


def test_a_finger_looks_at_a_building_and_puts_the_tool_away(
    server: Server, chromium: Browser, tmp_path: Path
) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(server.url + "solo/?speed=0")
    page.locator("[data-play]").tap()
    wait_for_my_turn(page)
    card, chip = page.locator("[data-card]"), page.locator("[data-tool-chip]")

    page.locator("[data-suggest]").tap()
    page.get_by_role("button", name="Cancel").tap()
    expect(card).to_have_count(0)
    expect(chip).to_have_count(0)

    state = replayed(exported(page, tmp_path))
    home = next(a for a in state.anchors if state.owner[a] == ME and state.kind[a] == COTTAGE)
    page.locator("[data-sheet-button=build]").tap()
    page.get_by_role("button", name="Homes").tap()
    page.locator("[data-tool='1']").tap()
    expect(chip).to_be_visible()
    expect(page.get_by_role("gridcell")).to_contain_text("possible here")
    page.touchscreen.tap(*place_of(page, home, state.size))
    expect(card).to_contain_text("Happiness")
    page.locator("[data-end-turn]").tap()
    wait_for_my_turn(page)
    expect(chip).to_have_count(0)

    rival = page.locator("[data-seat='1']")
    expect(rival.get_by_text("Mia", exact=True).first).to_be_visible()
    rival.locator("summary").tap()
    expect(rival.get_by_text("spare power").last).to_be_visible()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_setup_and_match_have_no_accessibility_violation(
    server: Server, chromium: Browser, theme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(server.url + "solo/")
    page.wait_for_selector("[data-rules-ready]")
    assert violations(page) == []
    page.locator("[data-play]").click()
    wait_for_my_turn(page)
    page.locator("[data-suggest]").click()
    expect(page.locator("[data-confirm]")).to_be_visible()
    assert violations(page) == []
    for tab in ("city", "trade"):
        page.locator(f"[data-tab={tab}]").click()
        assert violations(page) == [], tab
    page.get_by_role("button", name="Menu").click()
    assert violations(page) == []
    leave = page.get_by_role("button", name="Leave the match")
    leave.click()
    page.get_by_role("button", name="Really leave?").click()
    expect(page.locator("[data-standings]")).to_be_visible()
    assert violations(page) == []
    context.close()


def _walk(page: Page, start: int, goal: int, size: int) -> None:
    """Press the arrow keys from one tile to another."""
    across = goal % size - start % size
    down = goal // size - start // size
    for _ in range(abs(across)):
        page.keyboard.press("ArrowRight" if across > 0 else "ArrowLeft")
    for _ in range(abs(down)):
        page.keyboard.press("ArrowDown" if down > 0 else "ArrowUp")
