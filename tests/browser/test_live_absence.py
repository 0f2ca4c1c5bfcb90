"""Who vanishes is played by a bot, and comes back into the own seat."""

import pytest
from playwright.sync_api import Browser

from games.ledger.kinds import ACTION, BOT, HAND_BACK, PLAYER, TAKEOVER, TIME_OUT
from tests.browser.match_log import entries
from tests.browser.seats import Mayor, mayors
from tests.browser.server import Server

TURN_SECONDS = 15


@pytest.mark.timeout(240)
def test_a_seat_that_vanishes_is_played_and_given_back(chromium: Browser, server: Server) -> None:
    with mayors(chromium, server, "Ann", "Ben", "Cem") as [ann, ben, cem]:
        match_id = ann.order(kind=1, seats=3, turn=TURN_SECONDS)
        for each in (ann, ben, cem):
            each.sit_down(match_id)
        for each in (ann, ben, cem):
            each.ready()
        ann.wait_for_turn()
        cem.page.goto("about:blank")
        # Two of Cem's turns pass; then a bot plays them.
        _play_until(server, match_id, TAKEOVER, [ann, ben])
        kinds = [entry.kind for entry in entries(server, match_id)]
        assert kinds.count(TIME_OUT) == 2
        _play_until(server, match_id, ACTION, [ann, ben], seat=2, authority=BOT)
        cem.open(match_id)
        _play_until(server, match_id, HAND_BACK, [ann, ben])
        _play_until(server, match_id, ACTION, [ann, ben, cem], seat=2, authority=PLAYER)


def _play_until(
    server: Server,
    match_id: str,
    kind: int,
    playing: list[Mayor],
    seat: int | None = None,
    authority: int | None = None,
) -> None:
    """These mayors end their turns until the log ends with, or has, such an entry."""
    start = len(entries(server, match_id))
    while True:
        for entry in entries(server, match_id)[max(0, start - 1) :]:
            if entry.kind == kind and seat in (None, entry.seat):
                if authority in (None, entry.authority):
                    return
        for mayor in playing:
            if mayor.has_turn():
                mayor.page.locator("[data-end-turn]").click()
        playing[0].page.wait_for_timeout(200)
