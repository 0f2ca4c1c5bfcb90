"""Two people on the platform, each with a browser, by a link."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live import (
    head,
    make_match,
    named,
    open_match,
    say,
    shown_hash,
    take_seat,
)
from tests.browser.server import Server


@pytest.fixture
def other(chromium: Browser) -> Iterator[Page]:
    """A second person's browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def begin(server: Server, page: Page, other: Page) -> str:
    """A match of two people that has started; its id."""
    match = make_match(server, page, "Ada", kind=0, seats=2)
    open_match(server, page, match)
    take_seat(page, 0)
    expect(page.locator("[data-seat='0'][data-state]")).to_contain_text("Ada")
    named(server, other, "Linus")
    open_match(server, other, match)
    take_seat(other, 1)
    for each in (page, other):
        each.locator("[data-ready]").click()
    for each in (page, other):
        expect(each.locator(".match")).to_be_attached(timeout=20_000)
    return match


def on_turn(page: Page, other: Page) -> tuple[Page, Page]:
    """Whose turn it is, and who waits, once both pages show it."""
    expect(page.locator(".turn-title")).to_have_text(re.compile("^Your turn$|Linus"))
    mine = page.locator("[data-turn=me]").count() > 0
    actor, watcher = (page, other) if mine else (other, page)
    expect(actor.locator("[data-turn=me]")).to_be_attached()
    expect(watcher.locator(".match")).to_have_attribute("data-hash", shown_hash(actor))
    return actor, watcher


def build(actor: Page) -> None:
    """Do what a bot advises."""
    before = shown_hash(actor)
    actor.locator("[data-suggest]").click()
    actor.locator("[data-confirm]").click()
    expect(actor.locator(".match")).not_to_have_attribute("data-hash", before)


@pytest.mark.timeout(200)
def test_two_people_play_three_rounds_and_talk(server: Server, page: Page, other: Page) -> None:
    begin(server, page, other)
    for turn in range(6):
        actor, watcher = on_turn(page, other)
        if turn % 2 == 0:
            build(actor)
        say(actor, f"line {turn}")
        before = shown_hash(actor)
        actor.locator("[data-end-turn]").click()
        for each in (actor, watcher):
            expect(each.locator(".match")).not_to_have_attribute("data-hash", before)
    on_turn(page, other)
    for each in (page, other):
        expect(each.locator(".top-number")).to_have_text("Round 4 of 8")
        expect(each.locator("[data-chat] .chat-line")).to_have_count(6)
        expect(each.locator("[data-chat] .pending")).to_have_count(0)
        for turn, line in enumerate(each.locator("[data-chat] .chat-line").all()):
            expect(line).to_contain_text(f"line {turn}")
        expect(each.locator("[data-trust]")).to_have_attribute("data-trust", "verified")
    expect(other.locator(".mayors")).to_contain_text("Ada")
    assert head(page) == head(other)


@pytest.mark.timeout(200)
def test_a_browser_that_was_killed_comes_back_to_where_the_match_stands(
    server: Server, page: Page, other: Page
) -> None:
    match = begin(server, page, other)
    actor, watcher = on_turn(page, other)
    build(actor)
    actor.locator("[data-end-turn]").click()
    expect(watcher.locator("[data-turn=me]")).to_be_attached(timeout=20_000)

    # The one who waits goes without a word; the other plays on.
    context = actor.context
    actor.close(run_before_unload=False)
    build(watcher)
    back = context.new_page()
    open_match(server, back, match)
    expect(back.locator(".match")).to_have_attribute("data-hash", shown_hash(watcher))
    expect(back.locator("[data-trust]")).to_have_attribute("data-trust", "verified")
    expect(back.locator("[data-turn=bots]")).to_be_attached()
    before = shown_hash(watcher)
    watcher.locator("[data-end-turn]").click()
    expect(back.locator(".match")).not_to_have_attribute("data-hash", before)
    on_turn(*((back, watcher) if actor is page else (watcher, back)))
