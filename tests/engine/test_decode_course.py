"""Bytes of a state that no match comes to are refused before they can break the next action."""

from collections.abc import Callable

import pytest

from games.engine import v0
from games.engine.v0.state import AWAIT_DRAW, NEUTRAL, OVER, State
from tests.engine.board import Board


def all_neutral(state: State) -> None:
    state.status = [NEUTRAL, NEUTRAL, NEUTRAL]


def neutral_to_move(state: State) -> None:
    state.status[0] = NEUTRAL


def past_the_last_round(state: State) -> None:
    state.round = state.rounds + 1


def too_many_draws(state: State) -> None:
    state.draws = 255


def no_goals_to_draw(state: State) -> None:
    state.phase, state.draws, state.goal_bag = AWAIT_DRAW, 0, 0


BREAKS = (all_neutral, neutral_to_move, past_the_last_round, too_many_draws, no_goals_to_draw)


@pytest.mark.parametrize("spoil", BREAKS)
def test_a_state_that_could_not_go_on_is_refused(spoil: Callable[[State], None]) -> None:
    state = Board(seats=3, chance=1).state
    assert v0.encode(v0.decode(v0.encode(state))) == v0.encode(state)
    spoil(state)
    with pytest.raises(v0.BrokenState):
        v0.decode(v0.encode(state))


def test_a_match_that_ended_for_lack_of_mayors_is_read() -> None:
    state = Board(seats=3).state
    state.status = [NEUTRAL, NEUTRAL, 0]
    state.phase = OVER
    assert v0.decode(v0.encode(state)).phase == OVER
