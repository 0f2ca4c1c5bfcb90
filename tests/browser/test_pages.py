"""Every page, in both themes and on a phone: nothing axe finds, nothing too wide."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.server import Server
from tests.browser.width import overhang

PAGES = ["", "lobby/", "new/", "rules/", "rules/exact/", "nowhere/"]
SIZES = {"light": (1440, 900), "dark": (390, 844)}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_have_no_accessibility_violation_and_fit(
    server: Server, chromium: Browser, theme: Any
) -> None:
    width, height = SIZES[theme]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    for path in PAGES:
        page.goto(server.url + path)
        expect(page.locator("[data-mayor]")).to_be_visible()
        assert violations(page) == [], path
        assert overhang(page) == 0, path
        other = (SIZES["dark"] if theme == "light" else SIZES["light"])[0]
        page.set_viewport_size({"width": other, "height": height})
        assert overhang(page) == 0, (path, other)
        page.set_viewport_size({"width": width, "height": height})
    page.locator("[data-mayor]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    context.close()


def test_a_name_and_a_colour_are_kept_and_stay_text(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Choose your name").click()
    field = page.get_by_label("Name", exact=True)
    field.fill('"><img src=x>')
    page.get_by_role("radio", name="Rose, heart").check(force=True)
    page.locator("[data-save-mayor]").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    chip = page.locator("[data-mayor]")
    expect(chip).to_have_text('"><img src=x>')
    page.reload()
    expect(chip).to_have_text('"><img src=x>')
    expect(chip.locator(".seat-6")).to_be_visible()
    assert page.locator("img").count() == 0


def test_a_name_that_cannot_be_is_refused_at_its_field(server: Server, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(server.url)
    page.locator("[data-mayor]").click()
    page.get_by_label("Name", exact=True).fill("x")
    page.locator("[data-save-mayor]").click()
    expect(page.get_by_role("alert").filter(has_text="This cannot be a name")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.close()


def test_a_theme_stays_and_is_there_before_anything_is_painted(
    server: Server, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(server.url + "rules/")
    page.get_by_role("switch").click(force=True)
    chosen = page.evaluate("document.documentElement.dataset.theme")
    assert chosen in ("dark", "light")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(server.url + "lobby/")
    expect(page.get_by_role("heading", name="Lobby")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.theme") == chosen
    page.close()


def test_a_deep_link_opens_the_rule_book_at_its_place(server: Server, page: Page) -> None:
    page.goto(server.url + "rules/#previews")
    heading = page.get_by_role("heading", name="Previews")
    expect(heading).to_be_in_viewport()
    expect(page.locator(".book-contents [aria-current]")).to_have_text("Previews")
    page.get_by_role("link", name="section 5").first.click()
    expect(page).to_have_url(server.url + "rules/exact/#5-the-end-of-a-round")
    expect(page.get_by_role("heading", name="5. The end of a round")).to_be_in_viewport()


def test_the_pages_can_be_walked_with_the_keyboard(server: Server, page: Page) -> None:
    page.goto(server.url)
    expect(page.locator("[data-play]")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-play]")).to_be_focused()
