"""The course of a match: turns, the draw, resigning, the platform's own actions, the end."""

from hashlib import sha256

from . import event_codes, rejections
from .actions import CLOSE, DRAW, EXPEL, HAND_BACK, SYSTEM, TAKEOVER, TIMEOUT
from .bags import ALL_EVENTS, ALL_WINDS, take
from .journal import clear
from .plan import Plan
from .rejections import Rejection
from .round import end_of_round
from .scoring import prestige, standings
from .state import (
    ABSENT,
    AWAIT_DRAW,
    BOT_AFTER_RESIGNING,
    GOES_TO_BOT,
    MAYOR,
    NEUTRAL,
    OVER,
    PLAY,
    SEEDED,
    State,
    number,
)
from .trade import end_contracts, lapse

KEPT_POINTS = 1
GOALS_DRAWN = 3
_DRAW_TAG = b"citybuilder/seeded-draw/0"


def begin_match(state: State, events: list[tuple[int, ...]]) -> None:
    """After the map is made: the opening draw, or the wait for it."""
    next_draw(state, events)


def next_draw(state: State, events: list[tuple[int, ...]]) -> None:
    """With seeded chance the state draws by itself; else it waits for SYSTEM."""
    if number(state.setup, "chance") == SEEDED:
        seed = state.setup["seed"]
        assert isinstance(seed, bytes)
        digest = sha256(_DRAW_TAG + seed + bytes((state.draws,))).digest()
        take_draw(state, int.from_bytes(digest, "big"), events)
    else:
        state.phase = AWAIT_DRAW


def take_draw(state: State, value: int, events: list[tuple[int, ...]]) -> None:
    """Turn a 256-bit number into cards by repeated division, then begin the next round.

    The opening draw gives three goals and the wind; each later one the next round's event
    and wind. Every bag is emptied before it is filled again.
    """
    if not state.draws:
        for i in range(GOALS_DRAWN):
            card, state.goal_bag, value = take(state.goal_bag, value)
            state.goals[i] = card + 1
        events.append((event_codes.GOALS_DRAWN,) + tuple(state.goals))
    else:
        if not state.event_bag:
            state.event_bag = ALL_EVENTS
        card, state.event_bag, value = take(state.event_bag, value)
        state.forecast = card + 1
    if not state.wind_bag:
        state.wind_bag = ALL_WINDS
    state.wind, state.wind_bag, value = take(state.wind_bag, value)
    events.append((event_codes.FORECAST, state.forecast, state.wind))
    if state.draws:
        state.round += 1
        state.starter = next_starter(state)
        state.forget_reach()
    state.draws += 1
    state.turn = 0
    state.phase = PLAY
    events.append((event_codes.ROUND_BEGAN, state.round, state.starter))
    begin_turn(state, events)


def next_starter(state: State) -> int:
    """The next seat that takes turns; were neutral ones counted, the seat after would profit."""
    seat = (state.starter + 1) % state.seats
    while not state.active(seat):
        seat = (seat + 1) % state.seats
    return seat


def begin_turn(state: State, events: list[tuple[int, ...]]) -> None:
    """Give the turn to the next seat that takes turns, or end the round."""
    while state.turn < state.seats:
        seat = (state.starter + state.turn) % state.seats
        if state.active(seat):
            points = number(state.setup, "points") + state.kept[seat] + state.cranes
            state.points[seat] = points
            state.kept[seat] = 0
            events.append((event_codes.TURN_BEGAN, seat, points))
            return
        state.turn += 1
    state.turn = 0
    end_of_round(state, events)
    if state.round >= state.rounds:
        end_match(state, events)
    else:
        next_draw(state, events)


def end_turn(state: State, seat: int, by_clock: bool, events: list[tuple[int, ...]]) -> None:
    """The seat's turn is over; at most one unspent point is kept, none if the clock ended it."""
    kept = 0 if by_clock else min(KEPT_POINTS, state.points[seat])
    state.missed[seat] = min(255, state.missed[seat] + 1) if by_clock else 0
    close_turn(state, seat, kept)
    events.append((event_codes.TURN_ENDED, seat, kept, 1 if by_clock else 0))
    lapse(state, seat, False, events)
    state.turn += 1
    begin_turn(state, events)


