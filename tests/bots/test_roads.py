"""Roads that bots lay: through nobody's home."""

import pytest

from games.bots.candidates import Candidates
from games.bots.easy import decide
from games.bots.roads import offer_roads
from games.bots.survey import Survey
from games.engine.v0.actions import ROAD
from games.engine.v0.catalogue import OFFICE
from games.engine.v0.placing import place
from games.engine.v0.state import State
from tests.bots.matches import RULES, duel

SEEDS = range(1, 13)


def walled_in(seed: int) -> State:
    """A duel whose first mayor has no plot left, and people in every home."""
    state: State = RULES.new_game(duel(seed))
    for tile in Survey(state, 0).sites:
        place(state, 0, OFFICE, (tile,), [])
    for anchor in state.anchors:
        if state.kind[anchor] == 1:
            state.residents[anchor] = 2
    return state


def crossed(state: State, action: tuple[int, ...]) -> list[int]:
    """The tiles of a road on which somebody lives."""
    _, first, direction, length = action
    step = state.size if direction else 1
    tiles = [first + i * step for i in range(length)]
    return [t for t in tiles if t < len(state.kind) and state.residents[t]]


@pytest.mark.parametrize("seed", SEEDS)
def test_medium_turns_nobody_out_for_a_road(seed: int) -> None:
    state = walled_in(seed)
    out = Candidates()
    offer_roads(Survey(state, 0), out)
    assert all(not crossed(state, row[3]) for row in out.rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_easy_turns_nobody_out_for_a_road(seed: int) -> None:
    state = walled_in(seed)
    for salt in range(40):
        for wish in decide(state, 0, bytes([salt])):
            if wish[0] == ROAD:
                assert not crossed(state, wish)
