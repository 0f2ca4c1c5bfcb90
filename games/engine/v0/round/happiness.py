"""Phase 6: how much each home is liked, 0 to 10, and why."""

from ..catalogue import BASE_HAPPINESS, CAPACITY, GROUP, SHOPS
from ..policy import HOUSING_AID, NIGHT_MARKET
from ..state import DARK, IN_QUARTER, MOST_HAPPY, State
from .context import RoundEnd

# Factors of a home's happiness, as data: what a preview shows.
F_BASE, F_SCHOOL, F_CLINIC, F_POLICE, F_FIRE, F_GREEN, F_SHORE, F_SMOG = 1, 2, 3, 4, 5, 6, 7, 8
F_TAX, F_IDLE, F_SHOPPING, F_DARK, F_QUARTER, F_STATION = 9, 10, 11, 12, 13, 14
F_NIGHT_MARKET, F_HOUSING_AID = 15, 16
FACTORS = 16  # they are numbered from 1

TAX_HAPPINESS = (1, 0, -2)
MOST_GREEN, DARK_PENALTY = 2, 3
STATION_REACH, MARKET_REACH = 3, 2


def idle_penalty(state: State, seat: int, people: int) -> int:
    """1 where over a quarter of the people have no work, 2 over a half."""
    idle = state.idle[seat]
    if idle * 2 > people:
        return 2
    return 1 if idle * 4 > people else 0


def market_noise(state: State) -> bytearray:
    """1 within 2 of a shop whose owner runs the night market."""
    plane = bytearray(state.size * state.size)
    for anchor in state.anchors:
        if GROUP[state.kind[anchor]] == SHOPS:
            if state.has_ordinance(state.owner[anchor], NIGHT_MARKET):
                for tile in state.geometry.disc(MARKET_REACH, anchor):
                    plane[tile] = 1
    return plane


def station_comfort(state: State) -> bytearray:
    """1 within 3 of a station with power, whoever owns it."""
    plane = bytearray(state.size * state.size)
    for anchor in state.stations():
        if not state.flags[anchor] & DARK:
            for tile in state.geometry.disc(STATION_REACH, anchor):
                plane[tile] = 1
    return plane


def factors(
    state: State, home: int, penalty: int, noise: bytearray, comfort: bytearray
) -> list[tuple[int, int]]:
    """(factor, points) of a home, without those that are 0; their sum, held to 0..10, counts.

    penalty: the seat's idle_penalty. noise, comfort: the planes above.
    """
    seat = state.owner[home]
    cover = state.cover()[home]
    flags = state.flags[home]
    wanted = (state.residents[home] + 1) // 2
    shopping = 0
    if wanted:
        if state.served[home] >= wanted:
            shopping = 1
        elif not state.served[home]:
            shopping = -1
    rows = (
        (F_BASE, BASE_HAPPINESS[state.kind[home]]),
        (F_SCHOOL, cover & 1),
        (F_CLINIC, cover >> 1 & 1),
        (F_POLICE, cover >> 2 & 1),
        (F_FIRE, cover >> 3 & 1),
        (F_GREEN, min(MOST_GREEN, state.green()[home])),
        (F_SHORE, state.shore()[home]),
        (F_SMOG, -(state.smog[home] // 2)),
        (F_TAX, TAX_HAPPINESS[state.tax[seat]]),
        (F_IDLE, -penalty),
        (F_SHOPPING, shopping),
        (F_DARK, -DARK_PENALTY if flags & DARK else 0),
        (F_QUARTER, 1 if flags & IN_QUARTER else 0),
        (F_STATION, comfort[home]),
        (F_NIGHT_MARKET, -noise[home]),
        (F_HOUSING_AID, -1 if state.has_ordinance(seat, HOUSING_AID) else 0),
    )
    return [row for row in rows if row[1]]


def happiness(tallies: RoundEnd) -> None:
    """Set the happiness plane at every home."""
    state = tallies.state
    noise = market_noise(state)
    comfort = station_comfort(state)
    for seat in range(state.seats):
        homes = [a for a in tallies.mine[seat] if CAPACITY[state.kind[a]]]
        people = sum([state.residents[home] for home in homes])
        penalty = idle_penalty(state, seat, people)
        for home in homes:
            total = 0
            for _, points in factors(state, home, penalty, noise, comfort):
                total += points
            state.happiness[home] = max(0, min(MOST_HAPPY, total))
