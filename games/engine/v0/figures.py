"""The figures of a state as bytes: all that is neither a plane, a building nor the journal.

Scalars, goals, landmark holders and seat lists are 32-bit big-endian words (two's complement),
offers and contracts counted rows of 16-bit words. docs/rules.md has the table.
"""

import struct

from .actions import (
    COIN_STEPS,
    CONTRACTS_A_SELLER,
    GOODS_UNITS,
    MOST_ROUNDS,
    OFFER_SLOTS,
    OFFERS_A_TURN,
    POWER_UNITS,
    TILE,
    UNIT_STEPS,
)
from .bags import GOALS
from .state import MOST_COINS, NOBODY, SCALARS, SEAT_LISTS, State

# Seat lists whose words may be negative.
_SIGNED = ("coins", "spare", "quarter_points", "income", "score")
_MOST = {
    "points": 16,
    "kept": 1,
    "tax": 2,
    "ordinance": 6,
    "ordinance2": 6,
    "status": 3,
    "missed": 255,
    "done": 7,
    "offers_made": OFFERS_A_TURN,
    "goal_points": 18,
    "goal_mask": 7,
}


class BrokenState(Exception):
    """Bytes that are no state. reason: a short code word for logs."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _rows(rows: list[tuple[int, ...]]) -> bytes:
    out = [struct.pack(">H", len(rows))]
    for row in rows:
        for value in row:
            out.append(struct.pack(">H", value))
    return b"".join(out)


def encode_figures(state: State) -> bytes:
    """Everything that is neither a plane nor a list of corners nor the journal."""
    words = []
    for name, _ in SCALARS:
        words.append(getattr(state, name))
    words += state.goals
    words += state.goal_stage
    words += state.landmark_owner
    for name in SEAT_LISTS:
        words += getattr(state, name)
    figures = struct.pack(">" + str(len(words)) + "i", *words)
    if state.offers or state.contracts:
        return figures + _rows(state.offers) + _rows(state.contracts)
    return figures + b"\x00\x00\x00\x00"


class Reader:
    """Takes fields off bytes; raises BrokenState past their end."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count > len(self.data) - self.at:
            raise BrokenState("truncated")
        self.at += count
        return self.data[self.at - count : self.at]

    def short(self) -> int:
        """The next 16-bit word."""
        return int(struct.unpack(">H", self.take(2))[0])

    def rows(self, width: int, most: int) -> list[tuple[int, ...]]:
        """A counted list of rows of 16-bit words."""
        count = self.short()
        if count > most:
            raise BrokenState("too many rows")
        return [tuple([self.short() for _ in range(width)]) for _ in range(count)]


def decode_figures(state: State, reader: Reader) -> None:
    """Fill scalars, seat lists, offers and contracts in; every value is checked."""
    seats = state.seats
    goals, landmarks = len(state.goals), len(state.landmark_owner)
    count = len(SCALARS) + 2 * goals + landmarks + len(SEAT_LISTS) * seats
    words = struct.unpack(">" + str(count) + "i", reader.take(4 * count))
    at = 0
    for name, most in SCALARS:
        if words[at] < 0 or words[at] > most:
            raise BrokenState(name)
        setattr(state, name, words[at])
        at += 1
    state.goals = list(words[at : at + goals])
    at += goals
    state.goal_stage = list(words[at : at + goals])
    at += goals
    state.landmark_owner = list(words[at : at + landmarks])
    at += landmarks
    for name in SEAT_LISTS:
        values = list(words[at : at + seats])
        most = _MOST.get(name, MOST_COINS)
        for value in values:
            if value > most or value < (-MOST_COINS if name in _SIGNED else 0):
                raise BrokenState(name)
        setattr(state, name, values)
        at += seats
    state.offers = reader.rows(8, OFFER_SLOTS * seats)
    state.contracts = reader.rows(7, CONTRACTS_A_SELLER * seats)
    _check_figures(state)


def _check_figures(state: State) -> None:
    tiles = state.size * state.size
    if state.turn >= state.seats or state.starter >= state.seats or state.round < 1:
        raise BrokenState("turn")
    for goal in state.goals:
        if goal < 0 or goal > GOALS:
            raise BrokenState("goals")
    for stage in state.goal_stage:
        if stage < 0 or stage > 2:
            raise BrokenState("goal stage")
    for holder in state.landmark_owner:
        if holder != NOBODY and (holder < 0 or holder >= state.seats):
            raise BrokenState("landmark")
    for seat in range(state.seats):
        if state.hall[seat] >= tiles or not 1 <= state.price[seat] <= 3:
            raise BrokenState("seat")
    places = [offer[:2] for offer in state.offers]
    for maker, slot, to, direction, coins, thing, what, rounds in state.offers:
        if places.count((maker, slot)) > 1 or maker == to:
            raise BrokenState("offer")
        if maker >= state.seats or to >= state.seats or slot >= OFFER_SLOTS or direction > 1:
            raise BrokenState("offer")
        if (
            coins > COIN_STEPS[-1]
            or not POWER_UNITS <= thing <= TILE
            or what >= 4096
            or rounds > MOST_ROUNDS
        ):
            raise BrokenState("offer")
        if thing == TILE and what >= tiles:
            raise BrokenState("offer")
    sellers = [contract[0] for contract in state.contracts]
    for seller, buyer, thing, units, left, coins, total in state.contracts:
        if sellers.count(seller) > CONTRACTS_A_SELLER or seller == buyer:
            raise BrokenState("contract")
        if seller >= state.seats or buyer >= state.seats or not POWER_UNITS <= thing <= GOODS_UNITS:
            raise BrokenState("contract")
        if (
            units > UNIT_STEPS[-1]
            or not 1 <= left <= MOST_ROUNDS
            or coins > COIN_STEPS[-1]
            or not 1 <= total <= UNIT_STEPS[-1] * MOST_ROUNDS
        ):
            raise BrokenState("contract")
