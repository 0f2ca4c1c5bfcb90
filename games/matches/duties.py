"""What the platform itself must do next in a match, and when.

A duty is worked out from the match alone, and its command id from the match and the entry that
made it due: two processes that see the same thing fall due write it once.
"""

import hmac

from games.ledger import kinds
from games.ledger.chain import system_command_id
from games.ledger.entries import Details
from games.ledger.fairness import chain_link, chain_start, draw
from games.ledger.genesis import LIVE
from games.matches.command import Command
from games.matches.uptime import GRACE_MS
from games.matches.warm import STAND_IN, Warm

THINK = 0  # a duty to let a bot choose; not a kind of entry
MISSED_TURNS = 2  # after which a bot plays on


class Duty:
    """kind: of the entry, or THINK; seat: whom it is about (SYSTEM: nobody); at: ms UTC, 0: now."""

    __slots__ = ("at", "kind", "seat", "sequence")

    def __init__(self, kind: int, seat: int, at: int, sequence: int) -> None:
        self.kind = kind
        self.seat = seat
        self.at = at
        self.sequence = sequence


def next_duty(warm: Warm) -> Duty | None:
    """The next thing that is the platform's to do, or None while everything waits for people."""
    fold = warm.fold
    if fold.ended:
        return None
    if not fold.roster.started:
        return _unopened(warm)
    state = fold.state
    codes = warm.rules.state
    if state.phase == codes.OVER:
        return Duty(kinds.END, kinds.SYSTEM, 0, fold.sequence)
    if state.phase == codes.AWAIT_DRAW:
        return Duty(kinds.DRAW, kinds.SYSTEM, 0, fold.sequence)
    seat = warm.turn_seat()
    if seat is None:
        return None
    waited_for = state.status[seat] == codes.ABSENT and warm.deserted()
    if warm.bot_level(seat) and not waited_for:
        return Duty(THINK, seat, 0, fold.sequence)
    if warm.owed():
        return Duty(kinds.STAFF, kinds.SYSTEM, 0, fold.sequence)
    if waited_for:
        # Nobody is there: the turn is left to the mayor for its own time, bank aside.
        clock = fold.clock
        own = clock.since + fold.genesis.clock.turn + clock.extra
        return Duty(THINK, seat, own, fold.sequence)
    deadline = warm.deadline()
    if deadline is None:
        return None
    # With days for a turn only the deadline counts: nobody is stood in for.
    for number in range(state.seats) if fold.genesis.clock.kind == LIVE else ():
        if state.status[number] == codes.MAYOR and state.missed[number] >= MISSED_TURNS:
            if not fold.roster.seats[number].bot and number not in warm.back:
                return Duty(kinds.TAKEOVER, number, 0, fold.sequence)
    return Duty(kinds.TIME_OUT, seat, deadline, fold.sequence)


def takes_absence(duty: Duty) -> bool:
    """Whether the duty is due only because somebody has let time pass."""
    if duty.kind == THINK:
        return duty.at > 0
    return duty.kind in (kinds.TIME_OUT, kinds.TAKEOVER, kinds.LEAVE)


def _unopened(warm: Warm) -> Duty | None:
    """The seat that must be removed first because it did not open, or did not commit anew."""
    roster = warm.fold.roster
    due = [(roster.due_since(number), number) for number in range(len(roster.seats))]
    found = [(at, number) for at, number in due if at is not None]
    if not found:
        return None
    at, number = min(found)
    if warm.outages:
        at = max(at, warm.outages[-1].ended + GRACE_MS)
    return Duty(kinds.LEAVE, number, at, warm.fold.sequence)


def due_at(warm: Warm) -> int | None:
    """When the platform must act next, ms UTC; None while everything waits for people."""
    duty = next_duty(warm)
    if duty is None:
        return None
    return duty.at or warm.fold.clock.time


def credit(warm: Warm) -> Command | None:
    """The command that gives the turn that runs its time of an outage back; None if none is owed.

    It goes before anything that a person does: an end of the turn would charge the mayor's bank for
    the outage. The platform's own next duty it is anyway.
    """
    duty = next_duty(warm)
    if duty is None or duty.kind != kinds.STAFF:
        return None
    return command_of(warm, duty)


def command_of(warm: Warm, duty: Duty) -> Command:
    """The command that does a duty other than THINK."""
    details = Details()
    codes = warm.rules.actions
    action: tuple[int, ...] = ()
    preimage = b""
    if duty.kind == kinds.DRAW:
        preimage, value = _next_draw(warm)
        action = (codes.DRAW, value)
    elif duty.kind == kinds.TIME_OUT:
        action = (codes.TIMEOUT, duty.seat)
    elif duty.kind == kinds.TAKEOVER:
        action = (codes.TAKEOVER, duty.seat)
        details.bot = STAND_IN
    elif duty.kind == kinds.HAND_BACK:
        action = (codes.HAND_BACK, duty.seat)
    elif duty.kind == kinds.LEAVE:
        details.reason = kinds.DID_NOT_OPEN
        details.of = duty.seat
    elif duty.kind == kinds.END:
        details.reason = kinds.PLAYED_OUT
    elif duty.kind == kinds.STAFF:
        details.code = kinds.EXTEND
        details.of = kinds.SYSTEM
        details.value = warm.owed()[0][1]
    return Command(
        warm.id,
        duty.kind,
        kinds.CLOCK,
        kinds.SYSTEM,
        _command_id(warm, duty),
        action=warm.rules.encode_action(action) if action else b"",
        preimage=preimage,
        details=details,
        due=duty.sequence,
    )


def bot_command(warm: Warm, duty: Duty, action: bytes) -> Command:
    """The command by which a bot plays the action it has chosen."""
    return Command(
        warm.id,
        kinds.ACTION,
        kinds.BOT,
        duty.seat,
        _command_id(warm, duty),
        action=action,
        due=duty.sequence,
    )


def salt_of(warm: Warm) -> bytes:
    """What makes bots play differently in different matches."""
    return warm.fold.genesis.match_id


def _command_id(warm: Warm, duty: Duty) -> bytes:
    if duty.kind == kinds.STAFF:
        return warm.owed()[0][0]
    kind = duty.kind or kinds.ACTION
    made = system_command_id(warm.fold.genesis.match_id, kind, duty.seat, duty.sequence)
    if duty.kind != THINK:
        return made
    # It stands under a mayor's seat: one that the mayor could foretell could be used up
    # beforehand, and whoever stood in would be refused for ever.
    return hmac.digest(bytes(warm.row.secret), made, "sha256")[:16]


def _next_draw(warm: Warm) -> tuple[bytes, int]:
    """The next link of the match's chain, and the number it draws."""
    fold = warm.fold
    genesis = fold.genesis
    index = fold.draws.count + 1
    start = chain_start(bytes(warm.row.secret), genesis.match_id)
    link = chain_link(start, genesis.links, index)
    value = draw(genesis.match_id, fold.roster.attempt, index, link, fold.roster.nonces())
    return link, value
