"""A plan: what an action would cost and do. Made by checking it, carried out by `apply`.

Trying and doing are one path: whoever makes a plan has refused what the rules refuse, and
`act` cannot fail.
"""

from . import rejections
from .act import Act
from .rejections import Rejection
from .state import State


class Plan:
    """points and coins: the price. tiles: every tile whose planes `act` may change.

    act: carries it out. undoable: whether the turn's journal keeps a step; an act that is not
    undoable clears the journal itself.
    """

    def __init__(
        self,
        points: int,
        coins: int,
        tiles: tuple[int, ...],
        act: Act,
        undoable: bool = True,
    ) -> None:
        self.points = points
        self.coins = coins
        self.tiles = tiles
        self.act = act
        self.undoable = undoable


def afford(state: State, seat: int, plan: Plan) -> None:
    """Raise Rejection unless the seat has the points and coins of the plan."""
    if plan.points > state.points[seat]:
        raise Rejection(rejections.NO_POINTS, plan.points, state.points[seat])
    if plan.coins > 0 and plan.coins > state.coins[seat]:
        raise Rejection(rejections.NO_COINS, plan.coins, state.coins[seat])


def need_other_seat(state: State, seat: int, other: int) -> None:
    """Raise Rejection unless `other` is a seat in play and not `seat`."""
    if other >= state.seats:
        raise Rejection(rejections.NO_SUCH_SEAT)
    if other == seat or not state.active(other):
        raise Rejection(rejections.NO_PARTNER)


def need_tile(state: State, tile: int) -> None:
    """Raise Rejection unless the tile is on the map."""
    if tile >= state.size * state.size:
        raise Rejection(rejections.OFF_MAP)


def own_building(state: State, seat: int, tile: int) -> int:
    """The kind of the seat's building whose corner this tile is; raises Rejection."""
    need_tile(state, tile)
    kind = state.kind[tile]
    if not kind or state.part[tile]:
        raise Rejection(rejections.NO_BUILDING)
    if state.owner[tile] != seat:
        raise Rejection(rejections.NOT_YOURS)
    return kind
