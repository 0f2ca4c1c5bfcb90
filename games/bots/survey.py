"""How a borough stands, worked out once for a decision: what all candidates are valued by."""

from ..engine.v0.actions import POWER_UNITS
from ..engine.v0.catalogue import (
    BASE_HAPPINESS,
    CAPACITY,
    GROUP,
    JOBS,
    KINDS,
    NEED,
    SHOPS,
    SMOKE,
    UPKEEP,
)
from ..engine.v0.policy import HOUSING_AID
from ..engine.v0.roads import joined
from ..engine.v0.round.goods import SHOPPERS_A_WORKER, shop_room
from ..engine.v0.round.happiness import TAX_HAPPINESS, market_noise, station_comfort
from ..engine.v0.round.money import TAX_DIVISOR
from ..engine.v0.round.power import generation
from ..engine.v0.round.smog import blow, strength
from ..engine.v0.state import IN_QUARTER, MOST_HAPPY, State
from .aims import Aims
from .forecast import forecast_coins
from .plots import Block, block_map, buildable, plots, squares, ways_out
from .worth import coin_worth, flow_worth, held, scale

OWN_DRAW, VALLEY_DRAW = 2, 2
HOPED = 125  # per cent of the draw that may come, with those whom rivals cannot house
TOLLS = (2500, 700, 200)  # a plot that is one of few, several, many ways out


