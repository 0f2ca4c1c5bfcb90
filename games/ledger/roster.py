"""Who sits where: joining, opening nonces, leaving before the start, keys.

Before the start every seat is taken, by a bot or by a person who commits to a nonce; when all are,
the nonces are opened; when all are open, the match starts. If a seat does not open, or goes after
the first opening, what was opened is known and worth nothing: the attempt is counted, and
everybody commits anew. Who does not do so within the same time loses the seat as well.
"""

from .canonical import MOST, Reader, Writer
from .entries import Entry
from .failure import KEY_VALIDITY, LOG, REVEAL, TIME, Unverified
from .fairness import bot_nonce, nonce_of, opening_commitment
from .genesis import Genesis
from .kinds import BOT, BY_STAFF, DID_NOT_OPEN, LEFT, PLAYER, REMOVED
from .memory import WIDE, read_flag, write_flag
from .signing import UNSIGNED

MOST_KEY = 255  # bytes of a key or a commitment


class Seat:
    """One seat: free (not taken), a bot's (`bot` > 0) or a person's."""

    def __init__(self) -> None:
        self.taken = False
        self.bot = 0
        self.scheme = UNSIGNED
        self.key = b""
        self.commitment = b""
        self.committed = False  # joined in this attempt
        self.opened = False
        self.late = False  # did not open in the attempt before, which failed for that
        self.nonce = bytes(32)

    def remember(self, writer: Writer) -> None:
        """Write all of it down."""
        for flag in (self.taken, self.committed, self.opened, self.late):
            write_flag(writer, flag)
        writer.varint(self.bot)
        writer.varint(self.scheme)
        for data in (self.key, self.commitment, self.nonce):
            writer.sized(data, MOST_KEY)

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        self.taken = read_flag(reader)
        self.committed = read_flag(reader)
        self.opened = read_flag(reader)
        self.late = read_flag(reader)
        self.bot = reader.varint(MOST)
        self.scheme = reader.varint(MOST)
        self.key = reader.sized(MOST_KEY)
        self.commitment = reader.sized(MOST_KEY)
        self.nonce = reader.sized(MOST_KEY)


