"""Medium is a mayor worth playing against, and shows the whole game."""

import pytest

from games.bots import medium
from games.bots.player import choose
from games.bots.plots import MOST_PLOTS
from games.bots.survey import Survey
from games.engine.v0.actions import ACCEPT, AVENUE, BUILD, OFFER, OVERTIME, POLICY, ROAD, UPGRADE
from games.engine.v0.catalogue import FIRST_LANDMARK, UPGRADES_TO
from games.engine.v0.state import NOBODY, OVER
from tests.bots.matches import EASY, MEDIUM, RULES, Played, custom, duel

MOST_VALUED = 3000


def test_medium_beats_easy() -> None:
    won = 0.0
    for number in range(24):
        levels = (MEDIUM, EASY) if number % 2 else (EASY, MEDIUM)
        ranks = RULES.standings(Played(duel(100 + number // 2), levels).state)
        mine = levels.index(MEDIUM)
        won += 0.5 if ranks[0] == ranks[1] else ranks[mine] == 1
    assert won >= 0.75 * 24


def test_medium_mayors_build_towns_that_score() -> None:
    scores: list[int] = []
    for number in range(8):
        scores.extend(Played(duel(200 + number), (MEDIUM, MEDIUM)).state.score)
    assert sum(scores) / len(scores) >= 45


@pytest.mark.parametrize("level", [EASY, MEDIUM])
def test_both_levels_use_policy_roads_upgrades_and_answer_offers(level: int) -> None:
    seen = [Played(RULES.standard_setup(1, 4, bytes([n] * 32)), (level,) * 4).seen for n in (1, 2)]
    for kind in (ROAD, AVENUE, BUILD, UPGRADE, POLICY, OVERTIME):
        assert sum(match[kind] for match in seen)


def test_medium_mayors_trade_and_build_landmarks() -> None:
    played = [
        Played(RULES.standard_setup(1, 4, bytes([number] * 32)), (MEDIUM,) * 4)
        for number in (3, 4, 5)
    ]
    assert sum(match.seen[OFFER] for match in played)
    assert sum(match.seen[ACCEPT] for match in played)
    landmarks = [h for match in played for h in match.state.landmark_owner if h != NOBODY]
    assert len(landmarks) >= 6


def test_medium_uses_most_of_the_catalogue() -> None:
    used: set[int] = set()
    for number in range(12):
        state = Played(duel(300 + number), (MEDIUM, MEDIUM)).state
        used |= {state.kind[anchor] for anchor in state.anchors}
    ordinary = set(range(1, FIRST_LANDMARK))
    assert len(used & ordinary) >= 18
    assert any(UPGRADES_TO[kind] == 0 and kind in (3, 5, 8) for kind in used)


@pytest.mark.parametrize(("size", "seats", "rounds"), [(24, 4, 18), (64, 6, 8)])
def test_the_candidates_of_a_decision_are_bounded(size: int, seats: int, rounds: int) -> None:
    """Also late in a match with wide boroughs and full purses."""
    state = RULES.new_game(custom(size, seats, rounds=rounds, coins=250, points=6, number=size))
    most = 0
    while state.phase != OVER:
        seat = state.turn_seat()
        if state.points[seat] == 6 and state.round % 4 == 0:
            survey = Survey(state, seat)
            medium.candidates(survey)
            most = max(most, survey.valued)
        RULES.apply(state, seat, choose(MEDIUM, state, seat))
    assert 0 < most <= MOST_VALUED


def test_a_street_grid_with_hundreds_of_plots_is_bounded_too() -> None:
    state = RULES.new_game(custom(64, 2, rounds=24, coins=250, points=6))
    state.round = 20
    for tile in range(len(state.road)):
        if tile // 64 % 3 == 0 or tile % 64 % 12 == 0:
            state.road[tile] |= not state.kind[tile]
    state.forget()
    survey = Survey(state, state.turn_seat())
    medium.candidates(survey)
    assert len(survey.sites) == MOST_PLOTS
    assert survey.valued <= MOST_VALUED