class Survey:
    """A seat's position. All worths are in thousandths of a point of prestige.

    left: rounds to play, this one included. coin: worth of a coin now; flow: of a coin at the end
    of every round left. mine: own corners, oldest first; count: own buildings by kind. spare:
    own power above need; offered: power that joined rivals have too much of. free: room in own
    homes that people would move into. draw: people the borough can hope for a round. absorb:
    hundredths of people still to come for whom there is no room yet. sites, corners: plots and
    2x2 squares; mood: what a home would feel at a tile, beside its base. valued: how many
    candidates have been valued so far.
    """

    def __init__(self, state: State, seat: int) -> None:
        self.state = state
        self.seat = seat
        self.valued = 0
        self.left = state.rounds - state.round + 1
        percent = scale(state.coins[seat])
        self.coin = coin_worth(self.left - 1) * percent // 100
        self.flow = flow_worth(self.left, percent)
        self._count()
        self._foresee_air()
        self._temper()
        self._people()
        self.land = buildable(state, seat)
        self.sites = plots(state, seat, self.land)
        self.is_site = bytearray(len(self.land))
        for tile in self.sites:
            self.is_site[tile] = 1
        self.corners = squares(state, self.land, self.sites)
        self.blocks: list[Block | None] = block_map(state, seat)
        self._gates()
        self.aims = Aims(
            state, seat, self.left, self.count, self.mine, self.generated, self.room + self.new_room
        )
        coins = forecast_coins(state, seat, self.mine, self.spare)
        for kind in range(KINDS):
            self.aims.bonus[kind] += coins[kind] * self.coin // 100

    def _count(self) -> None:
        state = self.state
        seats = state.seats
        self.mine: list[int] = []
        self.homes: list[int] = []  # of everybody
        self.count = [0] * KINDS
        self.upkeep = 0
        self.people = self.capacity = self.jobs = self.generated = 0
        balance = [0] * seats
        self.room = 0  # shoppers that own shops can serve
        self.new_room = 0  # that shops of anybody without workers yet will serve
        for anchor in state.anchors:
            kind = state.kind[anchor]
            owner = state.owner[anchor]
            made = generation(kind, state.terrain[anchor])
            balance[owner] += made - NEED[kind]
            if CAPACITY[kind]:
                self.homes.append(anchor)
            elif GROUP[kind] == SHOPS and not state.workers[anchor]:
                self.new_room += SHOPPERS_A_WORKER * JOBS[kind]
            if owner == self.seat:
                self.mine.append(anchor)
                self.count[kind] += 1
                self.people += state.residents[anchor]
                self.capacity += CAPACITY[kind]
                self.jobs += JOBS[kind]
                self.generated += made
                self.upkeep += UPKEEP[kind]
                if GROUP[kind] == SHOPS:
                    self.room += shop_room(state, anchor)
        self.balance = balance
        self.spare = balance[self.seat]
        for seller, buyer, thing, units, _, _, _ in state.contracts:
            if thing == POWER_UNITS:
                if seller == self.seat:
                    self.spare -= units
                elif buyer == self.seat:
                    self.spare += units
        self.offered = 0
        self.asked = 0  # power that joined rivals lack
        self.rivals: list[int] = []  # active and joined by road
        for other in range(seats):
            if other != self.seat and state.active(other) and joined(state, self.seat, other):
                self.rivals.append(other)
                self.offered += max(0, balance[other])
                self.asked += max(0, -balance[other])

    def _foresee_air(self) -> None:
        """haze: the smog of this round's end if nothing is built."""
        state = self.state
        air = bytearray([value >> 1 for value in state.smog])
        self.smoke = 0
        for anchor in state.anchors:
            if SMOKE[state.kind[anchor]]:
                power = strength(state, anchor)
                if state.owner[anchor] == self.seat:
                    self.smoke += max(power, SMOKE[state.kind[anchor]] - 1)
                blow(state, air, anchor, power)
        self.haze = air

    def _temper(self) -> None:
        """What all homes of the borough feel alike, and the planes behind `mood`."""
        state = self.state
        seat = self.seat
        self.idle_now = max(0, self.people - self.jobs)
        idle = self.idle_now
        self.tax = TAX_HAPPINESS[state.tax[seat]]
        temper = self.tax
        if idle * 2 > self.people:
            temper -= 2
        elif idle * 4 > self.people:
            temper -= 1
        if state.has_ordinance(seat, HOUSING_AID):
            temper -= 1
        self.temper = temper
        self.cover = state.cover()
        self.green = state.green()
        self.shore = state.shore()
        self.noise = market_noise(state)
        self.comfort = station_comfort(state)

    def mood(self, tile: int) -> int:
        """What a home would feel at this tile beside its base, shopping and quarter left out."""
        bits = self.cover[tile]
        return (
            (bits & 1)
            + (bits >> 1 & 1)
            + (bits >> 2 & 1)
            + (bits >> 3 & 1)
            + min(2, self.green[tile])
            + self.shore[tile]
            + self.comfort[tile]
            - self.noise[tile]
            - self.haze[tile] // 2
            + self.temper
        )

    def _people(self) -> None:
        """happy: own homes' happiness as it is going to be; who comes and who works."""
        state = self.state
        self.happy: dict[int, int] = {}
        self.want = 0  # trips of own people
        self.unserved = 0
        self.free = 0
        for home in self.homes:
            if state.owner[home] != self.seat:
                continue
            people = state.residents[home]
            wanted = (people + 1) // 2
            short = wanted - min(wanted, state.served[home])
            self.want += wanted
            self.unserved += short
            shopping = 0
            if wanted:
                shopping = 1 if not short else -1 if short == wanted else 0
            quarter = 1 if state.flags[home] & IN_QUARTER else 0
            happy = held(BASE_HAPPINESS[state.kind[home]] + self.mood(home) + shopping + quarter)
            self.happy[home] = happy
            if happy >= 5:
                self.free += CAPACITY[state.kind[home]] - people
        self._glad()
        self.shopping = 1 if self.unserved == 0 else -1 if self.unserved * 2 > self.want else 0
        vacancies = max(0, self.jobs - self.people)
        self.draw = OWN_DRAW + VALLEY_DRAW + vacancies // 2
        self.absorb = max(0, self.draw * self.left * HOPED - 100 * self.free)
        self.idle = self.people + min(self.free, self.draw * min(self.left, 3)) - self.jobs
        self.others_idle = 0
        for other in self.rivals:
            self.others_idle += state.idle[other]
        # Hundredths of a coin a round that one more resident brings.
        work = 75 if self.idle < 0 else 25
        self.resident_coins = 100 // TAX_DIVISOR[state.tax[self.seat]] + work + 30

    def _glad(self) -> None:
        """glad: what one more point of happiness is worth at each own home."""
        state = self.state
        self.glad: dict[int, int] = {}
        for home in self.homes:
            if home not in self.happy:
                continue
            people = state.residents[home]
            happy = self.happy[home]
            value = 120 * people + 90 * (CAPACITY[state.kind[home]] - people) + 120
            if happy in (6, 8):
                value += 200 * people
            self.glad[home] = value if happy < MOST_HAPPY else value // 4

    def _gates(self) -> None:
        """toll: what building on a plot that roads would go through costs."""
        self.gates = ways_out(self.state, self.land, self.sites, self.is_site)
        many = sum(self.gates)
        toll = TOLLS[2] if many > 8 else TOLLS[1] if many > 4 else TOLLS[0]
        self.toll = toll * min(3, self.left - 1) // 3