class Roster:
    """The seats of a match, brought forward entry by entry.

    attempt: how often everybody had to commit anew; started; full_since: when the last seat was
    taken, ms UTC; anew_since: when an attempt last failed; commitments: (attempt, seat, commitment)
    in the order of the log.
    """

    def __init__(self, genesis: Genesis) -> None:
        self._genesis = genesis
        self.seats = [Seat() for _ in genesis.pseudonyms]
        self.attempt = 0
        self.started = False
        self.commitments: list[tuple[int, int, bytes]] = []
        self.full_since = 0
        self.anew_since = 0

    def of_chance(self) -> bool:
        """Whether chance is committed, so that nonces are asked for."""
        return self._genesis.links > 0

    def full(self) -> bool:
        """Whether every seat is taken and committed."""
        return all([seat.committed for seat in self.seats])

    def join(self, entry: Entry) -> None:
        """A bot or a person takes a seat, or commits anew after a failed attempt."""
        seat = self.seats[entry.seat]
        details = entry.details
        if self.started or seat.committed:
            raise Unverified(LOG, entry.sequence, "the seat is taken")
        other = details.bot or (seat.scheme, seat.key) != (details.scheme, details.key)
        if seat.taken and (seat.bot or other):
            raise Unverified(LOG, entry.sequence, "the seat is another's")
        wanted = self.of_chance() and entry.authority == PLAYER
        if wanted != bool(details.commitment):
            raise Unverified(REVEAL, entry.sequence, "a commitment is missing or not asked for")
        seat.taken = True
        seat.committed = True
        seat.late = False
        seat.bot = details.bot
        seat.scheme = details.scheme
        seat.key = details.key
        seat.commitment = details.commitment
        if details.commitment:
            self.commitments.append((self.attempt, entry.seat, details.commitment))
        if self.full():
            self.full_since = entry.time
            self._start_if_open()

    def ready(self, entry: Entry) -> None:
        """A person opens the nonce, or just says so where chance is seeded."""
        seat = self.seats[entry.seat]
        if self.started or not self.full() or seat.bot or seat.opened:
            raise Unverified(LOG, entry.sequence, "not the time to be ready")
        if self.of_chance() != bool(entry.preimage):
            raise Unverified(REVEAL, entry.sequence, "an opening is missing or not asked for")
        if entry.preimage:
            made = opening_commitment(
                self._genesis.match_id, self.attempt, entry.seat, entry.preimage
            )
            if made != seat.commitment:
                raise Unverified(REVEAL, entry.sequence, "the opening does not fit")
            seat.nonce = nonce_of(entry.preimage)
        seat.opened = True
        self._start_if_open()

    def leave(self, entry: Entry) -> None:
        """A seat goes before the start: on its own, removed, or because it did not open."""
        of = entry.details.of
        reason = entry.details.reason
        if self.started or of >= len(self.seats) or not self.seats[of].taken:
            raise Unverified(LOG, entry.sequence, "no seat to leave")
        if reason == LEFT:
            good = entry.authority == PLAYER and not self.seats[of].bot
        elif reason == DID_NOT_OPEN:
            due = self.due_since(of)
            good = entry.authority not in (PLAYER, BY_STAFF) and due is not None
            if due is not None and good and entry.time < due:
                raise Unverified(TIME, entry.sequence, "the time to open is not over")
        else:
            good = reason == REMOVED and entry.authority != PLAYER
        if not good:
            raise Unverified(LOG, entry.sequence, "no reason to leave")
        if self.full() and reason == DID_NOT_OPEN:
            for seat in self.seats:
                seat.late = not seat.bot and not seat.opened
            self._try_again(entry.time)
        elif any([seat.opened for seat in self.seats]):
            self._try_again(entry.time)
        self.seats[of] = Seat()

    def due_since(self, number: int) -> int | None:
        """From when on a seat may be removed because it did not open, ms UTC; None: it may not.

        Where all are taken, the time to open runs; after a failed attempt the same time to commit
        anew. All who let an attempt fail may be removed with the first of them.
        """
        seat = self.seats[number]
        if self.started or not seat.taken or seat.bot or seat.opened:
            return None
        if self.full():
            return self.full_since + self._genesis.clock.opening
        if seat.late:
            return self.anew_since
        if self.attempt and not seat.committed:
            return self.anew_since + self._genesis.clock.opening
        return None

    def rekey(self, entry: Entry) -> None:
        """A person's seat gets another key; the former one signs nothing more."""
        of = entry.details.of
        if of >= len(self.seats) or not self.seats[of].taken or self.seats[of].bot:
            raise Unverified(LOG, entry.sequence, "no seat for a key")
        if self.seats[of].key == entry.details.key:
            raise Unverified(KEY_VALIDITY, entry.sequence, "the key is the former one")
        self.seats[of].scheme = entry.details.scheme
        self.seats[of].key = entry.details.key

    def nonces(self) -> list[bytes]:
        """All nonces in the order of the seats, once the match has started."""
        found = []
        for number in range(len(self.seats)):
            if self.seats[number].bot:
                found.append(bot_nonce(self._genesis.match_id, self.attempt, number))
            else:
                found.append(self.seats[number].nonce)
        return found

    def check_authority(self, entry: Entry, plays: bool) -> None:
        """Whether this authority may write for the seat; `plays`: a bot plays it just now."""
        seat = self.seats[entry.seat]
        if not seat.taken or (entry.authority == BOT) != (plays or seat.bot > 0):
            raise Unverified(LOG, entry.sequence, "not who plays this seat")

    def _start_if_open(self) -> None:
        self.started = all([seat.opened or seat.bot > 0 for seat in self.seats])

    def _try_again(self, time: int) -> None:
        self.attempt += 1
        self.anew_since = time
        for seat in self.seats:
            seat.opened = False
            seat.nonce = bytes(32)
            if not seat.bot:
                seat.committed = False
                seat.commitment = b""

    def remember(self, writer: Writer) -> None:
        """Write down all that is not in the genesis."""
        writer.varint(self.attempt)
        write_flag(writer, self.started)
        writer.varint(self.full_since)
        writer.varint(self.anew_since)
        for seat in self.seats:
            seat.remember(writer)
        writer.count(len(self.commitments), MOST)
        for attempt, number, commitment in self.commitments:
            writer.varint(attempt)
            writer.varint(number)
            writer.sized(commitment, MOST_KEY)

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        self.attempt = reader.varint(MOST)
        self.started = read_flag(reader)
        self.full_since = reader.varint(WIDE)
        self.anew_since = reader.varint(WIDE)
        for seat in self.seats:
            seat.recall(reader)
        self.commitments = [
            (reader.varint(MOST), reader.varint(MOST), reader.sized(MOST_KEY))
            for _ in range(reader.count(MOST, 3))
        ]
