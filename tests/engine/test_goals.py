"""Public goals: what reaches each card, and who gets how much for it."""

from collections.abc import Callable

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, goals
from games.engine.v0.round.goals import goals as award
from games.engine.v0.state import DARK
from tests.engine.board import Board


def reached(board: Board, card: int, generated: int = 0) -> bool:
    board.state.forget()
    return goals.progress(board.state, 0, card, generated)[1]


def people(board: Board, count: int, happy: int = 8) -> list[int]:
    """So many residents in towers of the seat, none of them near anything."""
    homes: list[int] = []
    while count:
        live = min(15, count)
        home = board.put(c.TOWER, len(homes), 18, people=live)
        board.state.happiness[home] = happy
        homes.append(home)
        count -= live
    return homes


def plain(name: str) -> Callable[[Board, int], None]:
    def setter(board: Board, figure: int) -> None:
        getattr(board.state, name)[0] = figure

    return setter


def towers(board: Board, figure: int) -> None:
    board.put(c.APARTMENTS, 19, 10)
    for i in range(figure):
        board.put(c.TOWER, i, 10)


def sights(board: Board, figure: int) -> None:
    for i, kind in enumerate((c.MUSEUM, c.OBSERVATORY, c.LIGHTHOUSE)[:figure]):
        board.put(kind, i, 10)


