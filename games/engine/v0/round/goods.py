"""Phase 3: what workplaces make, and where people shop."""

from .. import event_codes
from ..actions import GOODS_UNITS
from ..catalogue import (
    COVER_POLICE,
    COVER_SCHOOL,
    FACTORY,
    FARM,
    GROUP,
    HALL,
    HARBOUR,
    OFFICE,
    PLAZA,
    SHOPS,
    STADIUM,
    WORKSHOP,
)
from ..policy import EXPORT_BOARD, FREE_TRANSIT, NIGHT_MARKET
from ..roads import adjacency, joined
from ..state import DARK, FERTILE, ORE, State
from .context import (
    EXPORTS,
    GOODS,
    HALL_COIN,
    HARBOURS,
    OFFICES,
    SHOPPERS,
    RoundEnd,
)
from .contracts import run_down, settle

SHOPPERS_A_WORKER, PLAZA_SHOPPERS, POLICE_SHOPPERS, MARKET_SHOPPERS = 3, 2, 1, 2
REACH, STADIUM_REACH, TRANSIT_REACH, STATION_STEPS = 14, 4, 4, 2
SHOPPER_COINS, GOODS_COINS, EXPORT_COINS, GOOD_EXPORT_COINS = 1, 2, 1, 2
SCHOOL_COINS, HARBOUR_EXPORTS, BOARD_EXPORTS = 2, 3, 3


def goods(tallies: RoundEnd) -> None:
    """Production, contracts of goods, shopping, then what is left is exported."""
    state = tallies.state
    ports = [0] * state.seats
    produce(tallies, ports)
    stock = deliver(tallies)
    served = shopping(tallies)
    for seat in range(state.seats):
        lines = tallies.lines[seat]
        sold = min(served[seat], stock[seat])
        left = stock[seat] - sold
        better = ports[seat]
        if state.has_ordinance(seat, EXPORT_BOARD):
            better += BOARD_EXPORTS
        better = min(left, better)
        lines[SHOPPERS] += served[seat] * SHOPPER_COINS
        lines[GOODS] += sold * GOODS_COINS
        lines[EXPORTS] += better * GOOD_EXPORT_COINS + (left - better) * EXPORT_COINS
        state.exported[seat] = left


