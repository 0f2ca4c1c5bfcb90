"""Planning: who may do what while all plan at once, and how the round gets on."""

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes as e
from games.engine.v0 import rejections as r
from games.engine.v0.state import (
    AWAIT_DRAW,
    MISSED,
    NEUTRAL,
    OPENED,
    OVER,
    PLANNING,
    REVEALING,
    SEALED,
    UNSEALED,
)
from tests.engine.board import Board
from tests.engine.plans import SALT, planned, play, reveal, seal, step

SYSTEM = v0.SYSTEM
FUND = step(a.FUND_DRIVE)
OFFER = (a.OFFER, 1, a.ASK_COINS, 5, a.POWER_UNITS, 1, 2)


@pytest.fixture
def board() -> Board:
    return planned(3)


def test_a_round_begins_with_points_for_everybody() -> None:
    setup = v0.standard_setup(0, 2, bytes(32), chance=1, mode=1)
    state = v0.new_game(setup)
    assert (state.phase, state.points) == (AWAIT_DRAW, [0, 0])
    events = v0.apply(state, SYSTEM, (a.DRAW, 7))
    assert events[-2:] == [(e.ROUND_BEGAN, 1, 0), (e.PLANNING_BEGAN, 3, 3)]
    assert (state.phase, state.turn_seat(), state.draws) == (PLANNING, SYSTEM, 1)
    assert v0.new_game({**setup, "chance": 0}).phase == PLANNING


def test_nobody_is_paid_for_a_later_place_in_the_order() -> None:
    for kind, seats in ((0, 2), (1, 4)):
        assert v0.new_game(v0.standard_setup(kind, seats, bytes(32), mode=1)).coins == [32] * seats


def test_points_are_the_setup_s_with_the_one_kept_and_the_cranes(board: Board) -> None:
    board.state.forecast = 16
    play(board, {0: (FUND, FUND, FUND), 1: (FUND,)})
    assert board.state.points == [4, 5, 5]
    assert board.state.kept == [0, 0, 0]
    play(board, {seat: (FUND,) * board.state.points[seat] for seat in range(3)})
    assert board.state.points == [3, 3, 3]


def test_what_belongs_in_a_plan_is_refused(board: Board) -> None:
    tile = board.at(5, 5)
    for action in (
        (a.ROAD, tile, 0, 1),
        (a.AVENUE, board.at(5, 4), 0, 1),
        (a.BUILD, c.SHOP, tile, 0),
        (a.UPGRADE, tile),
        (a.DEMOLISH, tile),
        (a.RIGHT_OF_WAY, tile),
        (a.POLICY, 0, 1, 0, 0),
        (a.OVERTIME,),
        (a.FUND_DRIVE,),
        (a.END_TURN,),
    ):
        for seat in range(3):
            assert board.code(*action, seat=seat) == r.PLANNED
    assert board.code(a.UNDO, seat=0) == r.NOTHING_TO_UNDO


def test_trade_is_agreed_while_nobody_has_sealed_and_is_not_journaled(board: Board) -> None:
    board.do(*OFFER, seat=0)
    assert board.state.journal == []
    assert board.code(a.UNDO, seat=0) == r.NOTHING_TO_UNDO
    board.do(a.ACCEPT, 0, seat=1)
    assert board.state.contracts == [(0, 1, 1, 1, 2, 5, 2)]
    assert board.state.coins == [105, 95, 100]
    board.do(*OFFER, seat=2)
    board.do(a.DECLINE, 4, seat=1)
    board.do(*OFFER, seat=2)
    board.do(a.WITHDRAW, 4, seat=2)
    assert board.state.offers == []


def test_offers_are_counted_by_the_round(board: Board) -> None:
    for _ in range(4):
        board.do(*OFFER, seat=0)
        board.do(a.WITHDRAW, 0, seat=0)
    assert board.code(*OFFER, seat=0) == r.OFFERS_SPENT
    play(board, {})
    assert board.code(*OFFER, seat=0) == 0


