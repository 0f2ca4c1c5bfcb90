"""The city in three dimensions, on an imitated graphics card: played in, left, lost, still."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.conftest import FLAGS, launch
from tests.browser.server import Server
from tests.browser.silence import complaints
from tests.browser.solo_match import place_of

IMITATED = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
SIZE = 16
# Whatever is drawn goes through these.
COUNT_DRAWING = """
for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
  const own = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...more) {
    window.drawn = (window.drawn ?? 0) + 1;
    return own.apply(this, more);
  };
}
"""


@pytest.fixture(scope="module")
def painter(playwright: Playwright) -> Iterator[Browser]:
    """Chromium that draws WebGL by the processor: slow, so windows are small."""
    browser = launch(playwright, [flag for flag in FLAGS if flag != "--disable-gpu"] + IMITATED)
    yield browser
    browser.close()


def open_city(browser: Browser, server: Server, **profile: Any) -> Page:
    """A duel against bots in practice, shown as a city."""
    context = browser.new_context(viewport={"width": 900, "height": 600}, **profile)
    context.add_init_script(COUNT_DRAWING)
    page = context.new_page()
    page.goto(f"{server.url}solo/?view=city&quality=low&speed=0")
    page.get_by_role("button", name=re.compile("Play now")).click()
    expect(page.locator(".board[data-surface=city][data-view]")).to_be_attached()
    expect(page.locator("[data-turn=me]")).to_be_attached()
    return page


def test_a_home_is_built_in_the_city_and_the_flat_map_shows_the_same(
    server: Server, painter: Browser
) -> None:
    page = open_city(painter, server, reduced_motion="reduce")
    found = complaints(page)
    before = page.locator(".match").get_attribute("data-hash")
    page.keyboard.press("w")
    where = _free_place(page)
    page.mouse.move(*where)
    expect(page.locator("[data-card] h2")).to_have_text("Cottage")
    page.mouse.click(*where)
    expect(page.locator(".match")).not_to_have_attribute("data-hash", before or "")
    after = page.locator(".match").get_attribute("data-hash")
    page.locator("[data-view-switch]").click()
    expect(page.locator(".board[data-surface=flat]")).to_be_attached()
    expect(page.locator(".board [data-city]")).to_have_count(0)
    assert page.locator(".match").get_attribute("data-hash") == after
    page.keyboard.press("v")
    expect(page.locator(".board[data-surface=city] [data-city]")).to_be_attached()
    assert found == []
    page.context.close()


def _free_place(page: Page) -> tuple[float, float]:
    """The middle of a tile near the own hall, where the cursor is, on which the tool works."""
    cell = page.locator(".board [role=gridcell]")
    name = cell.get_attribute("data-cell") or ""
    column, row = ord(name[0]) - ord("A"), int(name[1:]) - 1
    near = sorted(
        range(SIZE * SIZE),
        key=lambda tile: (tile % SIZE - column) ** 2 + (tile // SIZE - row) ** 2,
    )
    for tile in near:
        page.mouse.move(*place_of(page, tile, SIZE))
        told = cell.inner_text()
        if "possible here" in told and "not possible here" not in told:
            return place_of(page, tile, SIZE)
    raise AssertionError("no place for the tool")


def test_nothing_is_drawn_while_nothing_moves(server: Server, painter: Browser) -> None:
    page = open_city(painter, server, reduced_motion="reduce")
    page.wait_for_function(
        """async () => {
          const before = window.drawn;
          await new Promise((resolve) => setTimeout(resolve, 1500));
          return before > 0 && window.drawn === before;
        }"""
    )
    before = page.evaluate("window.drawn")
    page.keyboard.press("ArrowUp")
    page.wait_for_function("before => window.drawn > before", arg=before)
    page.context.close()


def test_a_city_that_was_lost_is_drawn_again(server: Server, painter: Browser) -> None:
    page = open_city(painter, server, reduced_motion="reduce")
    page.evaluate(
        """async () => {
          const canvas = document.querySelector("[data-city]");
          const lose = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
          const told = (name) => new Promise((resolve) =>
            canvas.addEventListener(name, resolve, { once: true }));
          const lost = told("webglcontextlost");
          lose.loseContext();
          await lost;
          const restored = told("webglcontextrestored");
          setTimeout(() => lose.restoreContext(), 50);
          await restored;
          window.drawn = 0;
        }"""
    )
    page.wait_for_function("() => window.drawn > 0")
    page.context.close()


def test_the_home_page_s_city_takes_the_place_of_its_painting(
    server: Server, painter: Browser
) -> None:
    page = painter.new_page(viewport={"width": 500, "height": 600})
    page.add_init_script(COUNT_DRAWING)
    found = complaints(page)
    page.goto(f"{server.url}?view=city")
    expect(page.locator("[data-round=true]")).to_be_attached()
    page.wait_for_function("() => window.drawn > 0")
    assert found == []
    page.close()


def test_without_webgl_the_flat_map_is_shown_and_that_is_told(
    server: Server, playwright: Playwright
) -> None:
    browser = launch(playwright, [*FLAGS, "--disable-3d-apis"])
    page = browser.new_page()
    page.goto(f"{server.url}solo/?view=city")
    page.get_by_role("button", name=re.compile("Play now")).click()
    expect(page.locator(".board[data-surface=flat]")).to_be_attached()
    page.locator("[data-view-switch]").click()
    expect(page.get_by_text("cannot be drawn in three dimensions here")).to_be_visible()
    expect(page.locator(".board[data-surface=flat]")).to_be_attached()
    browser.close()
