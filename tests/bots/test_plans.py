"""Where all plan at once bots seal good plans, keep them secret and trade before."""

import pytest

from games.bots.planner import FALLBACK_DISTANCE
from games.bots.player import LEVELS, choose, plan
from games.engine.v0 import event_codes as e
from games.engine.v0.actions import (
    ACCEPT,
    BUILD,
    DECLINE,
    GIVE_COINS,
    OFFER,
    POWER_UNITS,
    REVEAL,
    SEAL,
    SYSTEM,
    split_steps,
)
from games.engine.v0.catalogue import SIZE, WIND
from games.engine.v0.seals import awaited
from games.engine.v0.state import OVER
from games.engine.v0.terrain import minimum_size
from tests.bots.matches import EASY, MEDIUM, RULES, Played, custom, seed

KINDS = [(0, 2), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (2, 5), (2, 6)]
SALT = b"a secret of the platform"


def together(kind: int, seats: int, number: int = 0, chance: int = 0) -> dict[str, object]:
    """The setup of a standard match in which all plan at once."""
    setup: dict[str, object] = RULES.standard_setup(kind, seats, seed(number), chance, mode=1)
    return setup


@pytest.mark.parametrize("level", range(len(LEVELS)))
@pytest.mark.parametrize(("kind", "seats"), KINDS)
def test_standard_matches_are_played_to_the_end(kind: int, seats: int, level: int) -> None:
    played = Played(together(kind, seats, seats, chance=seats % 2), (level,) * seats, SALT)
    assert played.state.phase == OVER
    assert played.state.round == played.state.rounds == played.state.draws - 1
    assert sum(played.state.score) > 25 * seats
    done = sum(1 for event in played.events if event[0] == e.STEP)
    failed = sum(1 for event in played.events if event[0] == e.STEP_FAILED)
    assert done > 2 * seats * played.state.rounds
    assert failed < done // 4


@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
@pytest.mark.parametrize(("coins", "points"), [(0, 1), (250, 6)])
def test_poor_and_rich_custom_matches_end(seats: int, coins: int, points: int) -> None:
    size = minimum_size(seats)
    setup = custom(size, seats, coins=coins, points=points, chance=1, number=seats, mode=1)
    assert Played(setup, (MEDIUM, EASY) * 3).state.phase == OVER


@pytest.mark.parametrize("level", [EASY, MEDIUM])
def test_looking_at_a_state_to_plan_leaves_it_alone(level: int) -> None:
    assert Played(together(0, 2), (level, level), watched=True).state.phase == OVER


@pytest.mark.parametrize("level", [EASY, MEDIUM])
def test_the_plan_is_the_one_that_was_sealed(level: int) -> None:
    state = RULES.new_game(together(1, 3, 5))
    plans = [plan(level, state, seat, SALT) for seat in range(3)]
    for seat in range(3):
        kind, digest = choose(level, state, seat, SALT)
        assert kind == SEAL
        steps, salt = plan(level, RULES.decode(RULES.encode(state)), seat, SALT)
        assert RULES.plan_digest(state, seat, steps, salt) == digest
        assert RULES.check_plan(state, seat, steps) == 0
        RULES.apply(state, seat, (kind, digest))
    for seat in range(3):
        RULES.apply(state, SYSTEM, (REVEAL, seat, plans[seat][1], *plans[seat][0]))
    assert state.round == 2


def test_a_plan_s_salt_hangs_on_the_secret_the_match_the_round_and_the_seat() -> None:
    state = RULES.new_game(together(0, 2))
    salts = [plan(EASY, state, seat, secret)[1] for seat in (0, 1) for secret in (b"a", b"b")]
    salts.append(plan(EASY, RULES.new_game(together(0, 2, 1)), 0, b"a")[1])
    later = RULES.new_game(together(0, 2))
    later.round = later.draws = 2
    salts.append(plan(EASY, later, 0, b"a")[1])
    assert len(set(salts)) == 6
    assert max(salts) >= 1 << 240


def test_another_salt_plans_another_match() -> None:
    games = [Played(together(0, 2), (EASY, EASY), salt).opened for salt in (b"a", b"a", b"b")]
    assert games[0] == games[1] != games[2]


@pytest.mark.parametrize("level", [EASY, MEDIUM])
def test_single_buildings_have_another_place_near_that_nothing_else_of_the_plan_takes(
    level: int,
) -> None:
    played = Played(together(1, 4, 3), (level,) * 4)
    with_place = without = 0
    for steps in played.opened:
        rows = split_steps(steps)
        taken = [action[2] for _, action in rows if action[0] == BUILD]
        for fallback, action in rows:
            if action[0] != BUILD or SIZE[action[1]] != 1 or action[3]:
                assert not fallback
                continue
            with_place += fallback > 0
            without += not fallback
            if fallback:
                assert fallback - 1 not in taken
                far = played.state.geometry.distance(fallback - 1, action[2])
                assert 0 < far <= FALLBACK_DISTANCE
    assert with_place > 2 * without


def test_fallbacks_save_steps_that_others_came_before() -> None:
    used = 0
    for number in range(4):
        played = Played(together(1, 4, number), (EASY,) * 4)
        used += sum(1 for event in played.events if event[0] == e.STEP and event[3])
    assert used > 8


@pytest.mark.parametrize(("level", "answers"), [(EASY, (ACCEPT, DECLINE)), (MEDIUM, (DECLINE,))])
def test_an_offer_is_answered_before_the_seal(level: int, answers: tuple[int, ...]) -> None:
    state = RULES.new_game(together(0, 2))
    RULES.apply(state, 0, (OFFER, 1, 1, 20, POWER_UNITS, 1, 1))
    answer = choose(level, state, 1, SALT)
    assert answer[0] in answers
    RULES.apply(state, 1, answer)
    assert choose(level, state, 1, SALT)[0] == SEAL


def test_a_good_offer_is_taken_and_counted_with_in_the_plan() -> None:
    state = RULES.new_game(together(0, 2))
    for tile in state.anchors[2:]:
        if state.owner[tile] == 1:
            state.kind[tile] = WIND
            state.residents[tile] = state.happiness[tile] = 0
    RULES.apply(state, 0, (OFFER, 1, GIVE_COINS, 20, POWER_UNITS, 1, 1))
    assert choose(MEDIUM, state, 1, SALT) == (ACCEPT, 0)


def test_bots_trade_with_each_other_when_all_are_asked_in_turn() -> None:
    seen = [Played(together(1, 4, number), (MEDIUM,) * 4).seen for number in (1, 2, 3)]
    assert sum(match[OFFER] for match in seen)
    assert sum(match[ACCEPT] for match in seen)


def test_a_bot_seals_for_a_mayor_who_is_away() -> None:
    state = RULES.new_game(together(0, 2))
    RULES.apply(state, SYSTEM, (34, 0))
    assert awaited(state, 0)
    RULES.apply(state, 0, choose(MEDIUM, state, 0, SALT))
    assert not awaited(state, 0)
