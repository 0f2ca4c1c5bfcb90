"""A duel against a bot, from the first click to the standings, as a person plays it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from games.engine.v0 import legal_actions, scores, state_hash
from games.engine.v0.actions import BUILD, END_TURN, POLICY, ROAD, UNDO
from games.engine.v0.catalogue import SHOP
from tests.browser.server import Server
from tests.browser.solo_match import (
    ME,
    end_turn,
    exported,
    place_of,
    replayed,
    start_duel,
    wait_for_my_turn,
)

ROUNDS = 8


@pytest.mark.timeout(300)  # a whole match: the bots think, the page draws in software
def test_a_duel_is_played_to_its_standings_and_its_hash_is_the_servers(
    server: Server, page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    start_duel(server, page)
    points = page.locator("[data-points]")
    state = replayed(exported(page, tmp_path))
    size = state.size

    # A shop, where the rules allow one.
    shop = next(a for a in legal_actions(state, ME) if a[:2] == (BUILD, SHOP))
    page.get_by_role("button", name="Work").click()
    page.locator("[data-tool='4']").click()
    page.mouse.move(*place_of(page, shop[2], size))
    expect(page.locator(".card-cost")).to_contain_text("6")
    page.mouse.click(*place_of(page, shop[2], size))
    expect(points).to_have_attribute("data-points", "2")

    # The same place again: refused, in words, at the spot.
    page.mouse.click(*place_of(page, shop[2], size))
    expect(page.get_by_role("alert")).to_have_text("Something stands here already.")

    # A road, drawn from one end to the other.
    state = replayed(exported(page, tmp_path))
    road = next(a for a in legal_actions(state, ME) if a[0] == ROAD and a[3] == 3)
    last = road[1] + (road[3] - 1) * (size if road[2] else 1)
    page.get_by_role("button", name="Roads").click()
    page.locator("[data-tool='40']").click()
    page.mouse.move(*place_of(page, road[1], size))
    page.mouse.down()
    page.mouse.move(*place_of(page, last, size), steps=4)
    page.mouse.up()
    expect(points).to_have_attribute("data-points", "1")

    page.locator("[data-undo]").click()
    expect(points).to_have_attribute("data-points", "2")

    page.locator("[data-tab=city]").click()
    page.get_by_label("Low").check(force=True)
    page.get_by_role("button", name="Set policy").click()
    expect(page.get_by_text("Policy can be set once a turn.")).to_be_visible()

    end_turn(page)
    match = exported(page, tmp_path)
    mine = [tuple(e["action"]) for e in match["entries"] if e["seat"] == ME]
    assert mine == [shop, road, (UNDO,), (POLICY, 0, 1, 0, 0), (END_TURN,)]
    assert any(e["seat"] != ME for e in match["entries"])

    # A reload takes the match up where it was.
    page.locator("[data-tab=log]").click()
    before = page.locator("[data-match]").get_attribute("data-hash")
    page.reload()
    wait_for_my_turn(page)
    assert page.locator("[data-match]").get_attribute("data-hash") == before
    expect(page.get_by_text("Mia built").first).to_be_visible()
    expect(page.get_by_role("region", name="Round 1")).to_be_visible()

    # To the end: now and then a bot plays for the player, as the menu offers.
    for turn in range(1, ROUNDS):
        if turn % 2:
            page.locator("[data-end-turn]").click()
        else:
            page.get_by_role("button", name="Menu").click()
            page.locator("[data-finish]").click()
        expect(page.locator(".top-number")).to_have_text(
            f"Round {min(turn + 2, ROUNDS)} of {ROUNDS}", timeout=60_000
        )
        wait_for_my_turn(page)

    expect(page.locator("[data-standings] li")).to_have_count(2)
    match = exported(page, tmp_path)
    final = replayed(match)
    assert page.locator("code[data-hash]").inner_text() == state_hash(final).hex()
    for seat, lines in enumerate(scores(final)):
        shown = page.locator(f"[data-total='{seat}']").inner_text()
        assert int(shown) == sum(lines)

    # What builds is put away; the plate stays in the middle, whatever stands beside it.
    page.get_by_role("button", name="Look at the city").click()
    expect(page.locator(".palette")).to_have_count(0)
    page.keyboard.press("e")
    expect(page.locator("[data-in-hand='']")).to_be_attached()
    plate = page.locator("[data-turn=over]").bounding_box()
    assert plate and abs(plate["x"] + plate["width"] / 2 - 720) < 2
    page.get_by_role("button", name="Results").click()
    page.get_by_role("button", name="Play again").click()
    wait_for_my_turn(page)
    expect(page.locator(".top-number")).to_have_text(f"Round 1 of {ROUNDS}")
    assert exported(page, tmp_path)["setup"]["seed"] != match["setup"]["seed"]
