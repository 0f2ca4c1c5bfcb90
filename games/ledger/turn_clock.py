"""Time as the log shows it: never back, lag credit within its quota, no time-out too early."""

from .canonical import MOST, Reader, Writer
from .entries import Entry
from .failure import TIME, Unverified
from .genesis import UNTIMED, Genesis
from .kinds import EXTEND, STAFF, SYSTEM, TIME_OUT
from .memory import WIDE, read_numbers, write_numbers
from .rules_face import State


class TurnClock:
    """Follows the log; all times in ms UTC, durations in ms.

    A time-out is due no earlier than the turn's own time after the turn began, plus what staff
    gave. The bank, which only makes it later, is the platform's to account for. Where all plan at
    once, planning is one turn of everybody, and so is opening the plans.

    turn: (seat or SYSTEM, round) whose time runs; since: when it began; extra: what staff gave.
    """

    def __init__(self, genesis: Genesis) -> None:
        self._clock = genesis.clock
        self.time = genesis.time
        self._lag = [0] * len(genesis.pseudonyms)
        self.turn = (SYSTEM, 0)
        self._phase = 0
        self.since = genesis.time
        self.extra = 0

    def before(self, entry: Entry) -> None:
        """Check an entry's time and lag credit before it is applied."""
        if entry.time < self.time:
            raise Unverified(TIME, entry.sequence, "time goes back")
        self.time = entry.time
        if entry.lag:
            self._lag[entry.seat] += entry.lag
            if entry.lag > self._clock.lag_each or self._lag[entry.seat] > self._clock.lag_quota:
                raise Unverified(TIME, entry.sequence, "too much lag credit")
        if entry.kind == TIME_OUT:
            if self._clock.kind == UNTIMED:
                raise Unverified(TIME, entry.sequence, "there is no clock")
            if entry.time < self.since + self._clock.turn + self.extra:
                raise Unverified(TIME, entry.sequence, "the time-out was not due")
        if entry.kind == STAFF and entry.details.code == EXTEND:
            # A turn that is everybody's grows for everybody.
            if self.turn[0] == SYSTEM or entry.details.of in (SYSTEM, self.turn[0]):
                self.extra += entry.details.value

    def after(self, state: State, begins: bool) -> None:
        """Note whose turn it is now; `begins`: the turn begins anew even if it is the same.

        A turn does so when others' transactions were undone. A mayor who takes nothing but own
        ones back stays within the turn's time, or could make it last for ever.
        """
        turn = (state.turn_seat(), state.round)
        if begins or turn != self.turn or state.phase != self._phase:
            self.turn = turn
            self._phase = state.phase
            self.since = self.time
            self.extra = 0

    def remember(self, writer: Writer) -> None:
        """Write down all that is not in the genesis."""
        for number in (self.time, self.turn[0], self.turn[1], self._phase, self.since, self.extra):
            writer.varint(number)
        write_numbers(writer, self._lag)

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        self.time = reader.varint(WIDE)
        self.turn = (reader.varint(SYSTEM), reader.varint(MOST))
        self._phase = reader.varint(MOST)
        self.since = reader.varint(WIDE)
        self.extra = reader.varint(WIDE)
        self._lag = read_numbers(reader)
