"""The course of a match: turns, points, draws, absence, resigning, the end."""

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, rejections
from games.engine.v0.state import (
    ABSENT,
    AWAIT_DRAW,
    BOT_AFTER_RESIGNING,
    MAYOR,
    NEUTRAL,
    OVER,
    PLAY,
)
from games.engine.v0.turn import take_draw
from tests.engine.board import Board

SEAT = v0.SYSTEM


def end_turns(board: Board, count: int) -> None:
    for _ in range(count):
        board.do(a.END_TURN)


def test_the_first_seat_moves_on_by_one_each_round() -> None:
    board = Board(3)
    seen = []
    for _ in range(9):
        seen.append((board.state.round, board.state.turn_seat()))
        board.do(a.END_TURN)
    assert seen == [(1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (2, 0), (3, 2), (3, 0), (3, 1)]


def test_the_seat_after_a_neutral_one_does_not_start_twice() -> None:
    board = Board(4)
    board.do(a.RESIGN, seat=1)
    starters = []
    for _ in range(6):
        starters.append(board.state.turn_seat())
        end_turns(board, 3)
    assert starters == [0, 2, 3, 0, 2, 3]


def test_one_unspent_point_is_kept_but_none_after_a_time_out() -> None:
    board = Board()
    board.do(a.END_TURN)
    assert board.state.kept == [1, 0]
    board.do(a.TIMEOUT, 1, seat=SEAT)
    assert (event_codes.TURN_ENDED, 1, 0, 1) in board.events
    assert (board.state.missed, board.state.points) == ([0, 1], [0, 3])
    board.do(a.TIMEOUT, 1, seat=SEAT)
    assert (board.state.missed, board.state.points) == ([0, 2], [4, 0])
    end_turns(board, 3)
    assert board.state.missed == [0, 0]


def test_a_spent_turn_keeps_nothing() -> None:
    board = Board()
    for _ in range(3):
        board.do(a.FUND_DRIVE)
    assert board.do(a.END_TURN)[0] == (event_codes.TURN_ENDED, 0, 0, 0)
    assert board.state.kept == [0, 0]


def test_only_the_seat_in_turn_may_play() -> None:
    board = Board()
    assert board.code(a.END_TURN, seat=1) == rejections.NOT_YOUR_TURN
    assert board.code(a.END_TURN, seat=2) == rejections.NO_SUCH_SEAT
    assert board.code(a.END_TURN, seat=SEAT) == rejections.NO_SUCH_SEAT
    assert board.code(a.TIMEOUT, 0, seat=0) == rejections.SYSTEM_ONLY
    assert board.code(a.TIMEOUT, 1, seat=SEAT) == rejections.NOT_YOUR_TURN
    assert board.code(a.TIMEOUT, 2, seat=SEAT) == rejections.NO_SUCH_SEAT


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ((), rejections.UNKNOWN_ACTION),
        ((0,), rejections.UNKNOWN_ACTION),
        ((18,), rejections.UNKNOWN_ACTION),
        ((39,), rejections.UNKNOWN_ACTION),
        ((a.SEAL,), rejections.BAD_PARAMETER),
        ((a.REVEAL, 0), rejections.BAD_PARAMETER),
        ((10**30,), rejections.UNKNOWN_ACTION),
        ((-1,), rejections.UNKNOWN_ACTION),
        ((a.END_TURN, 0), rejections.BAD_PARAMETER),
        ((a.ROAD, 0, 0), rejections.BAD_PARAMETER),
        ((a.ROAD, -1, 0, 1), rejections.BAD_PARAMETER),
        ((a.ROAD, 4096, 0, 1), rejections.BAD_PARAMETER),
        ((a.ROAD, True, 0, 1), rejections.BAD_PARAMETER),
        ((a.DRAW, 1 << 256), rejections.BAD_PARAMETER),
    ],
)
def test_what_is_no_action(action: tuple[int, ...], code: int) -> None:
    board = Board()
    assert board.code(*action) == code
    assert board.code(*action, seat=SEAT) == code