def served_homes(board: Board, figure: int) -> None:
    board.put(c.SCHOOL, 10, 10)
    board.put(c.CLINIC, 10, 11)
    board.put(c.POLICE, 10, 12)
    board.put(c.COTTAGE, 13, 14, people=1)  # out of the school's reach
    board.put(c.COTTAGE, 12, 12)  # nobody lives here
    board.put(c.COTTAGE, 11, 13, seat=1, people=1)
    for i in range(figure):
        board.put(c.COTTAGE, 8 + i % 3, 8 + i // 3, people=1)


def avenue_buildings(board: Board, figure: int) -> None:
    board.street(0, 10, 20, level=2)
    board.street(0, 14, 20)
    board.put(c.PARK, 0, 15)
    board.put(c.PARK, 10, 11, seat=1)
    for i in range(figure - 1):
        board.put(c.PARK, i, 11)
    if figure:
        board.put(c.SOLAR, 14, 8)  # touches with its lower tiles


def kinds(board: Board, figure: int) -> None:  # the hall is one of them
    chosen = [kind for kind in range(1, 23) if c.SIZE[kind] == 1][: figure - 1]
    for i, kind in enumerate(chosen):
        board.put(kind, i, 10)
    board.put(chosen[0], 19, 10)


# card: (figure in a short match, in a longer one, what makes the figure)
FIGURES: dict[int, tuple[int, int, Callable[[Board, int], object]]] = {
    goals.METROPOLIS: (28, 45, people),
    goals.SKYLINE: (2, 3, towers),
    goals.GARDEN_CITY: (6, 9, plain("green_tiles")),
    goals.HAPPY_TOWN: (16, 24, people),
    goals.CLEAN_AIR: (16, 24, people),
    goals.FULL_WORK: (16, 24, plain("jobs")),
    goals.EXPORTER: (5, 8, plain("exported")),
    goals.POWERHOUSE: (6, 8, plain("spare")),
    goals.WELL_SERVED: (4, 6, served_homes),
    goals.OLD_QUARTERS: (1, 2, plain("quarters")),
    goals.SIGHTS: (2, 2, sights),
    goals.TREASURY: (40, 60, plain("coins")),
    goals.INDUSTRIOUS: (8, 12, plain("goods")),
    goals.BOULEVARD: (5, 8, avenue_buildings),
    goals.VARIETY: (10, 13, kinds),
    goals.GOOD_NEIGHBOUR: (3, 5, plain("foreign_homes")),
}


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("card", FIGURES)
def test_a_goal_is_reached_at_its_figure_and_not_one_below(card: int, long: bool) -> None:
    short, longer, make = FIGURES[card]
    figure = longer if long else short
    for there, expected in ((figure - 1, False), (figure, True)):
        board = Board(rounds=9 if long else 8)
        make(board, there)
        assert goals.progress(board.state, 0, card, 12) == (there, expected)


def test_merchant_wants_three_foreign_shoppers_among_ten() -> None:
    board = Board(rounds=8)
    for all_, foreign, expected in ((9, 9, False), (10, 2, False), (10, 3, True)):
        board.state.served_all[0], board.state.served_foreign[0] = all_, foreign
        assert reached(board, goals.MERCHANT) is expected
    board = Board(rounds=9)
    board.state.served_all[0], board.state.served_foreign[0] = 15, 3
    assert not reached(board, goals.MERCHANT)
    board.state.served_all[0] = 16
    assert reached(board, goals.MERCHANT)


def test_happy_town_wants_a_mean_of_eight_by_resident() -> None:
    board = Board(rounds=8)
    first, second = people(board, 16)
    assert board.state.residents[second] == 1
    board.state.happiness[first], board.state.happiness[second] = 8, 7
    assert not reached(board, goals.HAPPY_TOWN)
    board.state.happiness[second] = 8
    assert reached(board, goals.HAPPY_TOWN)
    board.state.happiness[first], board.state.happiness[second] = 9, 0
    assert reached(board, goals.HAPPY_TOWN)


def test_clean_air_wants_power_and_no_smoke() -> None:
    board = Board(rounds=8)
    people(board, 16)
    assert not reached(board, goals.CLEAN_AIR, generated=8)
    assert reached(board, goals.CLEAN_AIR, generated=9)
    board.state.smoke[0] = 1
    assert not reached(board, goals.CLEAN_AIR, generated=9)
    longer = Board(rounds=9)
    people(longer, 24)
    assert not reached(longer, goals.CLEAN_AIR, generated=11)
    assert reached(longer, goals.CLEAN_AIR, generated=12)


def test_full_work_wants_no_open_job_and_nobody_idle() -> None:
    board = Board(rounds=8)
    board.state.jobs[0] = 20
    assert reached(board, goals.FULL_WORK)
    board.state.vacancies[0] = 1
    assert not reached(board, goals.FULL_WORK)
    board.state.vacancies[0], board.state.idle[0] = 0, 1
    assert not reached(board, goals.FULL_WORK)


def test_powerhouse_is_also_reached_by_selling_two() -> None:
    board = Board(rounds=8)
    board.state.sold_power[0] = 1
    assert not reached(board, goals.POWERHOUSE)
    board.state.sold_power[0] = 2
    assert reached(board, goals.POWERHOUSE)


def test_well_served_homes_want_powered_services() -> None:
    board = Board(rounds=8)
    served_homes(board, 4)
    assert reached(board, goals.WELL_SERVED)
    board.state.flags[board.at(10, 12)] = DARK
    assert not reached(board, goals.WELL_SERVED)


def test_debt_is_no_treasure() -> None:
    board = Board()
    board.state.coins[0] = -50
    assert goals.progress(board.state, 0, goals.TREASURY, 0) == (0, False)


def exporters(seats: int = 3) -> Board:
    board = Board(seats, rounds=8)
    board.state.goals = [goals.EXPORTER, goals.GARDEN_CITY, goals.SIGHTS]
    return board


def test_all_who_reach_a_goal_first_in_one_round_get_six_and_the_next_three() -> None:
    board = exporters()
    board.state.exported = [5, 4, 9]
    board.run(award)
    assert board.told(event_codes.GOAL_REACHED) == [
        (0, goals.EXPORTER, 6),
        (2, goals.EXPORTER, 6),
    ]
    assert (board.state.goal_points, board.state.goal_stage) == ([6, 0, 6], [1, 0, 0])
    board.events.clear()
    board.state.exported = [9, 5, 9]
    board.run(award)
    assert board.told(event_codes.GOAL_REACHED) == [(1, goals.EXPORTER, 3)]
    assert (board.state.goal_points, board.state.goal_stage) == ([6, 3, 6], [2, 0, 0])


def test_after_the_second_round_of_winners_a_goal_is_closed() -> None:
    board = exporters()
    for exported in ([5, 0, 0], [5, 5, 0], [5, 5, 5]):
        board.state.exported = exported
        board.run(award)
    assert board.state.goal_points == [6, 3, 0]
    assert board.state.goal_mask == [1, 1, 0]


def test_points_once_won_stay_and_a_seat_wins_a_goal_once() -> None:
    board = exporters()
    board.state.exported = [5, 0, 0]
    board.run(award)
    board.run(award)
    board.state.exported = [0, 0, 0]
    board.run(award)
    assert (board.state.goal_points, board.state.goal_stage[0]) == ([6, 0, 0], 1)
