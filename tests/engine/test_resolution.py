"""What plans come to: the order of steps, clashes, fallbacks, points; each checked anew."""

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes as e
from games.engine.v0 import rejections as r
from games.engine.v0.state import NOBODY
from tests.engine.board import Board, Event
from tests.engine.plans import course, done, planned, play, step

FUND = step(a.FUND_DRIVE)


def wide() -> Board:
    """A duel of the ninth round: both reach the tiles from x = 7 to 12."""
    board = planned()
    board.state.round = board.state.draws = 9
    return board


def coins_raised(events: list[Event]) -> list[int]:
    """Seats that raised funds, in order."""
    return [event[1] for event in events if event[0] == e.FUNDS_RAISED]


@pytest.mark.parametrize(
    ("value", "first"), [(0, [0, 1, 2]), (1, [1, 2, 0]), (2, [2, 0, 1]), (3, [0, 1, 2])]
)
def test_the_draw_says_who_begins_and_each_step_begins_with_the_next(
    value: int, first: list[int]
) -> None:
    board = planned(3)
    told = play(board, dict.fromkeys(range(3), (FUND,) * 3), value)
    assert told[0] == (e.ORDER_DRAWN, *first)
    later = [first[1:] + first[:1], first[2:] + first[:2]]
    assert coins_raised(told) == first + later[0] + later[1]
    numbers = [event[1] for event in course(told)]
    assert numbers == [1] * 3 + [2] * 3 + [3] * 3


def test_the_order_is_the_play_order_of_those_who_take_part() -> None:
    board = planned(4)
    board.do(a.RESIGN, seat=2)
    board.state.starter = 1
    told = play(board, {}, value=3 * 7 + 2)  # three take part: the third of 1, 3, 0 begins
    assert told[0] == (e.ORDER_DRAWN, 0, 1, 3)


def test_the_cards_come_from_what_is_left_of_the_number() -> None:
    by_turns = Board(seats=3, chance=1, coins=100)
    for _ in range(3):
        by_turns.do(a.END_TURN)
    by_turns.do(a.DRAW, 987654321, seat=v0.SYSTEM)
    board = planned(3)
    play(board, {}, value=987654321 * 3 + 2)
    for name in ("forecast", "wind", "event_bag", "wind_bag", "starter", "round", "draws"):
        assert getattr(board.state, name) == getattr(by_turns.state, name)


def test_shorter_plans_drop_out_and_the_rotation_goes_on() -> None:
    board = planned(3)
    told = play(board, {0: (FUND,), 1: (FUND, FUND, FUND), 2: (FUND, FUND)})
    assert coins_raised(told) == [0, 1, 2] + [1, 2] + [1]
    assert done(told)[3:] == [(1, 2), (2, 2), (1, 3)]


def test_a_tile_is_its_who_comes_first_and_costs_the_other_nothing() -> None:
    board = wide()
    shop = step(a.BUILD, c.SHOP, board.at(9, 5), 0)
    told = play(board, {0: (shop,), 1: (shop,)}, value=1)
    assert course(told) == [(1, 1, 0), (0, 1, r.OCCUPIED)]
    assert board.state.owner[board.at(9, 5)] == 1
    spent = [event[1] for event in told if event[0] == e.BUILT]
    assert spent == [1]
    ended = [event[1:] for event in told if event[0] == e.TURN_ENDED]
    assert ended == [(0, 1, 0), (1, 1, 0)]


def test_a_fallback_is_taken_when_the_first_tile_does_not_work() -> None:
    board = wide()
    tile, other = board.at(9, 5), board.at(10, 5)
    told = play(
        board,
        {
            0: (step(a.BUILD, c.SHOP, tile, 0),),
            1: (step(a.BUILD, c.SHOP, tile, 0, at=other), FUND),
        },
    )
    assert course(told) == [(0, 1, 0), (1, 1, 1), (1, 2, 0)]
    assert told.index((e.STEP, 1, 1, 1)) + 1 == told.index((e.BUILT, 1, c.SHOP, other))
    assert [board.state.owner[t] for t in (tile, other)] == [0, 1]


