"""The list of legal actions is complete, exact and ordered; the masks agree with it."""

from collections.abc import Iterator
from random import Random

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0.legal import legal_mask
from games.engine.v0.state import PLAY, State
from tests.engine.board import Board
from tests.engine.games import Play
from tests.engine.seen import Seen
from tests.engine.towns import town


def every_action(state: State) -> Iterator[tuple[int, ...]]:
    """All well-formed actions of a player that could matter on this map, and some that cannot."""
    tiles = range(state.size**2 + 1)
    for kind in (a.ROAD, a.AVENUE):
        for tile in tiles:
            for direction in (0, 1):
                for length in range(5):
                    yield (kind, tile, direction, length)
    for building in range(c.KINDS):
        for tile in tiles:
            for shape in range(9):
                yield (a.BUILD, building, tile, shape)
    for kind in (a.UPGRADE, a.DEMOLISH, a.RIGHT_OF_WAY):
        for tile in tiles:
            yield (kind, tile)
    for tax in range(3):
        for price in range(4):
            for first in range(7):
                for second in range(7):
                    yield (a.POLICY, tax, price, first, second)
    for kind in (a.ACCEPT, a.DECLINE, a.WITHDRAW):
        for index in range(12):
            yield (kind, index)
    for to in range(min(6, state.seats + 1)):
        for direction in (0, 1):
            for coins in range(21):
                for rounds in range(5):
                    for thing in (0, 1, 2):
                        for units in range(12):
                            yield (a.OFFER, to, direction, coins, thing, units, rounds)
                for tile in tiles:
                    yield (a.OFFER, to, direction, coins, a.TILE, tile, 0)
                yield (a.OFFER, to, direction, coins, a.TILE, state.anchors[-1], 1)
    for kind in (a.OVERTIME, a.FUND_DRIVE, a.UNDO, a.END_TURN, a.RESIGN):
        yield (kind,)


def played(number: int, most: int) -> State:
    """A duel on the smallest map after so many steps; the next one that is not over by then."""
    rng = Random(number)
    setup: dict[str, object] = {
        "version": 0,
        "kind": 3,
        "size": 12,
        "seats": 2,
        "rounds": 24,
        "chance": 0,
        "resigned": 1,
        "mode": 0,
        "coins": 120,
        "points": 6,
        "seed": rng.randbytes(32),
    }
    play = Play(rng, v0.new_game(setup), Seen())
    play.run(most)
    return play.state if play.state.phase == PLAY else played(number + 100, most)


def crowd() -> State:
    """A board without a free plot, where the right of way is open."""
    board = Board(size=12, halls=((3, 3), (9, 9)))
    board.ground(0, *[(x, y) for x in range(9) for y in range(9) if (x, y) != (3, 3)])
    board.ground(1, (4, 3), (5, 3), (6, 3), (6, 2))
    board.street(4, 3, 2)
    board.put(c.SHOP, 6, 3, seat=1)
    board.state.terrain[board.at(6, 2)] = 0
    board.state.forget()
    return board.state


STATES = [(3, 5), (5, 75), (36, 150), (38, 150), (45, 75)]


@pytest.mark.parametrize("case", [*STATES, None], ids=str)
def test_legal_actions_are_all_that_check_accepts_in_order(case: tuple[int, int] | None) -> None:
    state = played(*case) if case else crowd()
    seat = state.turn_seat()
    listed = v0.legal_actions(state, seat)
    assert listed == sorted(x for x in every_action(state) if not v0.check(state, seat, x))
    assert len(listed) == len(set(listed)) > 200
    if not case:
        assert any(action[0] == a.RIGHT_OF_WAY for action in listed)


def test_legal_actions_while_all_plan_are_all_but_the_seal() -> None:
    board = Board(size=12, halls=((3, 3), (9, 9)), mode=1)
    board.street(3, 4, 7)
    board.put(c.SHOP, 5, 5)
    board.do(a.OFFER, 0, 1, 5, a.POWER_UNITS, 1, 2, seat=1)
    state = board.state
    listed = v0.legal_actions(state, 0)
    assert listed == sorted(x for x in every_action(state) if not v0.check(state, 0, x))
    assert len(listed) > 200
    assert not v0.check(state, 0, (a.SEAL, 1))


def test_out_of_turn_one_may_only_resign() -> None:
    state = played(3, 5)
    other = 1 - state.turn_seat()
    assert v0.legal_actions(state, other) == [(a.RESIGN,)]
    assert v0.legal_actions(state, v0.SYSTEM) == []
    assert v0.legal_actions(state, 5) == []
    v0.apply(state, v0.SYSTEM, (a.CLOSE, 0))
    assert v0.legal_actions(state, other) == []


def test_every_listed_action_can_be_done() -> None:
    for number in range(6):
        state = town(Random(1000 + number))
        if state.phase != PLAY:
            continue
        data = v0.encode(state)
        rng = Random(number)
        seat = state.turn_seat()
        for action in rng.sample(v0.legal_actions(state, seat), 40):
            fresh = v0.decode(data)
            v0.apply(fresh, seat, action)
            assert v0.encode(fresh) != data or action == (a.RESIGN,)


def test_looking_changes_nothing() -> None:
    state = town(Random(4))
    seat = state.turn_seat()
    data = v0.encode(state)
    v0.legal_actions(state, seat)
    v0.explain(state, state.anchors[-1])
    v0.preview(state, seat, (a.FUND_DRIVE,))
    v0.outlook(state)
    v0.standings(state)
    legal_mask(state, seat, c.SHOP)
    assert v0.encode(state) == data


def _at(tool: int, tile: int, state: State) -> tuple[int, ...]:
    if tool in (40, 41):
        return (a.ROAD if tool == 40 else a.AVENUE, tile, 0, 1)
    if tool in (42, 43):
        return (a.DEMOLISH if tool == 42 else a.RIGHT_OF_WAY, tile)
    if c.UPGRADED_FROM[tool]:
        if state.kind[tile] != c.UPGRADED_FROM[tool]:
            return ()
        return (a.UPGRADE, tile)
    return (a.BUILD, tool, tile, 0)


@pytest.mark.parametrize("make", [lambda: town(Random(21)), lambda: town(Random(30)), crowd])
def test_a_mask_shows_where_its_tool_works(make: object) -> None:
    state = make()  # type: ignore[operator]
    seat = state.turn_seat()
    works = 0
    for tool in (*range(30), 40, 41, 42, 43, 44):
        mask = legal_mask(state, seat, tool)
        for tile in range(state.size**2):
            action = _at(tool, tile, state) if 0 < tool < 44 else ()
            expected = bool(action) and not v0.check(state, seat, action)
            assert bool(mask[tile]) == expected, (tool, tile)
        works += sum(mask)
    assert works
    assert not any(legal_mask(state, (seat + 1) % state.seats, c.SHOP))
