"""Whether a command may be written, and the entry it becomes.

Whatever a person can do wrong is refused here before the fold is touched: a refusal costs a few
lookups, and the warm match stays good. What the fold itself then refuses (`Unverified`) is a
broken invariant or an opening that does not fit; the warm match is thrown away.
"""

from games.ledger import kinds
from games.ledger.entries import Entry
from games.ledger.fairness import opening_commitment
from games.matches import departures, snapshots
from games.matches.command import Command
from games.matches.effects import effects
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.matches.warm import Person, Warm
from games.matches.writer import Append
from games.models import Seat
from games.protocol import codes

MOST_TURN_ENTRIES = 200  # undo and free actions have no end of their own
MOST_ENTRIES = 20_000  # of a match; an archive holds 131,072


def judge(warm: Warm, command: Command) -> Append:
    """Carry the command out on the warm match; what is to be appended.

    Raises Refused, and the warm match is as it was; or Unverified, and it is spoilt.
    """
    _check(warm, command)
    entry = Entry(command.kind, command.authority, command.seat)
    entry.time = max(now_ms(), warm.fold.clock.time)
    entry.command_id = command.command_id
    entry.action = command.action
    entry.preimage = command.preimage
    entry.details = command.details
    before = warm.fold.clock.turn
    attempt = warm.fold.roster.attempt
    was_started = warm.fold.roster.started
    gone = departures.goes(warm, command)
    data = warm.fold.write(entry)
    warm.moved_on(entry, before)
    _seat_people(warm, command, attempt)
    item = effects(warm, entry, data, was_started)
    failed = warm.fold.roster.attempt != attempt
    departures.follow(warm, command, item, gone, failed=failed)
    if snapshots.due(entry):
        item.snapshot = snapshots.pack(warm.kept())
    return item


def _check(warm: Warm, command: Command) -> None:
    fold = warm.fold
    if fold.ended:
        raise Refused(codes.MATCH_OVER)
    _check_room(warm, command)
    if command.due is not None and command.due != fold.sequence:
        raise Refused(codes.STALE, "due no more")
    gathers = command.kind in (kinds.JOIN, kinds.READY, kinds.LEAVE)
    if gathers == fold.roster.started and command.kind != kinds.END:
        raise Refused(codes.NOT_GATHERING if gathers else codes.NOT_PLAYING)
    if command.authority == kinds.PLAYER:
        _check_person(warm, command)
    if command.by_host is not None and command.by_host.user_id != warm.row.host_user_id:
        raise Refused(codes.NOT_HOST)
    if command.kind == kinds.JOIN:
        _check_join(warm, command)
    elif command.kind == kinds.LEAVE:
        _check_leave(warm, command)
    elif command.kind == kinds.READY:
        _check_ready(warm, command)
    elif command.action:
        _check_action(warm, command)


def _check_room(warm: Warm, command: Command) -> None:
    """Refuse what would make a log or a turn grow for ever.

    What ends a turn, and what the platform owes, is let through: few entries are left then, and
    without them nobody could go on, nor could the match end.
    """
    full = warm.fold.sequence >= MOST_ENTRIES
    if command.kind == kinds.JOIN and full:
        raise Refused(codes.TOO_MANY_ENTRIES)
    if command.kind != kinds.ACTION or command.authority != kinds.PLAYER:
        return
    actions = warm.rules.actions
    if command.action in (bytes((actions.END_TURN,)), bytes((actions.RESIGN,))):
        return
    if full:
        raise Refused(codes.TOO_MANY_ENTRIES)
    if warm.turn_entries >= MOST_TURN_ENTRIES and warm.turn_seat() == command.seat:
        raise Refused(codes.TOO_MANY_ENTRIES, "end the turn")


def _check_person(warm: Warm, command: Command) -> None:
    if command.seat >= len(warm.people):
        raise Refused(codes.NOT_SEATED)
    if command.kind != kinds.JOIN and warm.people[command.seat].user_id != command.user_id:
        raise Refused(codes.FORBIDDEN, "another's seat")
    if command.kind == kinds.ACTION:
        if warm.fold.played_by_bot(command.seat):
            raise Refused(codes.NOT_YOUR_TURN, "a bot plays this borough")
        _check_base(warm, command)
        _check_time(warm, command)


def _check_base(warm: Warm, command: Command) -> None:
    """The sender must have seen all that others did; own entries may be on their way to it."""
    base = command.base
    fold = warm.fold
    if base is None:
        return
    if base.epoch != fold.epoch or base.sequence > fold.sequence:
        raise Refused(codes.STALE, "another epoch")
    if base.head != fold.heads[base.sequence]:
        raise Refused(codes.CHAIN, "another history")
    for sequence in range(base.sequence + 1, fold.sequence + 1):
        if warm.seats_of_entries[sequence] != command.seat:
            raise Refused(codes.STALE, "others went on")


