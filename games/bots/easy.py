"""Easy: plays like a beginner: a sensible kind of building, put down anywhere, and now and then a
good idea."""

from ..engine.v0.actions import (
    ACCEPT,
    AVENUE,
    BUILD,
    DECLINE,
    END_TURN,
    FUND_DRIVE,
    OFFER_SLOTS,
    OVERTIME,
    POLICY,
    ROAD,
    UPGRADE,
)
from ..engine.v0.catalogue import (
    CAPACITY,
    CLINIC,
    COAL,
    COTTAGE,
    FARM,
    FIRE_STATION,
    GARDEN,
    HARBOUR,
    HYDRO,
    IS_LANDMARK,
    JOBS,
    MUSEUM,
    NEED,
    OBSERVATORY,
    OFFICE,
    PARK,
    PLAZA,
    POLICE,
    RESERVE,
    SCHOOL,
    SHOP,
    SIZE,
    SOLAR,
    STADIUM,
    STATION,
    UPGRADES_TO,
    WIND,
    WORKSHOP,
)
from ..engine.v0.placing import IN_AREA, reach
from ..engine.v0.policy import OVERTIME_COINS
from ..engine.v0.rng import Stream
from ..engine.v0.round.power import generation
from ..engine.v0.state import DID_POLICY, NOBODY, State
from ..engine.v0.trade import sides
from . import medium
from .dice import dice
from .plots import buildable, plots

TRIES = 10  # places thought of for one action
FEW_PLOTS = 5
CONTENT = 6  # mean happiness below which it thinks of parks and services
INSIGHT = 30  # per cent of its decisions in which it sees what medium sees
GLANCES = 3  # plots compared before building
WORK = (SHOP, OFFICE, WORKSHOP, FARM, HARBOUR, OFFICE, SHOP)
PLANTS = (WIND, WIND, WIND, COAL, SOLAR, HYDRO)
PLEASANT = (PARK, PARK, PLAZA, RESERVE, SCHOOL, CLINIC, POLICE, FIRE_STATION, STATION)
SIGHTS = (MUSEUM, STADIUM, OBSERVATORY, GARDEN)


def decide(state: State, seat: int, salt: bytes) -> list[tuple[int, ...]]:
    """What the seat would like to do, best first; the last is always possible."""
    stream = dice(state, seat, salt)
    reply = _answer(state, seat, stream)
    if reply:
        return reply
    if stream.below(100) < INSIGHT:
        return medium.decide(state, seat, salt)
    if not state.points[seat]:
        return _close(state, seat, stream)
    land = buildable(state, seat)
    sites = plots(state, seat, land)
    mine = [anchor for anchor in state.anchors if state.owner[anchor] == seat]
    people = jobs = power = room = glad = homes = 0
    for anchor in mine:
        kind = state.kind[anchor]
        people += state.residents[anchor]
        room += CAPACITY[kind] - state.residents[anchor]
        jobs += JOBS[kind]
        if CAPACITY[kind]:
            homes += 1
            glad += state.happiness[anchor]
        power += generation(kind, state.terrain[anchor]) - NEED[kind]
    wishes: list[tuple[int, ...]] = []
    if len(sites) < FEW_PLOTS or not stream.below(12):
        _roads(state, seat, stream, wishes)
    if power < 0 or (power < 2 and not stream.below(3)):
        _builds(state, sites, PLANTS, stream, wishes)
    if people >= 12 and state.coins[seat] >= 30 and not stream.below(3):
        _builds(state, sites, SIGHTS, stream, wishes)
    roll = stream.below(10)
    if state.round > 2 and glad < CONTENT * homes and roll < 5:
        _builds(state, sites, PLEASANT, stream, wishes)
    elif room < 4 and roll < 7:
        _upgrades(state, mine, stream, wishes)
        _builds(state, sites, (COTTAGE,), stream, wishes)
    elif jobs < people and roll < 8:
        _builds(state, sites, WORK, stream, wishes)
    elif roll < 3:
        _builds(state, sites, (COTTAGE,), stream, wishes)
    elif roll < 5:
        _upgrades(state, mine, stream, wishes)
    elif roll < 7:
        _builds(state, sites, WORK, stream, wishes)
    _builds(state, sites, PLEASANT, stream, wishes)
    wishes.append((FUND_DRIVE,))
    return wishes


