"""A new match: what every mayor starts with, and what is awaited first."""

import pytest

from games.engine import v0
from games.engine.v0 import catalogue as c
from games.engine.v0.state import AWAIT_DRAW, NOBODY, PLAY

SEED = bytes(range(32))


@pytest.mark.parametrize(
    ("kind", "seats", "size", "rounds"),
    [(0, 2, 16, 8), (1, 2, 24, 12), (1, 4, 24, 12), (2, 3, 32, 16), (2, 6, 32, 16)],
)
def test_the_standard_kinds(kind: int, seats: int, size: int, rounds: int) -> None:
    setup = v0.standard_setup(kind, seats, SEED)
    assert (setup["size"], setup["rounds"], setup["seats"]) == (size, rounds, seats)
    assert (setup["coins"], setup["points"], setup["version"]) == (32, 3, 0)
    state = v0.new_game(setup)
    assert (state.size, state.rounds, state.seats) == (size, rounds, seats)


@pytest.mark.parametrize(
    ("kind", "seats"), [(0, 1), (0, 3), (1, 1), (1, 5), (2, 2), (2, 7), (3, 2), (-1, 2)]
)
def test_there_are_no_other_standard_matches(kind: int, seats: int) -> None:
    with pytest.raises(v0.SetupError):
        v0.standard_setup(kind, seats, SEED)


@pytest.mark.parametrize("chance", [0, 1])
def test_every_mayor_begins_with_a_hall_and_three_cottages_of_two(chance: int) -> None:
    state = v0.new_game(v0.standard_setup(1, 4, SEED, chance))
    for seat in range(4):
        mine = [t for t in state.anchors if state.owner[t] == seat]
        assert [state.kind[t] for t in mine] == [c.HALL] + [c.COTTAGE] * 3
        assert [state.residents[t] for t in mine] == [0, 2, 2, 2]
        assert [state.happiness[t] for t in mine] == [0, 5, 5, 5]
        assert mine[0] == state.hall[seat]
    assert state.landmark_owner == [NOBODY] * 6
    assert (state.tax, state.price, state.ordinance) == ([1] * 4, [1] * 4, [0] * 4)


@pytest.mark.parametrize(
    ("kind", "seats", "coins"),
    [(0, 2, [36, 32]), (1, 2, [36, 32]), (1, 3, [32, 35, 38]), (2, 6, [32, 35, 38, 41, 44, 47])],
)
def test_coins_make_up_for_the_place_in_the_first_round(
    kind: int, seats: int, coins: list[int]
) -> None:
    assert v0.new_game(v0.standard_setup(kind, seats, SEED)).coins == coins


def test_seeded_chance_draws_at_once_and_committed_chance_waits() -> None:
    seeded = v0.new_game(v0.standard_setup(0, 2, SEED))
    assert (seeded.phase, seeded.turn_seat(), seeded.points) == (PLAY, 0, [3, 0])
    assert (seeded.draws, seeded.forecast, seeded.round) == (1, 0, 1)
    assert len(set(seeded.goals)) == 3
    assert all(1 <= goal <= 17 for goal in seeded.goals)
    waiting = v0.new_game(v0.standard_setup(0, 2, SEED, 1))
    assert (waiting.phase, waiting.turn_seat(), waiting.draws) == (AWAIT_DRAW, v0.SYSTEM, 0)
    assert waiting.goals == [0, 0, 0]
    v0.apply(waiting, v0.SYSTEM, (32, 12345))
    assert (waiting.phase, waiting.turn_seat(), waiting.round) == (PLAY, 0, 1)


def test_the_seed_decides_the_map_and_the_seeded_draws() -> None:
    first = v0.new_game(v0.standard_setup(0, 2, SEED))
    again = v0.new_game(v0.standard_setup(0, 2, SEED))
    other = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    assert v0.encode(first) == v0.encode(again)
    assert bytes(first.terrain) != bytes(other.terrain)


def test_chance_does_not_change_the_map() -> None:
    seeded = v0.new_game(v0.standard_setup(1, 3, SEED, 0))
    committed = v0.new_game(v0.standard_setup(1, 3, SEED, 1))
    assert (seeded.terrain, seeded.hall, seeded.road) == (
        committed.terrain,
        committed.hall,
        committed.road,
    )
