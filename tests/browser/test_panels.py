"""What stands around the board fits its window, with as many mayors as a match can have."""

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.server import Server
from tests.browser.solo_match import place_of, start_duel, wait_for_my_turn

PHONE: ViewportSize = {"width": 390, "height": 844}
LOW: ViewportSize = {"width": 390, "height": 640}
MOST_MAYORS = 6
DUEL_SIDE = 16
# Points of an element, along its middle lines, at which something else lies above it.
COVERED = """it => {
  const { x, y, width, height } = it.getBoundingClientRect();
  const shares = [0.02, 0.25, 0.5, 0.75, 0.98];
  return [...shares.map((n) => [n, 0.5]), ...shares.map((n) => [0.5, n])].filter(
    ([across, down]) =>
      !it.contains(document.elementFromPoint(x + across * width, y + down * height)),
  );
}"""


def test_policy_is_set_without_scrolling_beside_the_recap(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    start_duel(server, page)
    page.locator("[data-end-turn]").click()
    expect(page.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)
    wait_for_my_turn(page)
    recap = page.get_by_role("region", name="Round 1")
    expect(recap).to_contain_text("Where the coins came from")
    page.locator("[data-tab=city]").click()
    expect(recap).to_be_visible()
    panel = page.locator(".tab-body")
    assert _inside(page.get_by_role("button", name="Set policy"), panel)
    assert _inside(page.get_by_role("button", name="Fund drive"), panel)


def test_policy_stays_in_sight_in_a_low_window_with_six_mayors(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    _start_with_six(server, page, "Grand")
    page.locator("[data-tab=city]").click()
    panel = page.locator(".tab-body")
    policy = page.get_by_role("button", name="Set policy")
    assert _inside(policy, panel)
    assert panel.evaluate("panel => panel.scrollTop") == 0


@pytest.mark.timeout(180)
def test_a_phone_shows_six_mayors_from_the_first_round_to_the_standings(
    server: Server, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    _start_with_six(server, page, "Custom")
    mayors = page.locator(".mayor")
    expect(mayors).to_have_count(MOST_MAYORS)
    for seat, name in enumerate(("You", "Mia", "Leo", "Ines", "Kofi", "Yuki")):
        mayor = mayors.nth(seat)
        expect(mayor.locator(".mayor-name")).to_contain_text(name)
        box = mayor.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]

    page.set_viewport_size(LOW)
    page.get_by_role("button", name="Menu").tap()
    page.get_by_role("button", name="Leave the match").tap()
    page.get_by_role("button", name="Really leave?").tap()
    table = page.locator(".table-frame")
    expect(table).to_be_visible(timeout=120_000)
    assert table.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    dialog = page.locator("dialog[open]")
    assert dialog.evaluate("dialog => dialog.scrollTop") == 0
    assert _inside(page.get_by_role("button", name="Play again"), dialog)
    context.close()


def test_what_lies_over_a_phone_s_board_is_whole_and_goes_away(
    server: Server, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    start_duel(server, page)
    page.keyboard.press("e")
    expect(page.locator("[data-tool-chip]")).to_be_visible()
    more = page.locator(".mayor-more:visible")
    page.locator(".mayor summary").last.tap()
    expect(more).to_have_count(1)
    assert more.evaluate(COVERED) == []
    page.touchscreen.tap(195, 600)
    expect(more).to_have_count(0)
    page.locator(".mayor summary").last.tap()
    page.locator(".board").focus()
    page.keyboard.press(" ")
    expect(page.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)
    wait_for_my_turn(page)
    expect(more).to_have_count(0)

    recap = page.locator(".recap")
    recap.locator(".tally").last.evaluate("it => it.append(' and a few more')")
    assert recap.evaluate("it => it.scrollWidth <= it.clientWidth")
    recap.get_by_role("button", name="Close the recap").tap()
    expect(recap).to_have_count(0)
    context.close()


def test_a_suggestion_on_a_phone_leaves_its_place_in_sight(
    server: Server, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    start_duel(server, page)
    for looked_at in range(3):
        page.locator("[data-suggest]").tap()
        confirm = page.locator("[data-confirm]")
        # On some maps the third best thing is told in words: it has no place on the board.
        told = page.locator("[data-advice]")
        expect(confirm.or_(told)).to_be_visible()
        if told.count():
            assert looked_at, "the first thing that is advised has a place"
            break
        expect(confirm).to_be_visible()
        expect(page.locator("[data-card] .why")).to_contain_text("Suggested: ")
        card = page.locator("[data-card]").bounding_box()
        name = page.locator("[data-card]").get_attribute("data-card")
        assert card and name
        tile = (int(name[1:]) - 1) * DUEL_SIDE + ord(name[0]) - ord("A")
        expect(page.locator("[data-view]")).to_be_attached()
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert place_of(page, tile, DUEL_SIDE)[1] < card["y"]
        points = page.locator("[data-points]")
        before = points.get_attribute("data-points")
        assert before
        confirm.tap()
        # Advice that is asked for while the action is under way is for the city before it.
        expect(points).not_to_have_attribute("data-points", before)
        wait_for_my_turn(page)
    context.close()


def _start_with_six(server: Server, page: Page, kind: str) -> None:
    """A match of six against easy bots, whose moves are shown at once; a custom one is short."""
    page.goto(server.url + "solo/?speed=0")
    page.get_by_label(kind).check(force=True)
    page.get_by_label("Easy").check(force=True)
    page.get_by_label(str(MOST_MAYORS), exact=True).check(force=True)
    if kind == "Custom":
        page.get_by_label("Rounds").press("Home")
        page.get_by_label("Map").press("Home")
    page.locator("[data-start]").click()
    wait_for_my_turn(page)


def _inside(inner: Locator, outer: Locator) -> bool:
    """Whether all of the height of `inner` is seen in `outer`."""
    one, other = inner.bounding_box(), outer.bounding_box()
    assert one and other
    return one["y"] >= other["y"] and one["y"] + one["height"] <= other["y"] + other["height"]
