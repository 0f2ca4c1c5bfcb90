"""A match brought up to date in memory: a cache of its log, thrown away on any doubt."""

import logging
from collections import OrderedDict
from typing import Any

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import Entry
from games.ledger.failure import Unverified
from games.ledger.fold import Fold
from games.ledger.genesis import UNTIMED
from games.ledger.kinds import HAND_BACK, SYSTEM, TIME_OUT
from games.ledger.memory import Past
from games.ledger.verify import restored_by
from games.matches import snapshots, uptime
from games.matches.banks import Banks
from games.matches.refused import Refused
from games.matches.snapshots import Kept
from games.matches.uptime import GRACE_MS, Outage
from games.models import Match, Seat, Setback, Transaction
from games.protocol import codes

MOST_WARM = 4096  # matches of one cache
TRIES = 20  # to find a match whose seats do not change while it is read

log = logging.getLogger(__name__)


class Person:
    """Who sits on a seat, as people see it."""

    __slots__ = ("bot_level", "colour", "name", "ready", "taken", "user_id")

    def __init__(self, seat: Seat) -> None:
        self.user_id: int | None = seat.user_id
        self.name: str = seat.name
        self.colour: int = seat.colour
        self.bot_level: int = seat.bot_level
        self.taken: bool = seat.taken
        self.ready: bool = seat.ready


class Warm:
    """One match: its row as it was loaded, its log folded, the mayors' banks, who sits where."""

    def __init__(
        self,
        match: Match,
        people: list[Person],
        targets: tuple[int, ...] = (),
        snapshot: tuple[Kept, Past] | None = None,
    ) -> None:
        """At sequence 0, or where a snapshot was kept. Raises Refused(UNAVAILABLE) if its rules are
        not among ours; BrokenBytes, BrokenState or Unverified if the snapshot does not fit.

        targets: sequences that take-backs and rollbacks of the log go back to. One that comes later
        and goes back to another cannot be followed: the match is loaded anew then.
        """
        self.row = match
        self.id: str = match.id
        self.rules = rules_of(match)
        self.fold = Fold(
            bytes(match.genesis),
            self.rules,
            no_signatures,
            bytes(match.rules_hash),
            targets,
            None if snapshot is None else snapshot[1],
        )
        self.banks = Banks(self.fold)
        self.people = people
        self.outages: tuple[Outage, ...] = ()  # of the platform, as known when it was loaded
        self.turn_entries = 0  # entries of the turn that runs
        self.seats_of_entries = [SYSTEM]  # by sequence
        self.back: set[int] = set()  # mayors who came back and have not missed a turn since
        self.setbacks: dict[int, int] = {}  # by user: attempts to begin that failed by their fault
        if snapshot is not None:
            kept, past = snapshot
            self.banks.left = kept.left
            self.turn_entries = kept.turn_entries
            self.back = kept.back
            self.seats_of_entries += [seat for _, _, seat, _ in past.chain]

    def follow(self, data: bytes) -> None:
        """Fold the next entry of the log. Raises Unverified; throw the match away then."""
        before = self.fold.clock.turn
        entry = self.fold.advance(data)
        self.moved_on(entry, before)

    def moved_on(self, entry: Entry, before: tuple[int, int]) -> None:
        """Account for an entry just folded; `before`: the turn on the clock till then."""
        self.seats_of_entries.append(entry.seat)
        if entry.kind == HAND_BACK:
            self.back.add(self.rules.decode_action(entry.action)[1])
        elif entry.kind == TIME_OUT:
            self.back.discard(self.rules.decode_action(entry.action)[1])
        self.banks.follow(self.fold)
        self.turn_entries = self.turn_entries + 1 if self.fold.clock.turn == before else 0

    def kept(self) -> Kept:
        """What a snapshot of it holds."""
        state = self.rules.encode(self.fold.state)
        memory = self.fold.remember()
        return Kept(state, memory, list(self.banks.left), self.turn_entries, set(self.back))

    def spoilt(self) -> bool:
        """Whether the fold gave up in the middle of an entry: nothing may be built on it."""
        return self.fold.sequence != len(self.fold.heads) - 1

    def seat_of(self, user_id: int) -> int | None:
        """The seat of a user."""
        for number, person in enumerate(self.people):
            if person.user_id == user_id:
                return number
        return None

    def bot_level(self, seat: int) -> int:
        """The level of the bot that plays this seat now, counted from 1; 0 if a person does."""
        if self.fold.roster.seats[seat].bot:
            return self.fold.roster.seats[seat].bot
        if self.fold.roster.started and self.fold.played_by_bot(seat):
            return STAND_IN
        return 0

    def owed(self) -> list[tuple[bytes, int]]:
        """What outages took of the turn that runs and the log has not given back yet.

        (command id of the entry that gives it back, ms), the oldest first.
        """
        fold = self.fold
        clock = fold.clock
        if fold.ended or fold.genesis.clock.kind == UNTIMED or clock.turn[0] == SYSTEM:
            return []
        found = []
        for outage in self.outages:
            command_id = outage.command_id(fold.genesis.match_id)
            if clock.since < outage.ended and not fold.knows(SYSTEM, command_id):
                lost = outage.ended + GRACE_MS - max(outage.began, clock.since)
                found.append((command_id, lost))
        return found

    def deadline(self) -> int | None:
        """When the time of the seat whose turn it is ends, ms UTC; None without a clock."""
        deadline = self.banks.deadline(self.fold)
        return None if deadline is None else deadline + sum(lost for _, lost in self.owed())

    def deserted(self) -> bool:
        """Whether bots stand in for all the people who have not left for good."""
        fold = self.fold
        codes = self.rules.state
        statuses = [
            status
            for status, seat in zip(fold.state.status, fold.roster.seats, strict=True)
            if not seat.bot
        ]
        return codes.MAYOR not in statuses and codes.ABSENT in statuses

    def turn_seat(self) -> int | None:
        """Whose turn it is, or None."""
        if not self.fold.roster.started:
            return None
        seat: int = self.fold.state.turn_seat()
        return None if seat == SYSTEM else seat