def close_turn(state: State, seat: int, kept: int) -> None:
    """Put the turn's own figures back and forget what could be undone."""
    state.kept[seat] = kept
    state.points[seat] = 0
    state.done[seat] = 0
    state.offers_made[seat] = 0
    clear(state)


def plan_end_turn(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(END_TURN,)."""

    def act(events: list[tuple[int, ...]]) -> None:
        end_turn(state, seat, False, events)

    return Plan(0, 0, (), act, False)


def resign(state: State, seat: int, events: list[tuple[int, ...]]) -> None:
    """The mayor leaves: the borough goes neutral, or a bot plays it on, unranked."""
    turn = state.turn_seat()
    mine = turn == seat
    to_bot = number(state.setup, "resigned") == GOES_TO_BOT
    state.status[seat] = BOT_AFTER_RESIGNING if to_bot else NEUTRAL
    events.append((event_codes.RESIGNED, seat, state.status[seat]))
    if not to_bot:
        lapse(state, seat, True, events)
        end_contracts(state, seat, events)
    clear(state)
    left = [s for s in range(state.seats) if state.status[s] in (MAYOR, ABSENT)]
    if len(left) <= 1:
        if turn != SYSTEM:
            close_turn(state, turn, 0)
        end_match(state, events)
    elif mine and not to_bot:
        close_turn(state, seat, 0)
        state.turn += 1
        begin_turn(state, events)


def plan_resign(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(RESIGN,): at any time before the end, also out of turn."""
    if state.status[seat] not in (MAYOR, ABSENT):
        raise Rejection(rejections.SEAT_RESIGNED)

    def act(events: list[tuple[int, ...]]) -> None:
        resign(state, seat, events)

    return Plan(0, 0, (), act, False)


def end_match(state: State, events: list[tuple[int, ...]]) -> None:
    """The match is over: final prestige and ranks. The caller has closed an open turn."""
    state.phase = OVER
    state.forecast = 0
    for seat in range(state.seats):
        state.score[seat] = sum(prestige(state, seat))
    events.append((event_codes.MATCH_ENDED,) + tuple(standings(state)))


def plan_system(state: State, action: tuple[int, ...]) -> Plan:
    """What only the platform does: DRAW, TIMEOUT, TAKEOVER, HAND_BACK, EXPEL, CLOSE."""
    kind = action[0]
    if state.phase == OVER:
        raise Rejection(rejections.MATCH_OVER)
    if kind == DRAW:
        if state.phase != AWAIT_DRAW:
            raise Rejection(rejections.NOT_AWAITING_DRAW)
    elif kind != CLOSE:
        seat = action[1]
        if seat >= state.seats:
            raise Rejection(rejections.NO_SUCH_SEAT)
        if kind == TIMEOUT:
            if state.phase != PLAY:
                raise Rejection(rejections.AWAITING_DRAW)
            if state.turn_seat() != seat:
                raise Rejection(rejections.NOT_YOUR_TURN)
        status = state.status[seat]
        if (
            (kind == TAKEOVER and status != MAYOR)
            or (kind == HAND_BACK and status != ABSENT)
            or (kind == EXPEL and status not in (MAYOR, ABSENT))
        ):
            raise Rejection(rejections.WRONG_STATUS)

    def act(events: list[tuple[int, ...]]) -> None:
        if kind == DRAW:
            take_draw(state, action[1], events)
        elif kind == TIMEOUT:
            end_turn(state, action[1], True, events)
        elif kind == TAKEOVER or kind == HAND_BACK:
            now = ABSENT if kind == TAKEOVER else MAYOR
            state.status[action[1]] = now
            clear(state)
            events.append((event_codes.STATUS_CHANGED, action[1], now))
        elif kind == EXPEL:
            resign(state, action[1], events)
        else:
            if state.turn_seat() != SYSTEM:
                close_turn(state, state.turn_seat(), 0)
            end_match(state, events)

    return Plan(0, 0, (), act, False)