def test_a_first_seal_lets_offers_from_and_to_the_seat_lapse(board: Board) -> None:
    board.do(*OFFER, seat=0)
    board.do(a.OFFER, 0, 0, 1, a.GOODS_UNITS, 1, 1, seat=1)
    board.do(*OFFER, seat=2)
    told = seal(board, 0)
    assert told == [(e.PLAN_SEALED, 0), (e.OFFER_LAPSED, 0, 0), (e.OFFER_LAPSED, 1, 0)]
    assert [offer[0] for offer in board.state.offers] == [2]


def test_nobody_trades_with_a_seat_that_has_sealed(board: Board) -> None:
    board.do(*OFFER, seat=2)
    seal(board, 0, FUND)
    for action in (OFFER, (a.ACCEPT, 4), (a.DECLINE, 4), (a.WITHDRAW, 0)):
        assert board.code(*action, seat=0) == r.SEALED
    assert board.code(a.OFFER, 0, 0, 1, a.GOODS_UNITS, 1, 1, seat=1) == r.SEALED
    assert board.code(a.OFFER, 5, 0, 1, a.GOODS_UNITS, 1, 1, seat=1) == r.NO_SUCH_SEAT
    board.do(a.ACCEPT, 4, seat=1)


def test_a_new_seal_takes_the_place_of_the_former(board: Board) -> None:
    seal(board, 0, FUND)
    seal(board, 0, FUND, FUND)
    seal(board, 1)
    seal(board, 2)
    assert board.state.phase == REVEALING
    assert board.code(a.REVEAL, 0, SALT, *FUND, seat=SYSTEM) == r.WRONG_SEAL
    reveal(board, 0, FUND, FUND)
    assert board.state.plans[0] == FUND + FUND


def test_plans_are_opened_when_the_last_has_sealed(board: Board) -> None:
    for seat in (2, 0):
        seal(board, seat, FUND)
        assert board.state.phase == PLANNING
        assert board.code(a.REVEAL, seat, SALT, *FUND, seat=SYSTEM) == r.NOT_REVEALING
    seal(board, 1, FUND)
    assert board.state.phase == REVEALING
    assert board.state.turn_seat() == SYSTEM
    assert board.state.sealing == [SEALED] * 3


def test_plans_are_opened_in_any_order_and_then_the_draw_is_awaited(board: Board) -> None:
    for seat in range(3):
        seal(board, seat, FUND)
    for seat in (1, 2):
        assert reveal(board, seat, FUND) == [(e.PLAN_OPENED, seat, *FUND)]
        assert board.code(a.REVEAL, seat, SALT, *FUND, seat=SYSTEM) == r.NOT_SEALED
    assert board.state.phase == REVEALING
    reveal(board, 0, FUND)
    assert board.state.phase == AWAIT_DRAW
    assert board.state.sealing == [OPENED] * 3
    assert board.state.digests == [0, 0, 0]
    assert board.code(a.REVEAL, 0, SALT, *FUND, seat=SYSTEM) == r.NOT_REVEALING
    board.do(a.DRAW, 0, seat=SYSTEM)
    assert (board.state.phase, board.state.round, board.state.draws) == (PLANNING, 2, 2)
    assert board.state.sealing == [UNSEALED] * 3


def test_with_seeded_chance_the_last_plan_opened_resolves_the_round() -> None:
    board = planned(chance=0)
    events = play(board, {0: (FUND,)})
    assert events[0] == (e.PLAN_OPENED, 1)
    assert (e.ROUND_ENDED, 1) in events
    assert events[-1] == (e.PLANNING_BEGAN, 4, 4)


def test_only_the_right_plan_and_salt_open_a_seal(board: Board) -> None:
    for seat in range(3):
        seal(board, seat, FUND)
    for seat, salt, steps in (
        (0, SALT + 1, FUND),
        (0, SALT, ()),
        (0, SALT, FUND + FUND),
        (1, SALT, step(a.OVERTIME)),
    ):
        assert board.code(a.REVEAL, seat, salt, *steps, seat=SYSTEM) == r.WRONG_SEAL
    assert board.code(a.REVEAL, 5, SALT, *FUND, seat=SYSTEM) == r.NO_SUCH_SEAT
    assert board.code(a.REVEAL, 0, SALT, *FUND, seat=0) == r.SYSTEM_ONLY


