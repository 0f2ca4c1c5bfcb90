"""What the phases of a round's end hand to one another."""

from ..state import State

# Lines of a seat's income, in the order of the INCOME event.
TAX, GRANT, HALL_COIN, SHOPPERS, GOODS, EXPORTS, OFFICES, HARBOURS = 0, 1, 2, 3, 4, 5, 6, 7
FEES, POWER_SALES, CONTRACTS, UPKEEP, ORDINANCES, INTEREST = 8, 9, 10, 11, 12, 13
EVENT, CATCH_UP = 14, 15
LINES = 16


class RoundEnd:
    """One round's end under way: the state, the seats in play order, tallies by seat.

    lines[seat][line]: coins of this round so far. mine[seat]: corners of the seat's
    buildings, oldest first. generated: power units made by each seat. pool: newcomers who
    found no home.
    """

    def __init__(self, state: State, events: list[tuple[int, ...]]) -> None:
        self.state = state
        self.events = events
        self.order = state.order()
        seats = state.seats
        self.lines = [[0] * LINES for _ in range(seats)]
        self.mine: list[list[int]] = [[] for _ in range(seats)]
        for anchor in state.anchors:
            self.mine[state.owner[anchor]].append(anchor)
        self.generated = [0] * seats
        self.pool = 0

    def active(self) -> list[int]:
        """Seats with an income, in play order."""
        return [seat for seat in self.order if self.state.active(seat)]

    def coins(self, seat: int) -> int:
        """What the seat would have if the round were paid out now."""
        return self.state.coins[seat] + sum(self.lines[seat])
