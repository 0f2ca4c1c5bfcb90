"""Bots play any match to its end, by the rules, and only look at the state."""

import pytest

from games.bots.player import LEVELS, choose, plan
from games.engine.v0.actions import END_TURN, RESIGN, UNDO
from games.engine.v0.state import AWAIT_DRAW, OVER, PLANNING
from games.engine.v0.terrain import minimum_size
from tests.bots.matches import EASY, MEDIUM, RULES, Played, custom, duel


@pytest.mark.parametrize("level", range(len(LEVELS)))
@pytest.mark.parametrize("chance", [0, 1])
@pytest.mark.parametrize(("size", "seats"), [(12, 2), (20, 3), (24, 4), (31, 5), (40, 6), (64, 6)])
def test_a_match_of_any_size_and_number_of_seats_ends(
    size: int, seats: int, chance: int, level: int
) -> None:
    assert minimum_size(seats) <= size
    played = Played(custom(size, seats, chance=chance, number=size), (level,) * seats)
    assert played.state.phase == OVER
    assert played.state.round == 4


@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_bots_play_on_the_smallest_map_of_their_number(seats: int) -> None:
    played = Played(custom(minimum_size(seats), seats, number=seats), (MEDIUM, EASY) * 3)
    assert played.state.phase == OVER


@pytest.mark.parametrize("rounds", [4, 13, 24])
@pytest.mark.parametrize(("coins", "points"), [(0, 1), (0, 6), (250, 1), (250, 6)])
def test_poor_and_rich_custom_matches_end(coins: int, points: int, rounds: int) -> None:
    setup = custom(16, 2, rounds=rounds, coins=coins, points=points, number=rounds)
    assert Played(setup, (MEDIUM, EASY)).state.phase == OVER


@pytest.mark.parametrize("levels", [(EASY, EASY), (MEDIUM, MEDIUM)])
def test_choosing_leaves_every_byte_of_the_state_alone(levels: tuple[int, int]) -> None:
    assert Played(duel(1), levels, watched=True).state.phase == OVER


def test_bots_neither_resign_nor_take_back() -> None:
    for levels in ((EASY, EASY), (MEDIUM, MEDIUM)):
        played = Played(duel(2), levels)
        assert not played.seen[RESIGN]
        assert not played.seen[UNDO]


def test_a_bot_plays_a_borough_with_nothing_to_build_on() -> None:
    state = RULES.new_game(custom(16, 2))
    for tile in range(len(state.terrain)):
        if not state.kind[tile] and not state.road[tile]:
            state.terrain[tile] = 0
    state.forget()
    for level in (EASY, MEDIUM):
        board = RULES.copy(state)
        for _ in range(40):
            if board.turn_seat() != 0:
                break
            RULES.apply(board, 0, choose(level, board, 0))
        assert board.turn_seat() == 1


def test_a_bot_takes_over_in_the_middle_of_a_turn() -> None:
    state = RULES.new_game(duel(3))
    RULES.apply(state, 0, choose(MEDIUM, state, 0))
    actions = []
    while state.turn_seat() == 0:
        actions.append(choose(EASY, state, 0))
        RULES.apply(state, 0, actions[-1])
    assert actions[-1] == (END_TURN,)


def test_choosing_out_of_turn_is_refused() -> None:
    state = RULES.new_game(duel(4))
    with pytest.raises(ValueError, match="turn"):
        choose(MEDIUM, state, 1)
    with pytest.raises(ValueError, match="level"):
        choose(len(LEVELS), state, 0)
    waiting = RULES.new_game(custom(16, 2, chance=1))
    assert waiting.phase == AWAIT_DRAW
    with pytest.raises(ValueError, match="turn"):
        choose(EASY, waiting, 0)
    planning = RULES.new_game(custom(16, 2, mode=1))
    assert planning.phase == PLANNING
    with pytest.raises(ValueError, match="time to plan"):
        plan(EASY, state, 0)
    RULES.apply(planning, 0, choose(EASY, planning, 0))
    for ask in (choose, plan):
        for seat in (0, 2, 255):  # has sealed; is nobody
            with pytest.raises(ValueError, match="turn"):
                ask(EASY, planning, seat)
