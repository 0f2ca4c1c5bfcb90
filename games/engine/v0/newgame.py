"""A new match: the standard kinds, the map, halls, first cottages, first coins."""

from .catalogue import COTTAGE, HALL
from .placing import place
from .setups import SetupError, check_setup
from .state import IN_TURN, NOBODY, SEEDED, State, number
from .terrain import make_map, minimum_size, start_cottages
from .turn import begin_match

DUEL, CLASSIC, GRAND, CUSTOM = 0, 1, 2, 3
# kind: size, rounds, least and most seats
STANDARD = ((16, 8, 2, 2), (24, 12, 2, 4), (32, 16, 3, 6))
START_COINS, START_POINTS, START_RESIDENTS = 32, 3, 2
DUEL_FIRST_COINS, LATER_SEAT_COINS = 4, 3


def standard_setup(
    kind: int,
    seats: int,
    seed: bytes,
    chance: int = SEEDED,
    resigned: int = 0,
    mode: int = IN_TURN,
) -> dict[str, object]:
    """The setup of a duel (0), classic (1) or grand (2) match. Raises SetupError."""
    if kind < 0 or kind >= len(STANDARD):
        raise SetupError("kind")
    size, rounds, least, most = STANDARD[kind]
    if seats < least or seats > most:
        raise SetupError("seats")
    setup: dict[str, object] = {
        "version": 0,
        "kind": kind,
        "size": size,
        "seats": seats,
        "rounds": rounds,
        "chance": chance,
        "resigned": resigned,
        "mode": mode,
        "coins": START_COINS,
        "points": START_POINTS,
        "seed": seed,
    }
    check_setup(setup)
    return setup


def new_game(setup: dict[str, object]) -> State:
    """The state at the start of a match.

    With seeded chance it is the first seat's turn, or all plan (mode TOGETHER); with committed
    chance the opening draw is awaited. Raises SetupError for a setup out of bounds or a map too
    small for its seats.
    """
    check_setup(setup)
    kind = number(setup, "kind")
    if kind != CUSTOM:
        size, rounds, least, most = STANDARD[kind]
        if number(setup, "size") != size:
            raise SetupError("size")
        if number(setup, "rounds") != rounds:
            raise SetupError("rounds")
        if not least <= number(setup, "seats") <= most:
            raise SetupError("seats")
        if number(setup, "coins") != START_COINS:
            raise SetupError("coins")
        if number(setup, "points") != START_POINTS:
            raise SetupError("points")
    if number(setup, "size") < minimum_size(number(setup, "seats")):
        raise SetupError("size")
    state = State(dict(setup))
    seed = setup["seed"]
    assert isinstance(seed, bytes)
    state.terrain, state.hall, state.road = make_map(state.size, state.seats, seed)
    state.owner = bytearray([NOBODY] * (state.size * state.size))
    for seat in range(state.seats):
        place(state, seat, HALL, (state.hall[seat],), [])
    for seat in range(state.seats):
        for tile in start_cottages(state.size, state.terrain, state.road, state.hall[seat]):
            place(state, seat, COTTAGE, (tile,), [])
            state.residents[tile] = START_RESIDENTS
        state.coins[seat] = number(setup, "coins")
        if not state.together():
            state.coins[seat] += compensation(state.seats, seat)
    state.forget()
    begin_match(state, [])
    return state


def compensation(seats: int, seat: int) -> int:
    """Coins that make up for the place in the play order of the first round, in turn."""
    if seats == 2:
        return DUEL_FIRST_COINS if seat == 0 else 0
    return LATER_SEAT_COINS * seat
