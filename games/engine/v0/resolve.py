"""What the sealed plans come to: step by step, each checked anew when its turn comes."""

from . import event_codes
from .actions import BUILD, OVERTIME, POLICY, UPGRADE, at_fallback, split_steps
from .catalogue import IS_LANDMARK, UPGRADES_TO
from .rejections import Rejection
from .scoring import prestige
from .state import State
from .steps import carry_out, plan_step


class Step:
    """One step of a seat's plan. number: its place there, from 1; fallback: 0, or a tile + 1."""

    def __init__(self, seat: int, number: int, fallback: int, action: tuple[int, ...]) -> None:
        self.seat = seat
        self.number = number
        self.fallback = fallback
        self.action = action


def resolve(state: State, value: int, events: list[tuple[int, ...]]) -> int:
    """Carry all opened plans out; what is left of the draw's number `value`.

    First overtime and policy of every seat, in play order. Then the first of the other steps of
    every seat, the second, and so on: the number says who begins with the first, with each
    further one it is the next in play order.
    """
    order = [seat for seat in state.order() if state.active(seat)]
    first = value % len(order)
    value = value // len(order)
    score = [sum(prestige(state, seat)) for seat in range(state.seats)]
    queues: list[list[Step]] = [[] for _ in range(state.seats)]
    events.append((event_codes.ORDER_DRAWN,) + tuple(order[first:] + order[:first]))
    for seat in order:
        for step in early_steps(state, seat, queues[seat]):
            take(state, step, events)
    place = 0
    while True:
        start = (first + place) % len(order)
        now = []
        for seat in order[start:] + order[:start]:
            if place < len(queues[seat]):
                now.append(queues[seat][place])
        if not now:
            return value
        for step in settle_clashes(state, now, score):
            take(state, step, events)
        place += 1


def early_steps(state: State, seat: int, others: list[Step]) -> list[Step]:
    """A seat's overtime and its policy, in this order; its other steps are put into `others`."""
    overtime: list[Step] = []
    policy: list[Step] = []
    number = 0
    for fallback, action in split_steps(state.plans[seat]):
        number += 1
        step = Step(seat, number, fallback, action)
        if action[0] == OVERTIME:
            overtime.append(step)
        elif action[0] == POLICY:
            policy.append(step)
        else:
            others.append(step)
    return overtime + policy


def take(state: State, step: Step, events: list[tuple[int, ...]]) -> None:
    """Do the step, or the same at its fallback; else it costs nothing."""
    seat = step.seat
    code = 0
    try:
        made = plan_step(state, seat, step.action)
    except Rejection as rejection:
        code = rejection.code
        try:
            if not step.fallback:
                raise rejection
            made = plan_step(state, seat, at_fallback(step.action, step.fallback))
        except Rejection:
            events.append((event_codes.STEP_FAILED, seat, step.number, code))
            return
    events.append((event_codes.STEP, seat, step.number, 1 if code else 0))
    carry_out(state, seat, made, events)


def settle_clashes(state: State, steps: list[Step], score: list[int]) -> list[Step]:
    """The steps in the order in which they are taken.

    Those that name the same landmark share their places: who holds fewer landmarks goes first,
    then who had less prestige before the first step (`score`), then who was first.
    """
    order = list(steps)
    wanted = [landmark_of(state, step) for step in steps]
    for i in range(len(steps)):
        if not wanted[i] or wanted[i] in wanted[:i]:
            continue
        places = [j for j in range(len(steps)) if wanted[j] == wanted[i]]
        rows = []
        for j in places:
            seat = steps[j].seat
            rows.append((state.landmark_owner.count(seat), score[seat], j))
        rows.sort()
        for k in range(len(places)):
            order[places[k]] = steps[rows[k][2]]
    return order


def landmark_of(state: State, step: Step) -> int:
    """The landmark that the step would build or upgrade to at its first tile; 0 for none."""
    action = step.action
    kind = 0
    if action[0] == BUILD:
        kind = action[1]
    elif action[0] == UPGRADE and action[1] < len(state.kind):
        tile = action[1]
        if state.owner[tile] == step.seat and not state.part[tile]:
            kind = UPGRADES_TO[state.kind[tile]]
    return kind if IS_LANDMARK[kind] else 0