def trade(state: State, seat: int, salt: bytes) -> list[tuple[int, ...]]:
    """What the seat would answer to an offer now; it makes none itself."""
    return _answer(state, seat, dice(state, seat, salt))


def _answer(state: State, seat: int, stream: Stream) -> list[tuple[int, ...]]:
    """Takes one offer in three that it can afford well, at a whim."""
    for offer in sorted(state.offers):
        if offer[2] == seat:
            index = offer[0] * OFFER_SLOTS + offer[1]
            payer, _ = sides(offer)
            fits = payer != seat or 2 * offer[4] <= state.coins[seat]
            if fits and offer[7] and not stream.below(3):
                return [(ACCEPT, index), (DECLINE, index)]
            return [(DECLINE, index)]
    return []


def _builds(
    state: State,
    sites: list[int],
    kinds: tuple[int, ...],
    stream: Stream,
    wishes: list[tuple[int, ...]],
) -> None:
    """A few builds of these kinds on plots drawn from the dice."""
    if not sites:
        return
    for _ in range(TRIES):
        kind = kinds[stream.below(len(kinds))]
        tile = _plot(state, sites, stream)
        if kind == COTTAGE:
            wishes.append((BUILD, kind, tile, 3 + stream.below(2)))
            wishes.append((BUILD, kind, tile, stream.below(3)))
        elif SIZE[kind] == 2:
            for corner in (tile, tile - 1, tile - state.size, tile - state.size - 1):
                if corner >= 0:
                    wishes.append((BUILD, kind, corner, 0))
        else:
            if IS_LANDMARK[kind] and state.holder(kind) != NOBODY:
                continue
            wishes.append((BUILD, kind, tile, 0))


def _plot(state: State, sites: list[int], stream: Stream) -> int:
    """Of a few plots the one beside most buildings: towns grow together."""
    best = -1
    found = 0
    for _ in range(GLANCES):
        tile = sites[stream.below(len(sites))]
        near = 0
        for around in state.geometry.disc(2, tile):
            near += 1 if state.kind[around] else 0
        if near > best:
            best = near
            found = tile
    return found


def _upgrades(state: State, mine: list[int], stream: Stream, wishes: list[tuple[int, ...]]) -> None:
    """The next level of some own building."""
    ready = [anchor for anchor in mine if UPGRADES_TO[state.kind[anchor]]]
    for _ in range(min(TRIES, len(ready))):
        wishes.append((UPGRADE, ready[stream.below(len(ready))]))


def _roads(state: State, seat: int, stream: Stream, wishes: list[tuple[int, ...]]) -> None:
    """Straight roads from some road within reach; now and then an avenue."""
    area = reach(state, seat)
    size = state.size
    starts = [tile for tile in range(len(area)) if state.road[tile] and area[tile] & IN_AREA]
    if not starts:
        return
    for _ in range(TRIES):
        tile = starts[stream.below(len(starts))]
        direction = stream.below(2)
        length = 2 + stream.below(3)
        step = size if direction else 1
        if not stream.below(12):
            wishes.append((AVENUE, tile, direction, length))
        first = tile + step if stream.below(2) else tile - length * step
        if first >= 0 and not _turns_out(state, first, step, length):
            wishes.append((ROAD, first, direction, length))


def _turns_out(state: State, first: int, step: int, length: int) -> bool:
    """Whether people live where this road would lie."""
    for i in range(length):
        tile = first + i * step
        if tile < len(state.kind) and state.kind[tile] and state.residents[tile]:
            return True
    return False


def _close(state: State, seat: int, stream: Stream) -> list[tuple[int, ...]]:
    """The points are spent: overtime for the rich, a new policy now and then, then the end."""
    wishes: list[tuple[int, ...]] = []
    if state.coins[seat] >= 2 * OVERTIME_COINS and not stream.below(3):
        wishes.append((OVERTIME,))
    if not state.done[seat] & DID_POLICY and not stream.below(6):
        wishes.append(
            (POLICY, stream.below(2) + stream.below(2), 1 + stream.below(3), stream.below(7), 0)
        )
    wishes.append((END_TURN,))
    return wishes