def test_another_s_seal_cannot_be_copied(board: Board) -> None:
    digest = v0.plan_digest(board.state, 0, FUND, SALT)
    for seat in range(3):
        board.do(a.SEAL, digest, seat=seat)
    reveal(board, 0, FUND)
    assert board.code(a.REVEAL, 1, SALT, *FUND, seat=SYSTEM) == r.WRONG_SEAL


def test_mayors_only_leave_while_plans_are_opened_or_the_draw_is_awaited(board: Board) -> None:
    for seat in range(3):
        seal(board, seat)
    for action in ((a.SEAL, 5), (a.FUND_DRIVE,), (a.UNDO,), (a.END_TURN,), OFFER):
        assert board.code(*action, seat=0) == r.NOT_PLANNING
    for seat in range(3):
        reveal(board, seat)
    assert board.code(a.SEAL, 5, seat=0) == r.NOT_PLANNING
    assert board.code(a.FUND_DRIVE, seat=0) == r.AWAITING_DRAW
    assert board.code(a.RESIGN, seat=0) == 0


def test_in_turn_there_is_nothing_to_seal_or_open() -> None:
    board = Board(chance=1)
    for seat in (0, 1):
        assert board.code(a.SEAL, 5, seat=seat) == r.NOT_PLANNING
    assert board.code(a.REVEAL, 0, 5, seat=SYSTEM) == r.NOT_REVEALING


# -- time-outs -----------------------------------------------------------------------------


def test_who_has_not_sealed_in_time_has_an_empty_plan(board: Board) -> None:
    board.do(*OFFER, seat=0)
    told = board.do(a.TIMEOUT, 1, seat=SYSTEM)
    assert told == [(e.PLAN_MISSED, 1, 0), (e.OFFER_LAPSED, 0, 0)]
    assert board.state.sealing[1] == MISSED
    assert board.state.missed == [0, 1, 0]
    for action in ((a.SEAL, 5), (a.ACCEPT, 0), (a.OFFER, 0, 0, 1, 2, 1, 1)):
        assert board.code(*action, seat=1) == r.SEALED
    assert board.code(a.OFFER, 1, 0, 1, 2, 1, 1, seat=2) == r.SEALED
    seal(board, 0, FUND)
    seal(board, 2)
    assert board.state.phase == REVEALING
    reveal(board, 0, FUND)
    reveal(board, 2)
    told = board.do(a.DRAW, 0, seat=SYSTEM)
    ended = [event[1:] for event in told if event[0] == e.TURN_ENDED]
    assert ended == [(0, 1, 0), (1, 0, 1), (2, 1, 0)]
    assert board.state.points == [4, 3, 4]


def test_a_time_out_is_only_for_a_seat_that_is_waited_for(board: Board) -> None:
    seal(board, 0)
    board.do(a.TIMEOUT, 1, seat=SYSTEM)
    for seat in (0, 1):
        assert board.code(a.TIMEOUT, seat, seat=SYSTEM) == r.NOT_YOUR_TURN
    assert board.code(a.TIMEOUT, 3, seat=SYSTEM) == r.NO_SUCH_SEAT
    seal(board, 2)
    for seat in (0, 2):
        reveal(board, seat)
    assert board.code(a.TIMEOUT, 2, seat=SYSTEM) == r.AWAITING_DRAW


def test_when_nobody_sealed_the_round_goes_straight_on() -> None:
    board = planned()
    board.do(a.TIMEOUT, 1, seat=SYSTEM)
    board.do(a.TIMEOUT, 0, seat=SYSTEM)
    assert board.state.phase == AWAIT_DRAW
    seeded = planned(chance=0)
    seeded.do(a.TIMEOUT, 1, seat=SYSTEM)
    told = seeded.do(a.TIMEOUT, 0, seat=SYSTEM)
    assert (e.ROUND_ENDED, 1) in told
    assert seeded.state.points == [3, 3]