def goods_made(state: State, anchor: int, workers: int) -> int:
    """Goods a workplace makes a round with so many workers."""
    kind = state.kind[anchor]
    if not workers:
        return 0
    on_ore = state.terrain[anchor] == ORE
    if kind == WORKSHOP:
        return workers + (1 if on_ore else 0)
    if kind == FACTORY:
        return workers + (workers // 2 if on_ore else 0)
    if kind == FARM:
        fertile = 0
        for tile in state.footprint(anchor):
            fertile += state.terrain[tile] == FERTILE
        return min(2 * workers, fertile)
    return 0


def produce(tallies: RoundEnd, ports: list[int]) -> None:
    """Goods, offices, harbours and halls; `ports` gathers exports at the better price."""
    state = tallies.state
    cover = state.cover()
    for seat in range(state.seats):
        lines = tallies.lines[seat]
        made = 0
        for anchor in tallies.mine[seat]:
            workers = state.workers[anchor]
            if not workers:
                continue
            kind = state.kind[anchor]
            if kind == OFFICE:
                lines[OFFICES] += workers
                if cover[anchor] & COVER_SCHOOL:
                    lines[OFFICES] += SCHOOL_COINS
            elif kind == HARBOUR:
                lines[HARBOURS] += workers
                ports[seat] += HARBOUR_EXPORTS * workers
            elif kind == HALL:
                lines[HALL_COIN] += workers == 2
            else:
                made += goods_made(state, anchor, workers)
        state.goods[seat] = made


def deliver(tallies: RoundEnd) -> list[int]:
    """Contracts of goods in the order they were made; the goods each seat then has to sell.

    `state.goods` stays what a seat made: goods bought are no goods made.
    """
    state = tallies.state
    left = list(state.goods)
    for seller, buyer, thing, units, _, coins, total in state.contracts:
        if thing == GOODS_UNITS:
            given = min(units, left[seller]) if joined(state, seller, buyer) else 0
            left[seller] -= given
            left[buyer] += given
            settle(tallies, seller, buyer, thing, units, given, coins, total)
    run_down(tallies)
    return left


def shop_room(state: State, shop: int) -> int:
    """How many shoppers a shop serves a round."""
    workers = state.workers[shop]
    if not workers or state.flags[shop] & DARK:
        return 0
    room = SHOPPERS_A_WORKER * workers
    for near in state.geometry.neighbours[shop]:
        if state.kind[near] == PLAZA:
            room += PLAZA_SHOPPERS
            break
    if state.cover()[shop] & COVER_POLICE:
        room += POLICE_SHOPPERS
    if state.has_ordinance(state.owner[shop], NIGHT_MARKET):
        room += MARKET_SHOPPERS
    return room


def shop_reach(state: State, seat: int) -> int:
    """Steps along roads from which a seat's shops are visited."""
    return REACH + (STADIUM_REACH if state.holds(seat, STADIUM) else 0)


def transit_reach(state: State, seat: int) -> int:
    """Steps more that the people of a seat go."""
    return TRANSIT_REACH if state.has_ordinance(seat, FREE_TRANSIT) else 0


def station_roads(state: State) -> bytearray:
    """1 for road tiles beside a station that has power."""
    plane = bytearray(state.size * state.size)
    for station in state.stations():
        if not state.flags[station] & DARK:
            for near in state.geometry.neighbours[station]:
                if state.road[near]:
                    plane[near] = 1
    return plane


def shopping(tallies: RoundEnd) -> list[int]:
    """Serve all trips, shortest first; shoppers served by each seat.

    Ties: older home, then older shop. Sets state.served of homes.
    """
    state = tallies.state
    homes = [anchor for anchor in state.anchors if state.residents[anchor]]
    shops = [anchor for anchor in state.anchors if GROUP[state.kind[anchor]] == SHOPS]
    state.served = bytearray(state.size * state.size)
    room = [shop_room(state, shop) for shop in shops]
    wanted = [(state.residents[home] + 1) // 2 for home in homes]
    served = [0] * state.seats
    foreign = [0] * state.seats
    for key in trips(state, homes, shops, room):
        h = key >> 12 & 4095
        s = key & 4095
        n = min(wanted[h], room[s])
        if n > 0:
            wanted[h] -= n
            room[s] -= n
            home = homes[h]
            seat = state.owner[shops[s]]
            state.served[home] += n
            served[seat] += n
            if state.owner[home] != seat:
                foreign[seat] += n
            tallies.events.append((event_codes.SHOPPED, home, shops[s], n, key >> 24))
    state.served_all = served
    state.served_foreign = foreign
    return served


def trips(state: State, homes: list[int], shops: list[int], room: list[int]) -> list[int]:
    """All trips within reach as steps << 24 | home << 12 | shop (list indices), sorted.

    Steps: a road tile 2, an avenue tile 1, counted from the home's road to the shop's; from
    a road at one powered station to a road at another 2 in all. Dial's algorithm (1969)
    from every shop.
    """
    road = state.road
    neighbours = state.geometry.neighbours
    adjacent = adjacency(state)
    stations = station_roads(state)
    platforms = [tile for tile in range(len(stations)) if stations[tile]]
    doors: list[list[int] | None] = [None] * len(road)
    extra = []
    for h in range(len(homes)):
        extra.append(transit_reach(state, state.owner[homes[h]]))
        for near in neighbours[homes[h]]:
            if road[near]:
                row = doors[near]
                if row is None:
                    doors[near] = [h]
                else:
                    row.append(h)
    most_extra = max(extra) if extra else 0
    keys: list[int] = []
    done = [-1] * len(road)
    met = [-1] * len(homes)
    for s in range(len(shops)):
        if not room[s]:
            continue
        reach = shop_reach(state, state.owner[shops[s]])
        limit = reach + most_extra
        ring: list[list[int]] = [[] for _ in range(limit + 3)]
        for near in neighbours[shops[s]]:
            if road[near]:
                ring[3 - road[near]].append(near)
        ridden = not platforms
        for steps in range(1, limit + 1):
            one = ring[steps + 1]
            two = ring[steps + 2]
            for tile in ring[steps]:
                if done[tile] == s:
                    continue
                done[tile] = s
                row = doors[tile]
                if row is not None:
                    for h in row:
                        if met[h] != s:
                            met[h] = s
                            if steps <= reach + extra[h]:
                                keys.append(steps << 24 | h << 12 | s)
                for near, cost in adjacent[tile]:
                    if done[near] != s:
                        if cost == 1:
                            one.append(near)
                        else:
                            two.append(near)
                if not ridden and stations[tile]:
                    ridden = True
                    ring[steps + STATION_STEPS].extend(platforms)
    keys.sort()
    return keys