def _check_time(warm: Warm, command: Command) -> None:
    deadline = warm.deadline()
    if deadline is not None and warm.turn_seat() == command.seat and now_ms() >= deadline:
        raise Refused(codes.NOT_YOUR_TURN, "the time is over")


def _check_join(warm: Warm, command: Command) -> None:
    roster = warm.fold.roster
    if command.seat >= len(roster.seats):
        raise Refused(codes.NOT_SEATED)
    seat = roster.seats[command.seat]
    if seat.committed:
        raise Refused(codes.SEAT_TAKEN)
    newcomer = command.newcomer
    person = warm.people[command.seat]
    if command.details.bot:
        if seat.taken:
            raise Refused(codes.SEAT_TAKEN)  # a person who is to commit anew
        others = [other for other in roster.seats if other is not seat]
        if all(other.bot for other in others):
            raise Refused(codes.BAD_ORDER, "bots")  # somebody must be there to play
    if newcomer is not None and newcomer.user_id is not None:
        if departures.kept_waiting(warm, newcomer.user_id):
            raise Refused(codes.KEPT_WAITING)
        if person.taken and person.user_id != newcomer.user_id:
            raise Refused(codes.SEAT_TAKEN)
        held = warm.seat_of(newcomer.user_id)
        if held is not None and held != command.seat:
            raise Refused(codes.SEAT_TAKEN, "has a seat already")
        if roster.of_chance() != bool(command.details.commitment):
            raise Refused(codes.BAD_OPENING, "a commitment is missing or not asked for")


def _check_leave(warm: Warm, command: Command) -> None:
    """The host removes whom the host saw on the seat, not whoever sits there by now."""
    if command.by_host is None:
        return
    person = warm.people[command.details.of]
    if not person.taken:
        raise Refused(codes.NOT_SEATED)
    if person.user_id != command.by_host.found:
        raise Refused(codes.STALE, "somebody else sits there now")


def _check_ready(warm: Warm, command: Command) -> None:
    roster = warm.fold.roster
    if not roster.full():
        raise Refused(codes.SEATS_FREE)
    if roster.seats[command.seat].opened:
        raise Refused(codes.READY_ALREADY)
    if roster.of_chance() != bool(command.preimage):
        raise Refused(codes.BAD_OPENING, "an opening is missing or not asked for")
    if command.preimage:
        match_id = warm.fold.genesis.match_id
        if len(command.preimage) != kinds.OPENING_BYTES:
            raise Refused(codes.BAD_OPENING)
        made = opening_commitment(match_id, roster.attempt, command.seat, command.preimage)
        if made != roster.seats[command.seat].commitment:
            raise Refused(codes.BAD_OPENING)


def _check_action(warm: Warm, command: Command) -> None:
    rules = warm.rules
    try:
        action = rules.decode_action(command.action)
    except rules.BrokenAction as error:
        raise Refused(codes.MALFORMED, f"no action: {error}") from error
    seat = command.seat if command.kind == kinds.ACTION else kinds.SYSTEM
    if not rules.check(warm.fold.state, seat, action):
        return
    try:
        rules.apply(warm.fold.state, seat, action)  # refuses, and says by how much
    except rules.Rejection as error:
        turn = error.code == rules.rejections.NOT_YOUR_TURN
        code = codes.NOT_YOUR_TURN if turn else codes.ILLEGAL
        raise Refused(code, rejection=error.code, need=error.need, have=error.have) from error


def _seat_people(warm: Warm, command: Command, attempt: int) -> None:
    """Who sits where after the entry."""
    people = warm.people
    if command.kind == kinds.JOIN:
        person = people[command.seat]
        person.taken = True
        person.ready = False
        person.bot_level = command.details.bot
        if command.newcomer is not None:
            person.user_id = command.newcomer.user_id
            person.name = command.newcomer.name
            _dress(people, command.seat, command.newcomer.colour)
    elif command.kind == kinds.READY:
        people[command.seat].ready = True
    elif command.kind == kinds.LEAVE:
        number = command.details.of
        people[number] = Person(Seat(number=number, colour=people[number].colour))
    if warm.fold.roster.attempt != attempt:
        for person in people:
            person.ready = False


def _dress(people: list[Person], seat: int, wish: int) -> None:
    """Give a seat the colour its mayor wishes, unless another person has it; others give it up."""
    own = people[seat]
    for person in people:
        if person is not own and person.colour == wish:
            if person.user_id is not None:
                return
            person.colour = own.colour
    own.colour = wish


__all__ = ("MOST_ENTRIES", "MOST_TURN_ENTRIES", "judge")
