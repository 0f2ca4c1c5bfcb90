"""Sealed plans (mode TOGETHER): what one may hold, its digest, and how a state keeps them.

A plan is a flat tuple of steps (`actions.split_steps`). A seat seals it by its digest and shows
it when all have sealed, so that nobody plans with another's plan in sight.
"""

from hashlib import sha256

from . import rejections
from .actions import (
    MOST_BYTES,
    OVERTIME,
    POLICY,
    REVEAL,
    BrokenAction,
    decode_numbers,
    encode_numbers,
    split_steps,
    well_formed,
)
from .catalogue import CENTRAL
from .figures import BrokenState, Reader
from .rejections import Rejection
from .state import (
    AWAIT_DRAW,
    MISSED,
    OPENED,
    OVER,
    PLANNING,
    REVEALING,
    SEALED,
    UNSEALED,
    State,
)

DIGEST_BYTES = 32
_TAG = b"citybuilder/plan/0"

# What a seat that takes part may have come to, by phase.
_ALLOWED = (
    (PLANNING, (UNSEALED, SEALED, MISSED)),
    (REVEALING, (SEALED, MISSED, OPENED)),
    (AWAIT_DRAW, (MISSED, OPENED)),
)


def plan_digest(state: State, seat: int, steps: tuple[int, ...], salt: int) -> int:
    """The digest that seals this plan of the seat for the state's round: 256 bits.

    SHA-256 of the tag, the round and the seat (a byte each), the steps' bytes and the salt's 32;
    a salt that nobody could guess (256 bits) keeps the plan secret. Raises BrokenAction for steps,
    a seat or a salt that no REVEAL can have.
    """
    if not well_formed((REVEAL, seat, salt) + steps):
        raise BrokenAction("not an action")
    place = bytes((state.round, seat))
    told = _TAG + place + encode_numbers(steps) + salt.to_bytes(DIGEST_BYTES, "big")
    return int.from_bytes(sha256(told).digest(), "big")


def check_steps(state: State, seat: int, steps: tuple[int, ...]) -> None:
    """Raise Rejection for well-formed steps that are more than a plan of this seat may hold."""
    policies = overtimes = others = 0
    for _, action in split_steps(steps):
        if action[0] == POLICY:
            policies += 1
        elif action[0] == OVERTIME:
            overtimes += 1
        else:
            others += 1
    if policies > 1:
        raise Rejection(rejections.POLICY_DONE)
    if overtimes > 1:
        raise Rejection(rejections.OVERTIME_DONE)
    most = state.points[seat] + overtimes + (1 if state.holds(seat, CENTRAL) else 0)
    if others > most:
        raise Rejection(rejections.PLAN_TOO_LONG, most, others)


def encode_seals(state: State) -> bytes:
    """Seat by seat: what has become of its plan, then the digest or the plan; see docs/rules.md."""
    out = bytearray()
    for seat in range(state.seats):
        out.append(state.sealing[seat])
        if state.sealing[seat] == SEALED:
            out.extend(state.digests[seat].to_bytes(DIGEST_BYTES, "big"))
        elif state.sealing[seat] == OPENED:
            steps = encode_numbers(state.plans[seat])
            out.append(len(steps))
            out.extend(steps)
    return bytes(out)


def decode_seals(state: State, reader: Reader) -> None:
    """Fill the plans of a state in. Raises BrokenState for any that its course does not lead to."""
    for seat in range(state.seats):
        status = reader.take(1)[0]
        state.sealing[seat] = status
        if status == SEALED:
            state.digests[seat] = int.from_bytes(reader.take(DIGEST_BYTES), "big")
        elif status == OPENED:
            length = reader.take(1)[0]
            if length > MOST_BYTES:
                raise BrokenState("plan")
            try:
                state.plans[seat] = decode_numbers(reader.take(length))
                check_steps(state, seat, state.plans[seat])
            except (BrokenAction, Rejection):
                raise BrokenState("plan")
    _check_course(state)


def _check_course(state: State) -> None:
    """Refuse what no round comes to and could not go on from."""
    allowed: tuple[int, ...] = (UNSEALED,)
    if state.phase != OVER and state.draws:
        for phase, found in _ALLOWED:
            if phase == state.phase:
                allowed = found
    for seat in range(state.seats):
        if state.sealing[seat] not in (allowed if state.active(seat) else (UNSEALED,)):
            raise BrokenState("seal")
    if state.phase in (PLANNING, REVEALING):
        if not [seat for seat in range(state.seats) if awaited(state, seat)]:
            raise BrokenState("seal")
    for offer in state.offers:
        for seat in (offer[0], offer[2]):
            if state.phase != OVER and state.sealing[seat] != UNSEALED:
                raise BrokenState("offer")


def awaited(state: State, seat: int) -> bool:
    """Whether the course of the round waits for this seat to seal its plan, or to open it."""
    if not state.active(seat):
        return False
    if state.phase == PLANNING:
        return state.sealing[seat] == UNSEALED
    return state.phase == REVEALING and state.sealing[seat] == SEALED
