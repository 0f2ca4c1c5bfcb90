"""A board to plan on while all plan at once."""

from .codec import copy
from .planning import need_planning
from .state import IN_TURN, PLAY, State


def draft(state: State, seat: int) -> State:
    """An independent state in which it is this seat's turn alone, with its points of the round.

    On it the seat's plan is tried with the whole face, undo, masks and previews included: the
    actions that it accepts, trade and END_TURN left out, are the steps of a plan. Offers from and
    to the seat are gone, as they will be when it has sealed. Raises Rejection (NO_SUCH_SEAT,
    MATCH_OVER, SEAT_RESIGNED, NOT_PLANNING) where the seat has nothing to plan.
    """
    need_planning(state, seat)
    board = copy(state)
    board.setup = dict(state.setup)
    board.setup["mode"] = IN_TURN
    board.forget_plans()
    board.phase = PLAY
    board.turn = (seat - state.starter) % state.seats
    for other in range(state.seats):
        if other != seat:
            board.points[other] = 0
    board.offers = [offer for offer in state.offers if seat not in (offer[0], offer[2])]
    return board
