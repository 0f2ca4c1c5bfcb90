"""The reasons a preview or a card gives for a home's happiness are the ones the round counts."""

from typing import cast

from games.engine import v0
from games.engine.v0 import actions
from games.engine.v0.catalogue import APARTMENTS, CAPACITY, COTTAGE, OFFICE, PARK, SHOP, WIND
from games.engine.v0.state import NEUTRAL, State

TOOLS = (SHOP, COTTAGE, WIND, OFFICE, APARTMENTS, COTTAGE, PARK)


def sums(state: State) -> list[tuple[int, int]]:
    """(sum of the factors held to 0..10, happiness foretold) of every home."""
    found = []
    for corner in state.anchors:
        if CAPACITY[state.kind[corner]]:
            card = v0.explain(state, corner)
            factors = cast(list[list[int]], card["factors"])
            total = sum(row[1] for row in factors)
            found.append((max(0, min(10, total)), cast(int, card["happiness_next"])))
    return found


def test_factors_add_up_to_the_happiness_of_the_round_s_end() -> None:
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    turn = 0
    while state.phase == 0:
        seat = state.turn_seat()
        tool = TOOLS[turn % len(TOOLS)]
        mask = v0.legal_mask(state, seat, tool)
        if 1 in mask:
            tile = mask.index(1)
            action = (actions.BUILD, tool, tile, 0) if tool != APARTMENTS else (4, tile)
            v0.apply(state, seat, action)
        assert all(total == happy for total, happy in sums(state))
        v0.apply(state, seat, (actions.END_TURN,))
        turn += 1
    assert turn == 16


def test_a_preview_of_a_home_gives_factors_that_explain_its_change() -> None:
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    seat = state.turn_seat()
    seen = 0
    for tool in (SHOP, OFFICE, PARK, WIND):
        mask = v0.legal_mask(state, seat, tool)
        for tile in range(len(mask)):
            if mask[tile]:
                result = v0.preview(state, seat, (actions.BUILD, tool, tile, 0))
                for _, before, after, changes in cast(list[list[object]], result["homes"]):
                    rows = cast(list[list[int]], changes)
                    assert cast(int, after) - cast(int, before) == sum(r[2] - r[1] for r in rows)
                    seen += 1
    assert seen > 10


def test_a_preview_names_what_would_go_dark_and_where_nobody_would_work() -> None:
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    seat = state.turn_seat()
    for anchor in state.anchors:
        state.residents[anchor] = 0
    state.points[seat] = 16
    state.coins[seat] = 200
    state.status[1 - seat] = NEUTRAL  # nobody to buy power from
    told = {"dark": 0, "unmanned": 0}
    while 1 in (mask := v0.legal_mask(state, seat, OFFICE)):
        action = (actions.BUILD, OFFICE, mask.index(1), 0)
        result = v0.preview(state, seat, action)
        v0.apply(state, seat, action)
        end = cast(list[int], v0.outlook(state)["dark"])
        assert set(cast(list[int], result["dark"])) <= set(end)
        assert result["unmanned"] == ([] if action[2] in end else [action[2]])
        for name in told:
            told[name] += len(cast(list[int], result[name]))
        if told["dark"] and told["unmanned"]:
            return
    raise AssertionError(told)