def test_with_committed_chance_the_round_waits_for_the_draw() -> None:
    board = Board(chance=1)
    end_turns(board, 2)
    state = board.state
    assert (state.phase, state.turn_seat(), state.round) == (AWAIT_DRAW, SEAT, 1)
    assert board.code(a.END_TURN, seat=1) == rejections.AWAITING_DRAW
    assert board.code(a.TIMEOUT, 1, seat=SEAT) == rejections.AWAITING_DRAW
    # 5 = card 5 of 16 (the sixth), then 0 of 4 winds.
    assert board.do(a.DRAW, 5, seat=SEAT) == [
        (event_codes.FORECAST, 6, 0),
        (event_codes.ROUND_BEGAN, 2, 1),
        (event_codes.TURN_BEGAN, 1, 4),
    ]
    assert (state.phase, state.event_bag, state.wind_bag) == (PLAY, 65535 ^ 32, 14)
    assert board.code(a.DRAW, 5, seat=SEAT) == rejections.NOT_AWAITING_DRAW


def test_a_number_becomes_cards_by_repeated_division() -> None:
    board = Board(chance=1)
    state = board.state
    state.draws, state.goal_bag, state.goals = 0, 131071, [0, 0, 0]
    # goals 3, then the 2nd of what is left, then the 16th (index 14 of 15), wind 2
    take_draw(state, 2 + 17 * (1 + 16 * (14 + 15 * 2)), board.events)
    assert state.goals == [3, 2, 17]
    assert state.goal_bag == 131071 ^ (1 << 2 | 1 << 1 | 1 << 16)
    assert (state.wind, state.forecast, state.round, state.draws) == (2, 0, 1, 1)


def test_bags_are_emptied_before_they_are_filled_again() -> None:
    board = Board(rounds=24, chance=1)
    cards, winds = [], []
    for draw in range(20):
        end_turns(board, 2)
        board.do(a.DRAW, 977 * draw**5 + 31, seat=SEAT)
        cards.append(board.state.forecast)
        winds.append(board.state.wind)
    assert sorted(cards[:16]) == list(range(1, 17))
    assert len(set(cards[16:])) == 4
    for first in (0, 4, 8, 12, 16):
        assert sorted(winds[first : first + 4]) == [0, 1, 2, 3]


def test_the_first_round_has_no_event_and_a_forecast_strikes_a_round_later() -> None:
    board = Board()
    end_turns(board, 2)
    assert not [e for e in board.events if e[0] == event_codes.EVENT_STRUCK]
    forecast = board.state.forecast
    assert 1 <= forecast <= 16
    end_turns(board, 2)
    struck = [e for e in board.events if e[0] == event_codes.EVENT_STRUCK]
    assert [e[1] for e in struck] == [forecast]


def test_the_match_ends_after_its_last_round() -> None:
    board = Board(rounds=4)
    end_turns(board, 8)
    assert (board.state.phase, board.state.turn_seat(), board.state.round) == (OVER, SEAT, 4)
    assert board.events[-1][0] == event_codes.MATCH_ENDED
    assert board.state.score == [sum(row) for row in v0.scores(board.state)]
    for kind in (a.END_TURN, a.RESIGN):
        assert board.code(kind, seat=0) == rejections.MATCH_OVER
    for action in ((a.DRAW, 1), (a.CLOSE, 1), (a.TIMEOUT, 0), (a.EXPEL, 0)):
        assert board.code(*action, seat=SEAT) == rejections.MATCH_OVER