def test_a_fallback_is_not_used_when_the_first_tile_works() -> None:
    board = wide()
    told = play(board, {0: (step(a.BUILD, c.SHOP, board.at(9, 5), 0, at=board.at(9, 3)),)})
    assert course(told) == [(0, 1, 0)]
    assert not board.state.kind[board.at(9, 3)]


def test_a_fallback_that_fails_too_is_told_with_the_first_reason() -> None:
    for other in (9 + 20 * 10, 4095, 9 + 20 * 5):
        board = wide()
        shop = step(a.BUILD, c.SHOP, board.at(9, 5), 0)
        told = play(board, {0: (shop,), 1: (shop[:0] + (other + 1,) + shop[1:], FUND)})
        assert course(told) == [(0, 1, 0), (1, 1, r.OCCUPIED), (1, 2, 0)]


@pytest.mark.parametrize(
    ("action", "other", "event"),
    [
        ((a.ROAD, 0, 0, 2), (5, 5), e.ROAD_LAID),
        ((a.AVENUE, 0, 0, 2), (5, 4), e.AVENUE_LAID),
        ((a.UPGRADE, 0), (6, 5), e.UPGRADED),
        ((a.DEMOLISH, 0), (6, 5), e.DEMOLISHED),
        ((a.BUILD, c.COTTAGE, 0, 1), (7, 5), e.BUILT),
    ],
)
def test_every_action_that_names_a_tile_has_a_fallback(
    action: tuple[int, ...], other: tuple[int, int], event: int
) -> None:
    board = planned()
    board.put(c.COTTAGE, 6, 5)
    told = play(board, {0: (step(*action, at=board.at(*other)),)})
    assert course(told) == [(0, 1, 1)]
    assert event in [code for code, *_ in told]


def test_a_right_of_way_may_fall_back() -> None:
    board = planned(size=12, halls=((3, 3), (9, 9)))
    board.ground(0, *[(x, y) for x in range(12) for y in range(12) if (x, y) not in LAND])
    board.street(4, 3, 2)
    shop = board.put(c.SHOP, 6, 3, seat=1)
    told = play(board, {0: (step(a.RIGHT_OF_WAY, 0, at=shop),)})
    assert course(told) == [(0, 1, 1)]
    assert board.state.road[shop] == 1


LAND = ((3, 3), (4, 3), (5, 3), (6, 3), (9, 9))


def test_overtime_and_policy_come_before_all_steps_seat_by_seat() -> None:
    board = planned(coins=60)
    policy = step(a.POLICY, 0, 2, 0, 0)
    overtime = step(a.OVERTIME)
    told = play(board, {0: (FUND, policy, FUND, FUND, overtime, FUND), 1: (policy, FUND)}, 1)
    codes = [event[:2] for event in told if event[0] in (e.OVERTIME_WORKED, e.POLICY_SET, 15)]
    assert codes[:3] == [(e.OVERTIME_WORKED, 0), (e.POLICY_SET, 0), (e.POLICY_SET, 1)]
    assert course(told)[:4] == [(0, 5, 0), (0, 2, 0), (1, 1, 0), (1, 2, 0)]
    assert coins_raised(told) == [1, 0, 0, 0, 0]
    assert board.state.tax == [0, 0]


def test_a_policy_counts_for_the_steps_after_it() -> None:
    board = planned()
    home = board.put(c.COTTAGE, 6, 5)
    play(board, {0: (step(a.UPGRADE, home), step(a.POLICY, 1, 1, 6, 0))})
    plain = planned()
    home = plain.put(c.COTTAGE, 6, 5)
    play(plain, {0: (step(a.UPGRADE, home),)})
    assert board.state.coins[0] == plain.state.coins[0] + 2


def test_overtime_that_cannot_be_paid_gives_no_point() -> None:
    board = planned(coins=14)
    told = play(board, {0: (step(a.OVERTIME), FUND, FUND, FUND, FUND)})
    failed = [event[1:] for event in told if event[0] == e.STEP_FAILED]
    assert failed == [(0, 1, r.NO_COINS), (0, 5, r.NO_POINTS)]


def test_a_policy_that_changes_nothing_fails_and_harms_nothing() -> None:
    board = planned()
    told = play(board, {0: (step(a.POLICY, 1, 1, 0, 0), FUND)})
    assert course(told) == [(0, 1, r.NO_CHANGE), (0, 2, 0)]


