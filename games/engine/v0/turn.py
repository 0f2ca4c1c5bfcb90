"""The course of a match: the draw, turns or planning, the end."""

from hashlib import sha256

from . import event_codes
from .bags import ALL_EVENTS, ALL_WINDS, take
from .journal import clear
from .plan import Plan
from .resolve import resolve
from .round import end_of_round
from .scoring import prestige, standings
from .state import AWAIT_DRAW, MISSED, OVER, PLANNING, PLAY, SEEDED, State, number
from .trade import lapse

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
    and wind. Every bag is emptied before it is filled again. Where all plan at once the number
    first says in which order the plans are carried out, and the round ends.
    """
    if state.draws and state.together():
        value = resolve(state, value, events)
        close_plans(state, events)
        end_of_round(state, events)
        if state.round >= state.rounds:
            state.draws += 1
            end_match(state, events)
            return
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
    events.append((event_codes.ROUND_BEGAN, state.round, state.starter))
    if state.together():
        begin_planning(state, events)
    else:
        state.phase = PLAY
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
            give_points(state, seat)
            events.append((event_codes.TURN_BEGAN, seat, state.points[seat]))
            return
        state.turn += 1
    state.turn = 0
    end_of_round(state, events)
    if state.round >= state.rounds:
        end_match(state, events)
    else:
        next_draw(state, events)


def give_points(state: State, seat: int) -> None:
    """The points that the seat has for this round."""
    state.points[seat] = number(state.setup, "points") + state.kept[seat] + state.cranes
    state.kept[seat] = 0


def begin_planning(state: State, events: list[tuple[int, ...]]) -> None:
    """Every seat that takes part has its points and may plan."""
    for seat in range(state.seats):
        if state.active(seat):
            give_points(state, seat)
    state.phase = PLANNING
    events.append((event_codes.PLANNING_BEGAN,) + tuple(state.points))


def close_plans(state: State, events: list[tuple[int, ...]]) -> None:
    """All plans are carried out: what a turn's end does, for every seat in play order."""
    for seat in state.order():
        if state.active(seat):
            missed = state.sealing[seat] == MISSED
            kept = 0 if missed else min(KEPT_POINTS, state.points[seat])
            close_turn(state, seat, kept)
            events.append((event_codes.TURN_ENDED, seat, kept, 1 if missed else 0))
    state.forget_plans()


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


def end_match(state: State, events: list[tuple[int, ...]]) -> None:
    """The match is over: final prestige and ranks. The caller has closed what was under way."""
    state.phase = OVER
    state.forecast = 0
    for seat in range(state.seats):
        state.score[seat] = sum(prestige(state, seat))
    events.append((event_codes.MATCH_ENDED,) + tuple(standings(state)))


def break_off(state: State, events: list[tuple[int, ...]]) -> None:
    """The match ends before its time: a turn under way, or all plans, are closed first."""
    if state.together():
        for seat in range(state.seats):
            close_turn(state, seat, 0)
        state.forget_plans()
    elif state.phase == PLAY:
        close_turn(state, state.turn_seat(), 0)
    end_match(state, events)