STAND_IN = 2  # the bot that plays for somebody absent: medium


def no_signatures(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
    """Refuses every signature: seats have no keys yet, so none can be right."""
    return False


def rules_of(match: Match) -> Any:
    """The rules that a match was made under. Raises Refused(UNAVAILABLE) if they are not ours."""
    if RULES_HASH.get(match.rules_version) != bytes(match.rules_hash).hex():
        raise Refused(codes.UNAVAILABLE, "made under other rules")
    return engine.rules(match.rules_version)


def load(match_id: str) -> Warm:
    """The match as the database has it. Raises Refused(NO_SUCH_MATCH, UNAVAILABLE).

    Raises Unverified if the log does not hold: then it must not be played on.
    """
    for _ in range(TRIES):
        match = Match.objects.filter(pk=match_id).first()
        if match is None:
            raise Refused(codes.NO_SUCH_MATCH)
        people = [Person(seat) for seat in match.places.order_by("number")]
        warm = _from_snapshot(match, people) or _from_log(match, people)
        warm.outages = uptime.outages()
        if match.started_at is not None:
            return warm
        if warm.fold.roster.attempt:
            setbacks = Setback.objects.filter(match_id=match_id)
            warm.setbacks = dict(setbacks.values_list("user_id", "count"))
        # Who sits where is not in the log: with a longer log, others may sit there by now.
        if warm.fold.sequence == match.sequence:
            return warm
    raise Refused(codes.UNAVAILABLE, "the seats change too fast")


def _from_log(match: Match, people: list[Person]) -> Warm:
    entries = later(match.id, 0)
    warm = Warm(match, people, restored_by(entries))
    for data in entries:
        warm.follow(data)
    return warm


def _from_snapshot(match: Match, people: list[Person]) -> Warm | None:
    """The match by its snapshot and the log after it; None if that does not lead to it."""
    if match.started_at is None:
        return None  # a log so short is read as soon as a snapshot is looked for
    broken_state = rules_of(match).BrokenState
    try:
        snapshot = snapshots.find(match.id)
        if snapshot is None:
            return None
        reached = len(snapshot[1].chain)
        entries = later(match.id, reached)
        targets = restored_by(entries)
        if targets and targets[0] < reached:
            return None  # back to a state before the snapshot
        warm = Warm(match, people, targets, snapshot)
        for data in entries:
            warm.follow(data)
    except (BrokenBytes, Unverified, broken_state) as error:
        log.warning("match %s: its snapshot is thrown away: %s", match.id, error)
        snapshots.drop(match.id)
        return None
    return warm


def later(match_id: str, sequence: int) -> list[bytes]:
    """The entries of a log after this sequence."""
    rows = Transaction.objects.filter(match_id=match_id, sequence__gt=sequence)
    return [bytes(data) for data in rows.order_by("sequence").values_list("entry", flat=True)]


class Shelf:
    """The warm matches of one thread, the least recently used thrown away first."""

    def __init__(self, most: int = MOST_WARM) -> None:
        self._most = most
        self._matches: OrderedDict[str, Warm] = OrderedDict()

    def find(self, match_id: str) -> Warm | None:
        """The match if it is here."""
        warm = self._matches.get(match_id)
        if warm is not None:
            self._matches.move_to_end(match_id)
        return warm

    def put(self, warm: Warm) -> None:
        """Keep a match."""
        self._matches[warm.id] = warm
        self._matches.move_to_end(warm.id)
        while len(self._matches) > self._most:
            self._matches.popitem(last=False)

    def drop(self, match_id: str) -> None:
        """Throw a match away."""
        self._matches.pop(match_id, None)
