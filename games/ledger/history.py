"""What can be gone back to: the transactions in force, and the take-back that is asked for.

The log never rewinds. A take-back or a rollback is an entry of its own that names the sequence
whose state holds again; what came after that sequence stays in the log, but is in force no more.
"""

from .canonical import MOST, Reader, Writer
from .entries import Entry
from .failure import LOG, Unverified
from .kinds import ASK, CONSENT
from .memory import read_numbers, write_numbers


class History:
    """The transactions in force after the start, oldest first."""

    def __init__(self) -> None:
        self.start = 0  # sequence of the state before the first transaction
        self._sequences: list[int] = []
        self._seats: list[int] = []  # who acted; 255 for the platform
        self._by_person: list[bool] = []
        self._asker = -1
        self._target = 0
        self._consents: list[int] = []

    def add(self, sequence: int, seat: int, by_person: bool) -> None:
        """A transaction of this acting seat. Whatever was asked for before is off.

        by_person: whether it may be undone by another only if the mayor of the seat consents.
        """
        self._sequences.append(sequence)
        self._seats.append(seat)
        self._by_person.append(by_person)
        self._asker = -1

    def ask(self, entry: Entry) -> None:
        """A step of a take-back other than the last: ask, consent, refuse."""
        details = entry.details
        if details.step == ASK:
            self._undone(entry)
            self._asker = entry.seat
            self._target = details.target
            self._consents = []
            return
        if (details.of, details.target) != (self._asker, self._target):
            raise Unverified(LOG, entry.sequence, "nobody asked for this")
        if details.step == CONSENT:
            if entry.seat in self._consents:
                raise Unverified(LOG, entry.sequence, "has consented already")
            self._consents.append(entry.seat)
        else:
            self._asker = -1

    def take_back(self, entry: Entry) -> bool:
        """The last step of a take-back; whether it undoes others' transactions.

        Every other person whose transaction goes must have consented.
        """
        details = entry.details
        if (details.of, details.target) != (self._asker, self._target):
            raise Unverified(LOG, entry.sequence, "nobody asked for this")
        first = self._undone(entry)
        others = False
        for i in range(first, len(self._sequences)):
            if self._seats[i] != self._asker:
                others = True
                if self._by_person[i] and self._seats[i] not in self._consents:
                    raise Unverified(LOG, entry.sequence, "a mayor has not consented")
        self._cut(first)
        return others

    def roll_back(self, entry: Entry) -> None:
        """A rollback by staff or by rule, which always undoes others' transactions."""
        self._cut(self._undone(entry))

    def _undone(self, entry: Entry) -> int:
        """Index of the first transaction after the target, which must be in force."""
        target = entry.details.target
        first = self._up_to(target)
        if target != self.start and (not first or self._sequences[first - 1] != target):
            raise Unverified(LOG, entry.sequence, "no transaction in force has this sequence")
        if first == len(self._sequences):
            raise Unverified(LOG, entry.sequence, "nothing to undo")
        return first

    def _up_to(self, sequence: int) -> int:
        """How many transactions in force have at most this sequence; they are in order."""
        low, high = 0, len(self._sequences)
        while low < high:
            middle = (low + high) // 2
            if self._sequences[middle] <= sequence:
                low = middle + 1
            else:
                high = middle
        return low

    def _cut(self, first: int) -> None:
        self._sequences = self._sequences[:first]
        self._seats = self._seats[:first]
        self._by_person = self._by_person[:first]
        self._asker = -1

    def remember(self, writer: Writer) -> None:
        """Write all of it down."""
        writer.varint(self.start)
        write_numbers(writer, self._sequences)
        write_numbers(writer, self._seats)
        write_numbers(writer, [int(person) for person in self._by_person])
        writer.varint(self._asker + 1)
        writer.varint(self._target)
        write_numbers(writer, self._consents)

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        self.start = reader.varint(MOST)
        self._sequences = read_numbers(reader)
        self._seats = read_numbers(reader)
        self._by_person = [number > 0 for number in read_numbers(reader)]
        self._asker = reader.varint(MOST) - 1
        self._target = reader.varint(MOST)
        self._consents = read_numbers(reader)
