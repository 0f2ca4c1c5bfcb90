"""What the browser's store holds, damaged or closed, never keeps anybody from playing."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.server import Server
from tests.browser.solo_match import start_duel, wait_for_my_turn

KEY = "citybuilder.match"
READ, WRITE = f"localStorage.getItem('{KEY}')", f"text => localStorage.setItem('{KEY}', text)"


@pytest.mark.timeout(240)
def test_a_damaged_match_leads_to_the_start_page(server: Server, page: Page) -> None:
    start_duel(server, page)
    page.locator("[data-end-turn]").click()
    page.evaluate(f"async () => {{ while (!{READ}) await new Promise(requestAnimationFrame); }}")
    good: dict[str, Any] = json.loads(page.evaluate(READ))
    entries = good["entries"]
    assert entries

    page.reload()
    wait_for_my_turn(page)
    page.locator(".board").wait_for()

    seed = "<img src=x onerror=\"document.body.dataset.injected='yes'\">"
    for damage in (
        "",
        "{",
        "[]",
        "null",
        '"text"',
        json.dumps({**good, "format": "other"}),
        json.dumps({**good, "setup": 5}),
        json.dumps({**good, "setup": {}}),
        json.dumps({**good, "setup": {**good["setup"], "seed": seed}}),
        json.dumps({**good, "setup": {**good["setup"], "kind": seed}}),
        json.dumps({**good, "setup": {**good["setup"], "more": 1}}),
        json.dumps({**good, "level": 9}),
        json.dumps({**good, "entries": [None]}),
        json.dumps({**good, "entries": [{"seat": 1, "action": [15], "hash": "00"}]}),
        json.dumps({**good, "entries": [{"seat": 0, "action": seed, "hash": "00"}]}),
        json.dumps({**good, "entries": [*entries[:-1], {**entries[-1], "hash": "00" * 32}]}),
    ):
        page.evaluate(WRITE, damage)
        page.goto(server.url + "solo/?speed=0#play")
        page.reload()
        expect(page.locator("[data-play]")).to_be_visible(timeout=20_000)
        expect(page.locator("[data-continue]")).to_have_count(0)
        assert page.evaluate("document.body.dataset.injected") is None, damage
    page.locator("[data-play]").click()
    wait_for_my_turn(page)


@pytest.mark.timeout(180)
def test_a_good_match_outlives_a_failure_of_its_worker(server: Server, page: Page) -> None:
    start_duel(server, page)
    page.locator("[data-end-turn]").click()
    expect(page.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)
    wait_for_my_turn(page)
    good = page.evaluate(READ)
    page.context.add_init_script(
        """const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) {
            if (message.op === "apply" && !sessionStorage.getItem("mended")) throw Error("broken");
            post.call(this, message);
        };"""
    )
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("It is kept")
    assert page.evaluate(READ) == good

    page.evaluate("sessionStorage.setItem('mended', 'yes')")
    page.locator("[data-continue]").click()
    wait_for_my_turn(page)
    expect(page.locator(".top-number")).to_have_text("Round 2 of 8")


@pytest.mark.timeout(120)
def test_a_match_of_other_rules_is_let_go_and_that_is_said(server: Server, page: Page) -> None:
    start_duel(server, page)
    page.locator("[data-end-turn]").click()
    page.evaluate(f"async () => {{ while (!{READ}) await new Promise(requestAnimationFrame); }}")
    match: dict[str, Any] = json.loads(page.evaluate(READ))
    match["entries"][0]["hash"] = match["entries"][-1]["hash"] = "00" * 32
    page.goto(server.url + "solo/?speed=0")
    page.evaluate(WRITE, json.dumps(match))
    page.reload()
    page.locator("[data-continue]").click()
    expect(page.get_by_role("alert")).to_contain_text("other rules")
    assert page.evaluate(READ) is None
    expect(page.locator("[data-continue]")).to_have_count(0)


def test_a_closed_store_costs_the_reload_and_not_the_match(
    server: Server, context: BrowserContext, page: Page
) -> None:
    context.add_init_script(
        """Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("closed", "SecurityError"); },
        });"""
    )
    page.goto(server.url + "solo/?speed=0")
    page.get_by_role("switch").click(force=True)
    assert page.evaluate("document.documentElement.dataset.theme") in ("dark", "light")
    page.locator("[data-play]").click()
    wait_for_my_turn(page)


def test_a_seed_is_words_and_nothing_more(server: Server, page: Page) -> None:
    page.goto(server.url + "solo/?speed=0")
    for seed in ('"><img src=x onerror="document.body.dataset.injected=\'yes\'">', "{n}", "\u202e"):
        page.locator("input[name=seed]").fill(seed)
        expect(page.locator("input[name=seed]")).to_have_value(seed)
    page.locator("[data-start]").click()
    wait_for_my_turn(page)
    assert page.evaluate("document.body.dataset.injected") is None