def test_a_resigned_borough_goes_neutral_and_its_turn_passes() -> None:
    board = Board(3)
    board.state.contracts = [(0, 1, 1, 1, 2, 3, 2), (1, 2, 1, 1, 2, 3, 2)]
    theirs: tuple[int, ...] = (2, 0, 1, 0, 1, 1, 1, 1)
    board.state.offers = [(0, 0, 1, 0, 1, 1, 1, 1), (1, 0, 0, 0, 1, 1, 1, 1), theirs]
    events = board.do(a.RESIGN)
    assert events[0] == (event_codes.RESIGNED, 0, NEUTRAL)
    assert (event_codes.CONTRACT_ENDED, 0, 1, 1) in events
    assert board.state.contracts == [(1, 2, 1, 1, 2, 3, 2)]
    assert board.state.offers == [theirs]
    assert (board.state.turn_seat(), board.state.points) == (1, [0, 3, 0])
    assert board.code(a.RESIGN, seat=0) == rejections.SEAT_RESIGNED
    end_turns(board, 2)
    assert (board.state.round, board.state.turn_seat()) == (2, 1)
    end_turns(board, 2)
    assert board.state.turn_seat() == 2  # seat 0 has no turn any more
    assert board.code(a.END_TURN, seat=0) == rejections.SEAT_RESIGNED


def test_a_mayor_may_resign_out_of_turn() -> None:
    board = Board(3)
    board.do(a.RESIGN, seat=2)
    assert (board.state.turn_seat(), board.state.points[0]) == (0, 3)
    end_turns(board, 2)
    assert (board.state.round, board.state.turn_seat()) == (2, 1)


def test_a_bot_plays_a_resigned_borough_on_if_set_up_so() -> None:
    board = Board(3, resigned=1)
    board.do(a.RESIGN)
    assert board.state.status == [BOT_AFTER_RESIGNING, MAYOR, MAYOR]
    assert (board.state.turn_seat(), board.state.points[0]) == (0, 3)
    assert board.code(a.FUND_DRIVE) == 0
    assert board.code(a.RESIGN) == rejections.SEAT_RESIGNED


def test_the_last_active_mayor_ends_the_match() -> None:
    board = Board(3)
    board.do(a.RESIGN, seat=1)
    board.do(a.RESIGN, seat=2)
    assert (board.state.phase, board.state.points) == (OVER, [0, 0, 0])
    assert board.events[-1] == (event_codes.MATCH_ENDED, 1, 0, 0)


def test_resigning_while_a_draw_is_awaited() -> None:
    board = Board(3, chance=1)
    end_turns(board, 3)
    board.do(a.RESIGN, seat=1)  # who would begin
    assert board.state.phase == AWAIT_DRAW
    board.do(a.DRAW, 0, seat=SEAT)
    assert board.state.turn_seat() == 2


def test_the_platform_takes_over_hands_back_and_expels() -> None:
    board = Board(3)
    assert board.code(a.HAND_BACK, 1, seat=SEAT) == rejections.WRONG_STATUS
    board.do(a.TAKEOVER, 1, seat=SEAT)
    assert board.events == [(event_codes.STATUS_CHANGED, 1, ABSENT)]
    assert board.code(a.TAKEOVER, 1, seat=SEAT) == rejections.WRONG_STATUS
    board.do(a.HAND_BACK, 1, seat=SEAT)
    assert board.state.status == [MAYOR] * 3
    board.do(a.TAKEOVER, 1, seat=SEAT)
    board.do(a.EXPEL, 1, seat=SEAT)
    assert board.state.status[1] == NEUTRAL
    assert board.code(a.EXPEL, 1, seat=SEAT) == rejections.WRONG_STATUS


def test_a_closed_match_is_over_at_once_with_ranks() -> None:
    board = Board()
    board.do(a.CLOSE, 3, seat=SEAT)
    assert board.events == [(event_codes.MATCH_ENDED, 1, 1)]
    assert (board.state.phase, board.state.points) == (OVER, [0, 0])


def test_a_neutral_borough_s_buildings_work_on_but_it_has_no_income() -> None:
    board = Board(3)
    board.street(3, 4, 14)
    home = board.put(c.TOWER, 8, 3, seat=1, people=5)
    shop = board.put(c.SHOP, 9, 3, seat=1)
    board.do(a.RESIGN, seat=1)
    coins = board.state.coins[1]
    end_turns(board, 2)
    assert board.state.workers[shop] == 2
    assert (board.state.residents[home], board.state.coins[1]) == (5, coins)