def test_a_failed_step_keeps_its_point_and_at_most_one_is_kept() -> None:
    board = planned()
    bad = step(a.UPGRADE, board.state.hall[0])
    told = play(board, {0: (bad, bad, bad), 1: (FUND, FUND, FUND)})
    assert course(told)[0] == (0, 1, r.NO_UPGRADE)
    assert [event[1:] for event in told if event[0] == e.TURN_ENDED] == [(0, 1, 0), (1, 0, 0)]
    assert board.state.points == [4, 3]


def test_a_point_saved_by_a_failed_step_is_there_for_a_later_one() -> None:
    board = planned(points=1)
    board.state.points = [2, 1]
    bad = step(a.UPGRADE, board.state.hall[0])
    assert course(play(board, {0: (bad, FUND)})) == [(0, 1, r.NO_UPGRADE), (0, 2, 0)]


def test_each_step_is_judged_by_what_others_did_before_it() -> None:
    board = wide()
    shop = board.put(c.SHOP, 12, 5, seat=1)
    school = step(a.BUILD, c.SCHOOL, board.at(11, 5), 0)
    told = play(board, {0: (school,), 1: (step(a.DEMOLISH, shop), school)}, value=1)
    assert course(told) == [(1, 1, 0), (0, 1, 0), (1, 2, r.OCCUPIED)]


def test_the_free_road_of_grand_central_is_one_step_more() -> None:
    board = planned(points=1)
    board.put(c.CENTRAL, 6, 5)
    road = step(a.ROAD, board.at(8, 5), a.SOUTH, 2)
    assert v0.check_plan(board.state, 0, road + FUND) == 0
    assert v0.check_plan(board.state, 1, road + FUND) == r.PLAN_TOO_LONG
    assert course(play(board, {0: (road, FUND)})) == [(0, 1, 0), (0, 2, 0)]


# -- landmarks -----------------------------------------------------------------------------


def crowded(seats: int = 3, **more: int) -> Board:
    """Seats of 30 residents each, with a place for a landmark of their own."""
    board = planned(seats, coins=200, **more)
    for seat, (x, y) in enumerate(((5, 5), (14, 5), (5, 15))[:seats]):
        for i in range(2):
            board.put(c.TOWER, x, y + i, seat, 15)
    return board


def museum(board: Board, seat: int) -> tuple[int, ...]:
    """A museum beside the seat's own street."""
    return step(a.BUILD, c.MUSEUM, board.at(*((6, 5), (13, 5), (6, 16))[seat]), 0)


def holder(board: Board, kind: int = c.MUSEUM) -> int:
    return board.state.holder(kind)


def test_of_two_who_want_a_landmark_the_first_gets_it_when_all_else_is_equal() -> None:
    for value in range(3):
        board = crowded()
        told = play(board, {seat: (museum(board, seat),) for seat in range(3)}, value)
        assert holder(board) == value
        assert [code for _, _, code in course(told)] == [0, r.LANDMARK_TAKEN, r.LANDMARK_TAKEN]


def test_who_has_fewer_landmarks_gets_it() -> None:
    for rich in range(2):
        board = crowded(2)
        board.put(c.OBSERVATORY, 10, 10, rich)
        play(board, {seat: (museum(board, seat),) for seat in range(2)}, value=rich)
        assert holder(board) == 1 - rich


def test_of_equals_who_had_less_prestige_gets_it() -> None:
    board = crowded()
    board.state.goal_points = [3, 9, 0]
    play(board, {seat: (museum(board, seat),) for seat in range(3)}, value=1)
    assert holder(board) == 2


def test_prestige_is_that_from_before_the_first_step() -> None:
    """Seat 1 had less; that its funds have made them equal meanwhile does not matter."""
    board = crowded(2)
    board.state.coins = [100, 39]
    plans = {seat: (FUND, museum(board, seat)) for seat in range(2)}
    assert [sum(lines) for lines in v0.scores(board.state)] == [11, 10]
    told = play(board, plans, value=1)  # so that seat 0 begins the second step
    assert course(told)[2:] == [(1, 2, 0), (0, 2, r.LANDMARK_TAKEN)]