def test_a_plan_that_cannot_be_opened_is_void_and_missed(board: Board) -> None:
    for seat in range(3):
        seal(board, seat, FUND)
    reveal(board, 0, FUND)
    reveal(board, 2, FUND)
    assert board.code(a.TIMEOUT, 0, seat=SYSTEM) == r.NOT_YOUR_TURN
    assert board.do(a.TIMEOUT, 1, seat=SYSTEM) == [(e.PLAN_MISSED, 1, 1)]
    assert board.state.phase == AWAIT_DRAW
    assert board.state.missed == [0, 1, 0]
    told = board.do(a.DRAW, 0, seat=SYSTEM)
    assert [event[1] for event in told if event[0] == e.FUNDS_RAISED] == [0, 2]
    assert board.state.points == [4, 3, 4]


def test_missed_rounds_are_counted_until_a_plan_is_opened(board: Board) -> None:
    for _ in range(2):
        seal(board, 0)
        seal(board, 2)
        board.do(a.TIMEOUT, 1, seat=SYSTEM)
        for seat in (0, 2):
            reveal(board, seat)
        board.do(a.DRAW, 0, seat=SYSTEM)
    assert board.state.missed == [0, 2, 0]
    for seat in range(3):
        seal(board, seat)
    assert board.state.missed == [0, 2, 0]
    reveal(board, 1)
    assert board.state.missed == [0, 0, 0]


# -- leaving -------------------------------------------------------------------------------


def test_who_resigns_while_planning_is_no_more_waited_for(board: Board) -> None:
    seal(board, 0, FUND)
    seal(board, 1, FUND)
    board.do(a.RESIGN, seat=1)
    assert board.state.sealing == [SEALED, UNSEALED, UNSEALED]
    assert board.state.points == [3, 0, 3]
    assert board.state.phase == PLANNING
    seal(board, 2)
    assert board.state.phase == REVEALING
    assert board.code(a.REVEAL, 1, SALT, *FUND, seat=SYSTEM) == r.NOT_SEALED
    for seat, steps in ((0, (FUND,)), (2, ())):
        reveal(board, seat, *steps)
    told = board.do(a.DRAW, 0, seat=SYSTEM)
    assert [event[1] for event in told if event[0] == e.FUNDS_RAISED] == [0]
    assert [event[1] for event in told if event[0] == e.TURN_ENDED] == [0, 2]
    assert board.state.points == [4 - 1 + 1, 0, 4]


def test_the_last_to_be_waited_for_may_resign(board: Board) -> None:
    seal(board, 0)
    seal(board, 2)
    board.do(a.RESIGN, seat=1)
    assert board.state.phase == REVEALING
    reveal(board, 0)
    board.do(a.EXPEL, 2, seat=SYSTEM)
    assert board.state.phase == OVER


def test_a_plan_not_yet_opened_goes_with_its_mayor() -> None:
    board = planned(4)
    for seat in range(4):
        seal(board, seat, FUND)
    for seat in range(3):
        reveal(board, seat, FUND)
    board.do(a.EXPEL, 3, seat=SYSTEM)
    assert board.state.phase == AWAIT_DRAW
    board.do(a.RESIGN, seat=0)  # opened already: it is dropped all the same
    assert board.state.sealing == [UNSEALED, OPENED, OPENED, UNSEALED]
    assert board.state.plans[0] == ()
    told = board.do(a.DRAW, 1, seat=SYSTEM)
    assert told[0] == (e.ORDER_DRAWN, 2, 1)
    assert [event[1] for event in told if event[0] == e.FUNDS_RAISED] == [2, 1]
    assert (e.ROUND_BEGAN, 2, 1) in told


def test_a_borough_that_a_bot_plays_on_keeps_its_plan() -> None:
    board = planned(3, resigned=1)
    seal(board, 0, FUND)
    board.do(a.RESIGN, seat=0)
    assert board.state.sealing == [SEALED, UNSEALED, UNSEALED]
    assert board.state.phase == PLANNING
    seal(board, 1)
    seal(board, 2)
    reveal(board, 0, FUND)


