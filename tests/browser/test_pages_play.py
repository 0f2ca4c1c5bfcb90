"""From the first page to one's own move: alone at once, with friends by a link."""

import time
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.server import Server
from tests.browser.solo_match import wait_for_my_turn
from tests.browser.width import overhang

MOST_SECONDS = 10.0
PHONE = {"width": 390, "height": 844}
EVIL = '"><img src=x>'


def test_one_click_leads_to_the_first_own_move_within_ten_seconds(
    server: Server, page: Page
) -> None:
    page.goto(server.url)
    with page.expect_request("**/api/v1/guest/"):
        page.locator("[data-play]").click()
    begun = time.monotonic()
    wait_for_my_turn(page)
    assert time.monotonic() - begun < MOST_SECONDS
    page.locator("[data-suggest]").click()
    page.locator("[data-confirm]").click()
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")
    match = page.url
    page.goto(server.url)
    own = page.locator("[data-own]")
    expect(own).to_contain_text("Your turn")
    own.click()
    expect(page).to_have_url(match)
    wait_for_my_turn(page)
    expect(page.locator("[data-points]")).to_have_attribute("data-points", "2")


def _opened(browser: Browser, **options: Any) -> tuple[BrowserContext, Page]:
    context = browser.new_context(reduced_motion="reduce", **options)
    return context, context.new_page()


@pytest.mark.timeout(240)
def test_friends_meet_by_a_link_talk_and_begin_when_all_are_ready(
    server: Server, chromium: Browser
) -> None:
    first, host = _opened(chromium, viewport={"width": 1440, "height": 900})
    second, friend = _opened(
        chromium, viewport=PHONE, is_mobile=True, has_touch=True, color_scheme="dark"
    )
    host.goto(server.url)
    host.locator("[data-mayor]").click()
    host.get_by_role("radio", name="Jade, leaf").check(force=True)
    host.locator("[data-save-mayor]").click()
    expect(host.get_by_role("dialog")).to_have_count(0)
    host.locator("[data-friends]").click()
    host.locator("[data-make]").click()
    expect(host.locator("[data-room]")).to_be_visible(timeout=30_000)
    link = host.locator("[data-link]").input_value()
    assert link == host.url
    host.locator("[data-copy]").click()
    expect(host.get_by_text("The link is copied.")).to_be_attached()
    host.locator("[data-qr]").click()
    expect(host.get_by_role("img", name="QR code of the link")).to_be_visible()
    assert violations(host) == []

    friend.goto(server.url)
    friend.locator("[data-mayor]").tap()
    friend.get_by_label("Name", exact=True).fill(EVIL)
    friend.get_by_role("radio", name="Rose, heart").check(force=True)
    friend.locator("[data-save-mayor]").tap()
    expect(friend.get_by_role("dialog")).to_have_count(0)
    friend.goto(link)
    friend.locator("[data-join]").tap()
    expect(friend.locator("[data-seat='1'][data-state=waiting]")).to_be_visible(timeout=30_000)
    assert violations(friend) == []
    assert overhang(friend) == 0

    expect(host.locator("[data-seat='1']")).to_contain_text(EVIL)
    expect(host.get_by_role("status").filter(has_text="Every seat is taken")).to_be_visible()
    friend.get_by_label("Say something…").fill("<b>Hello</b>")
    friend.keyboard.press("Enter")
    expect(host.get_by_role("log")).to_contain_text("<b>Hello</b>")
    for page in (host, friend):
        assert page.locator("img").count() == 0

    friend.locator("[data-ready]").tap()
    expect(host.locator("[data-seat='1'][data-state=ready]")).to_be_visible()
    expect(host.locator("[data-countdown]")).to_be_visible()
    host.locator("[data-ready]").click()
    for page in (host, friend):
        expect(page.locator("[data-turn]")).to_be_attached(timeout=60_000)
        expect(page.locator("[data-unread]")).to_have_count(0)  # all was read in the room
    expect(host.locator("[data-seat='0'] .seat-5")).to_be_visible()
    expect(host.locator("[data-seat='1'] .seat-6")).to_be_visible()
    first.close()
    second.close()


@pytest.mark.timeout(240)
def test_a_host_seats_and_removes_and_who_leaves_frees_the_seat(
    server: Server, chromium: Browser
) -> None:
    first, host = _opened(chromium)
    second, other = _opened(chromium)
    host.goto(server.url + "new/?listed")
    host.get_by_role("radio", name="Classic").check(force=True)
    host.get_by_role("group", name="How many").get_by_label("3").check(force=True)
    host.locator("[data-make]").click()
    expect(host.locator("[data-room]")).to_be_visible(timeout=30_000)
    link = host.url
    host.locator("[data-add-bot='2 0']").click()
    bot = host.locator("[data-seat='2']")
    expect(bot).to_contain_text("Bot, Easy")
    host.locator("[data-remove='2']").click()
    expect(bot).to_have_attribute("data-state", "free")

    other.goto(link)
    other.locator("[data-join='2']").click()
    expect(bot).to_have_attribute("data-state", "waiting")
    assert other.locator("[data-remove], [data-add-bot]").count() == 0
    host.locator("[data-remove='2']").click()
    # What happened is told once, and a seat is offered once.
    expect(other.locator("[data-gone=removed]")).to_contain_text("took you off your seat")
    expect(bot).to_contain_text("Whoever comes by in the lobby")
    expect(other.locator("[data-again], [data-join].go")).to_have_count(0)
    expect(other.locator("[data-join='2']")).to_be_visible()
    other.locator("[data-join='1']").click()
    expect(other.locator("[data-seat='1'][data-state=waiting]")).to_be_visible()
    other.locator("[data-leave]").click()
    expect(host.locator("[data-seat='1']")).to_have_attribute("data-state", "free")
    first.close()
    second.close()


def test_a_refused_setting_is_told_where_it_was_made(server: Server, chromium: Browser) -> None:
    context, page = _opened(chromium)
    page.goto(server.url + "new/")
    page.get_by_role("radio", name="Custom").check(force=True)

    def too_small(route: Any) -> None:
        body = route.request.post_data_json
        route.continue_(post_data={**body, "size": 3} if "size" in body else body)

    page.route("**/api/v1/matches/", too_small)
    page.locator("[data-make]").click()
    told = page.locator("section", has=page.get_by_role("heading", name="Kind of match"))
    expect(told.get_by_role("alert")).to_have_text(
        "The map is too small or too large for so many mayors."
    )
    page.unroute("**/api/v1/matches/")
    page.locator("[data-make]").click()
    expect(page.locator("[data-room]")).to_be_visible(timeout=30_000)
    context.close()