def test_landmarks_of_an_earlier_step_count() -> None:
    board = crowded(2, points=6)
    board.state.goal_points = [0, 9]
    stadium = step(a.BUILD, c.STADIUM, board.at(7, 5), 0)
    told = play(board, {0: (stadium, museum(board, 0)), 1: (FUND, museum(board, 1))}, value=1)
    assert course(told)[-2:] == [(1, 2, 0), (0, 2, r.LANDMARK_TAKEN)]


def test_who_clashes_shares_their_places_and_others_keep_theirs() -> None:
    board = crowded()
    board.state.goal_points = [9, 0, 0]
    told = play(board, {0: (museum(board, 0),), 1: (FUND,), 2: (museum(board, 2),)})
    assert course(told) == [(2, 1, 0), (1, 1, 0), (0, 1, r.LANDMARK_TAKEN)]


def test_an_upgrade_to_grand_central_clashes_like_a_build() -> None:
    board = crowded(2)
    board.state.goal_points = [9, 0]
    stations = [board.put(c.STATION, x, 5, seat) for seat, x in ((0, 6), (1, 13))]
    told = play(board, {seat: (step(a.UPGRADE, stations[seat]),) for seat in range(2)})
    assert course(told) == [(1, 1, 0), (0, 1, r.LANDMARK_TAKEN)]
    assert holder(board, c.CENTRAL) == 1


def test_different_landmarks_do_not_clash() -> None:
    board = crowded(2)
    board.state.goal_points = [9, 0]
    stadium = step(a.BUILD, c.STADIUM, board.at(12, 5), 0)
    told = play(board, {0: (museum(board, 0),), 1: (stadium,)})
    assert course(told) == [(0, 1, 0), (1, 1, 0)]


def test_the_next_gets_a_landmark_that_the_first_cannot_build() -> None:
    board = crowded(2)
    board.state.goal_points = [9, 0]
    board.state.coins = [100, 5]
    told = play(board, {seat: (museum(board, seat),) for seat in range(2)}, value=1)
    assert course(told) == [(1, 1, r.NO_COINS), (0, 1, 0)]


def test_nobody_wants_a_landmark_twice() -> None:
    board = crowded(2, points=6)
    told = play(board, {0: (museum(board, 0), step(a.BUILD, c.MUSEUM, board.at(8, 5), 0))})
    assert course(told) == [(0, 1, 0), (0, 2, r.LANDMARK_TAKEN)]
    assert holder(board) != NOBODY


# -- the round's end -----------------------------------------------------------------------


def test_a_round_of_plans_ends_like_a_round_of_turns() -> None:
    """The same deeds, nobody in another's way: the same city, coins and prestige."""
    deeds = (
        ((a.BUILD, c.SHOP, 7 + 5 * 20, 0), (a.BUILD, c.COTTAGE, 4 + 5 * 20, 3)),
        ((a.BUILD, c.OFFICE, 12 + 5 * 20, 0), (a.POLICY, 0, 1, 0, 0), (a.FUND_DRIVE,)),
    )
    turns = Board(coins=100, chance=1)
    turns.street(3, 4, 14)
    for seat in (0, 1):
        for deed in deeds[seat]:
            turns.do(*deed, seat=seat)
        turns.do(a.END_TURN, seat=seat)
    board = planned()
    plans = {seat: tuple(step(*deed) for deed in deeds[seat]) for seat in (0, 1)}
    play(board, plans)
    for name in ("kind", "owner", "residents", "happiness", "workers", "smog"):
        assert getattr(board.state, name) == getattr(turns.state, name)
    for name in ("coins", "kept", "tax", "income", "score", "filled", "idle"):
        ours, theirs = getattr(board.state, name), getattr(turns.state, name)
        assert (ours, name) == ([0, 0] if name == "kept" else theirs, name)
    assert board.state.points == [3 + kept for kept in turns.state.kept]


def test_the_last_round_ends_the_match_when_it_is_resolved() -> None:
    board = planned(rounds=4)
    board.state.round = board.state.draws = 4
    told = play(board, {0: (step(a.BUILD, c.SHOP, board.at(9, 5), 0),)})
    codes = [event[0] for event in told]
    assert codes.index(e.BUILT) < codes.index(e.ROUND_ENDED) < codes.index(e.MATCH_ENDED)
    assert e.FORECAST not in codes
    assert board.state.kind[board.at(9, 5)] == c.SHOP