@pytest.mark.parametrize("phase", [PLANNING, REVEALING, AWAIT_DRAW])
def test_a_match_that_ends_early_leaves_no_plan_behind(phase: int) -> None:
    for ending in ((a.CLOSE, 1), (a.RESIGN,)):
        board = planned()
        seal(board, 0, FUND)
        if phase != PLANNING:
            seal(board, 1, FUND)
            reveal(board, 1, FUND)
        if phase == AWAIT_DRAW:
            reveal(board, 0, FUND)
        assert board.state.phase == phase
        told = board.do(*ending, seat=SYSTEM if ending[0] == a.CLOSE else 1)
        state = board.state
        assert state.phase == OVER
        assert told[-1][0] == e.MATCH_ENDED
        assert state.sealing == [UNSEALED, UNSEALED]
        assert (state.digests, state.plans) == ([0, 0], [(), ()])
        assert state.points == state.kept == state.offers_made == [0, 0]
        assert v0.encode(v0.decode(v0.encode(state))) == v0.encode(state)
        assert board.code(a.SEAL, 1, seat=0) == r.MATCH_OVER
        assert board.code(a.REVEAL, 0, 1, seat=SYSTEM) == r.MATCH_OVER


def test_a_stand_in_changes_the_status_and_nothing_else(board: Board) -> None:
    seal(board, 0, FUND)
    before = v0.encode(board.state)
    board.do(a.TAKEOVER, 0, seat=SYSTEM)
    assert board.state.sealing == [SEALED, UNSEALED, UNSEALED]
    board.do(a.HAND_BACK, 0, seat=SYSTEM)
    assert v0.encode(board.state) == before


def test_who_has_resigned_neither_plans_nor_trades(board: Board) -> None:
    board.do(a.RESIGN, seat=1)
    assert board.state.status[1] == NEUTRAL
    for action in ((a.SEAL, 5), OFFER, (a.FUND_DRIVE,), (a.RESIGN,)):
        assert board.code(*action, seat=1) == r.SEAT_RESIGNED
    assert board.code(a.OFFER, 1, 0, 1, 2, 1, 1, seat=0) == r.NO_PARTNER
    assert board.code(a.TIMEOUT, 1, seat=SYSTEM) == r.NOT_YOUR_TURN


def test_a_match_has_one_draw_more_than_rounds() -> None:
    board = planned(rounds=4)
    for number in range(1, 5):
        assert (board.state.round, board.state.draws) == (number, number)
        told = play(board, {}, value=number)
    assert (board.state.phase, board.state.draws, board.state.round) == (OVER, 5, 4)
    assert [event[0] for event in told][-2:] == [e.ROUND_ENDED, e.MATCH_ENDED]
    assert v0.encode(v0.decode(v0.encode(board.state))) == v0.encode(board.state)


def test_legal_actions_while_planning_are_trade_and_leaving(board: Board) -> None:
    board.do(*OFFER, seat=0)
    for seat in range(3):
        listed = v0.legal_actions(board.state, seat)
        assert listed == sorted(listed)
        assert {action[0] for action in listed} - {a.OFFER, a.RESIGN} == (
            {a.WITHDRAW} if seat == 0 else {a.ACCEPT, a.DECLINE} if seat == 1 else set()
        )
        assert all(not board.code(*action, seat=seat) for action in listed)
    seal(board, 0)
    assert v0.legal_actions(board.state, 0) == [(a.RESIGN,)]
    assert {x[1] for x in v0.legal_actions(board.state, 1) if x[0] == a.OFFER} == {2}
    assert v0.legal_actions(board.state, SYSTEM) == []
    for seat in (0, SYSTEM):
        assert not any(v0.legal_mask(board.state, seat, c.SHOP))


def test_what_an_offer_would_bring_can_be_asked_while_planning(board: Board) -> None:
    assert v0.preview(board.state, 0, OFFER)["rejection"] == 0
    assert v0.preview(board.state, 0, (a.SEAL, 5)) == {"rejection": 0, "points": 0, "coins": 0}
