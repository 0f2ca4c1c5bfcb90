"""Before the start: openings that were promised, lost, and promised anew."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live import ask, make_match, named, open_match, take_seat
from tests.browser.server import Server


@pytest.fixture
def other(chromium: Browser) -> Iterator[Page]:
    """A second person's browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def seat_both(server: Server, page: Page, other: Page) -> str:
    match = make_match(server, page, "Ada", kind=0, seats=2)
    open_match(server, page, match)
    take_seat(page, 0)
    expect(page.locator("[data-seat='0']")).to_contain_text("Ada")
    named(server, other, "Linus")
    open_match(server, other, match)
    take_seat(other, 1)
    expect(page.locator("[data-seat='1']")).to_contain_text("Linus")
    return match


def test_who_goes_after_the_first_opening_makes_everybody_promise_anew_without_asking(
    server: Server, page: Page, other: Page
) -> None:
    match = seat_both(server, page, other)
    page.locator("[data-ready]").click()
    expect(page.locator("[data-seat='0']")).to_have_attribute("data-state", "ready")
    other.locator("[data-leave]").click()
    expect(page.locator("[data-seat='1']")).to_have_attribute("data-state", "free")
    expect(other.locator("[data-join='1']")).to_be_visible()
    assert ask(page, "GET", f"matches/{match}/")["attempt"] == 1
    take_seat(other, 1)
    other.locator("[data-ready]").click()
    for each in (page, other):
        expect(each.locator(".match")).to_be_attached(timeout=30_000)
        expect(each.locator("[data-trust]")).to_have_attribute("data-trust", "verified")


def test_an_opening_that_was_lost_is_promised_anew(server: Server, page: Page, other: Page) -> None:
    seat_both(server, page, other)
    page.evaluate("localStorage.clear()")
    page.reload()
    for each in (other, page):
        each.locator("[data-ready]").click()
    for each in (page, other):
        expect(each.locator(".match")).to_be_attached(timeout=30_000)
