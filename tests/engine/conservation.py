"""Book-keeping beside the rules: every coin and every resident that comes or goes was told.

`Books` is opened on a state before an action and closed on the state after it: what the events
tell, priced here from the catalogue, must explain every difference.
"""

from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes as e
from games.engine.v0.state import HILL, NEUTRAL, WATER, State

Event = tuple[int, ...]


class Books:
    """What a state holds that may not vanish: coins by seat, residents by tile."""

    def __init__(self, state: State) -> None:
        self.coins = list(state.coins)
        self.residents = list(state.residents)
        self.terrain = bytes(state.terrain)
        self.kind = bytearray(state.kind)
        self.lighthouse = state.landmark_owner[c.LIGHTHOUSE - 23]
        self.aid = [state.has_ordinance(seat, 6) for seat in range(state.seats)]
        self.contracts = list(state.contracts)
        self.neutral = [not state.active(seat) for seat in range(state.seats)]

    def close(self, events: list[Event], after: State) -> None:
        """Raise AssertionError unless the events explain what `after` holds."""
        if any(event[0] == e.UNDONE for event in events):
            return  # that every byte is restored is tested by itself
        for event in events:
            self._coins(event)
            self._people(event)
        assert self.coins == after.coins
        assert self.residents == list(after.residents)

    def _coins(self, event: Event) -> None:
        code, coins = event[0], self.coins
        if code == e.BUILT:
            coins[event[1]] -= c.COST[event[2]]
            self.kind[event[3]] = event[2]
            if event[2] == c.LIGHTHOUSE:
                self.lighthouse = event[1]
        elif code == e.POLICY_SET:
            self.aid[event[1]] = 6 in event[4:]
        elif code == e.UPGRADED:
            self.kind[event[3]] = event[2]
            aid = 2 if event[2] == c.APARTMENTS and self.aid[event[1]] else 0
            coins[event[1]] -= c.COST[event[2]] - aid
        elif code == e.ROAD_LAID:
            for tile in event[2:]:
                coins[event[1]] -= self._road(event[1], tile)
                coins[event[1]] += c.COST[self.kind[tile]] // 2
                self.kind[tile] = 0
        elif code == e.AVENUE_LAID:
            coins[event[1]] -= 2 * (len(event) - 2)
        elif code == e.RIGHT_OF_WAY_TAKEN:
            _, seat, tile, owner, price = event
            assert price == 2 * c.COST[self.kind[tile]]
            self.kind[tile] = 0
            coins[seat] -= price + self._road(seat, tile)
            if not self.neutral[owner]:
                coins[owner] += price
        elif code == e.DEMOLISHED:
            assert event[4] == c.INVESTED[event[2]] // 2
            coins[event[1]] += event[4]
            self.kind[event[3]] = 0
        elif code == e.OVERTIME_WORKED:
            coins[event[1]] -= 15
        elif code in (e.FUNDS_RAISED, e.CATCH_UP):
            coins[event[1]] += event[2]
        elif code == e.OFFER_ACCEPTED:
            maker, to, direction, paid = event[1], event[3], event[4], event[5]
            sign = -1 if direction == a.GIVE_COINS else 1
            coins[maker] += sign * paid
            coins[to] -= sign * paid
        elif code == e.RESIGNED and event[2] == NEUTRAL:
            for seller, buyer, _, units, left, paid, total in self.contracts:
                if seller == event[1]:  # what was paid for rounds that never come
                    coins[seller] -= paid * units * left // total
                    coins[buyer] += paid * units * left // total
        elif code == e.INCOME:
            coins[event[1]] += sum(event[2:])
        elif code == e.EVENT_STRUCK:
            for seat, change in enumerate(event[2:]):
                coins[seat] += change

    def _road(self, seat: int, tile: int) -> int:
        if self.terrain[tile] == WATER:
            return 1 if self.lighthouse == seat else 3
        return 2 if self.terrain[tile] == HILL else 1

    def _people(self, event: Event) -> None:
        code, residents = event[0], self.residents
        if code == e.MOVED_IN:
            residents[event[1]] += event[2]
        elif code == e.MOVED_OUT:
            residents[event[1]] -= event[2]
            assert residents[event[1]] >= 0
        elif code == e.DEMOLISHED:
            residents[event[3]] = 0
        elif code == e.ROAD_LAID:
            for tile in event[2:]:
                residents[tile] = 0
        elif code == e.RIGHT_OF_WAY_TAKEN:
            residents[event[2]] = 0


def contracts_balance(events: list[Event]) -> None:
    """Raise AssertionError where the round's trades between seats do not sum to nothing."""
    power_sales, contracts, incomes = 10 - 1, 11 - 1, 0
    total = [0] * 16
    for event in events:
        if event[0] == e.INCOME:
            incomes += 1
            total = [x + y for x, y in zip(total, event[2:], strict=True)]
    if incomes:
        assert total[power_sales] == 0, "power sold and bought"
        assert total[contracts] == 0, "refunds paid and received"
