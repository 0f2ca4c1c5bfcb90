"""A log, folded entry by entry through the rules, with everything checked on the way.

The server's `verify`, a client that follows a match and the archive's reader all use this one.
"""

from .canonical import BAD_VALUE, BAD_VERSION, MOST, BrokenBytes, Reader, Writer
from .chain import entry_hash, genesis_hash
from .draws import Draws
from .entries import Entry, decode_entry, encode_entry
from .failure import (
    CHAIN,
    FILE,
    LOG,
    RULES,
    STATE_HASH,
    Unverified,
)
from .genesis import decode_genesis
from .history import History
from .kinds import (
    ACTION,
    CLOCK,
    DONE,
    DRAW,
    END,
    HAND_BACK,
    JOIN,
    KEY,
    LEAVE,
    PLAYER,
    READY,
    REVEAL,
    ROLLBACK,
    STAFF,
    SYSTEM,
    TAKE_BACK,
    TAKEOVER,
    TIME_OUT,
    VOIDED,
)
from .memory import FORMAT, HASH_BYTES, Past, read_flag, read_numbers, write_flag, write_numbers
from .roster import Roster
from .rules_face import CheckSignature, Rules, State
from .turn_clock import TurnClock
from .words import Words


class Fold:
    """A match as far as its log has been read.

    head: chain hash after `sequence`; heads: chain hashes of all sequences; state: of the rules,
    read only; epoch; roster: the seats; draws: the links revealed; words: entries on a person's
    word; rekeyed: sequences where a seat's key changed without the former key's signature.
    """

    def __init__(
        self,
        genesis: bytes,
        rules: Rules,
        check_signature: CheckSignature,
        rules_hash: bytes = b"",
        targets: tuple[int, ...] = (),
        past: Past | None = None,
    ) -> None:
        """Open the match of a genesis. Raises Unverified; BrokenBytes for a broken `past`.

        rules: the module of the genesis' rules version; rules_hash: the hash of its files, or
        empty to leave that unchecked; targets: the sequences that take-backs and rollbacks of this
        log name, whose states are kept; past: what a fold of this log has remembered, to go on from
        there. It is believed, but for the state, whose hash must be the one it names.
        """
        try:
            self.genesis = decode_genesis(genesis)
        except BrokenBytes as error:
            raise Unverified(FILE, 0, str(error))
        if rules_hash and rules_hash != self.genesis.rules_hash:
            raise Unverified(RULES, 0, "other rules")
        self._rules = rules
        self._kept = {target: b"" for target in targets}
        self.state = self._new_state() if past is None else self._rules.decode(past.state)
        self.head = genesis_hash(genesis)
        self.heads = [self.head]
        self.times = [self.genesis.time]
        self.sequence = 0
        self.epoch = 0
        self.roster = Roster(self.genesis)
        self.draws = Draws(self.genesis)
        self.words = Words(self.genesis.match_id, len(self.roster.seats), check_signature)
        self.clock = TurnClock(self.genesis)
        self.ended = False
        self.rekeyed: list[int] = []
        self._history = History()
        self._parts = (self.roster, self.draws, self.words, self.clock, self._history)
        self._commands: dict[tuple[int, bytes], bool] = {}
        if past is None:
            self.state_hash = self._hash_state(self.genesis.state_hash)
        else:
            self._recall(past)

    def advance(self, data: bytes) -> Entry:
        """Check the next entry's bytes and apply it. Raises Unverified; the fold is then over."""
        sequence = self.sequence + 1
        try:
            entry = decode_entry(data)
        except BrokenBytes as error:
            raise Unverified(FILE, sequence, str(error))
        if entry.sequence != sequence or entry.previous != self.head:
            raise Unverified(CHAIN, sequence, "does not follow on the entry before")
        begins = self._follow(entry)
        if entry.epoch != self.epoch:
            raise Unverified(LOG, sequence, "the epoch is wrong")
        self.state_hash = self._hash_state(entry.state_hash)
        self._append(entry, data, begins)
        return entry

    def write(self, entry: Entry) -> bytes:
        """Carry out a new entry and append it; its bytes. For whoever keeps the log.

        The entry has all but sequence, epoch, previous and state hash, which are set here. All of
        it is checked as `advance` would. Raises Unverified or BrokenBytes; the fold is then over.
        """
        entry.sequence = self.sequence + 1
        entry.previous = self.head
        begins = self._follow(entry)
        entry.epoch = self.epoch
        entry.state_hash = self.state_hash = self._rules.state_hash(self.state)
        data = encode_entry(entry)
        self._append(entry, data, begins)
        return data

    def _follow(self, entry: Entry) -> bool:
        """Check and carry out what comes next; whether the turn on the clock begins anew."""
        sequence = entry.sequence
        self.sequence = sequence
        if self.ended:
            raise Unverified(LOG, sequence, "the match has ended")
        if entry.seat != SYSTEM and entry.seat >= len(self.roster.seats):
            raise Unverified(LOG, sequence, "no such seat")
        if (entry.seat, entry.command_id) in self._commands:
            raise Unverified(LOG, sequence, "a command is repeated")
        self._commands[(entry.seat, entry.command_id)] = True
        self.clock.before(entry)
        self._check_word(entry)
        raised, restored = self._carry_out(entry)
        if raised:
            self.epoch += 1
            self.words.new_epoch(sequence)
        return restored and raised

    def _append(self, entry: Entry, data: bytes, begins: bool) -> None:
        self.words.note(entry)
        if self.roster.started:
            self.clock.after(self.state, begins)
        self.head = entry_hash(self.head, data)
        self.heads.append(self.head)
        self.times.append(entry.time)
        if entry.sequence in self._kept:
            self._kept[entry.sequence] = self._rules.encode(self.state)

    def knows(self, seat: int, command_id: bytes) -> bool:
        """Whether an entry of this seat has this command id."""
        return (seat, command_id) in self._commands

    def remember(self) -> bytes:
        """What another fold of this log needs to go on from here, beside state and chain (Past)."""
        writer = Writer()
        writer.unsigned(FORMAT, 1)
        writer.raw(self.head, HASH_BYTES)
        writer.raw(self.state_hash, HASH_BYTES)
        writer.varint(self.epoch)
        write_flag(writer, self.ended)
        write_numbers(writer, self.rekeyed)
        for part in self._parts:
            part.remember(writer)
        return writer.done()

    def _recall(self, past: Past) -> None:
        reader = Reader(past.memory)
        if reader.unsigned(1) != FORMAT:
            raise BrokenBytes(BAD_VERSION, 0)
        for head, time, seat, command_id in past.chain:
            self.heads.append(head)
            self.times.append(time)
            self._commands[(seat, command_id)] = True
        self.sequence = len(past.chain)
        self.head = self.heads[-1]
        if reader.raw(HASH_BYTES) != self.head:
            raise BrokenBytes(BAD_VALUE, 1)
        self.state_hash = self._hash_state(reader.raw(HASH_BYTES))
        self.epoch = reader.varint(MOST)
        self.ended = read_flag(reader)
        self.rekeyed = read_numbers(reader)
        for part in self._parts:
            part.recall(reader)
        reader.end()
        if self.sequence in self._kept:
            self._kept[self.sequence] = past.state

    # -- on whose word ---------------------------------------------------------------

    def _check_word(self, entry: Entry) -> None:
        """The authority's right to the seat, and a person's signature."""
        if entry.seat == SYSTEM:
            return
        if entry.kind not in (JOIN, HAND_BACK, KEY):
            self.roster.check_authority(entry, self.played_by_bot(entry.seat))
        if entry.authority != PLAYER:
            return
        seat = self.roster.seats[entry.seat]
        scheme, key = seat.scheme, seat.key
        if entry.kind == JOIN:
            scheme, key = entry.details.scheme, entry.details.key
        self.words.check(entry, scheme, key, self.epoch, self.heads)

    def played_by_bot(self, seat: int) -> bool:
        """Whether a bot plays for the person of this seat now; see `roster` for a bot's own."""
        codes = self._rules.state
        return self.state.status[seat] in (codes.ABSENT, codes.BOT_AFTER_RESIGNING)

    # -- what it does ----------------------------------------------------------------

    def _carry_out(self, entry: Entry) -> tuple[bool, bool]:
        """Apply the entry; whether it raises the epoch, whether it restored a state."""
        kind = entry.kind
        if kind == KEY:
            self.roster.rekey(entry)
            if entry.authority != PLAYER:
                self.rekeyed.append(entry.sequence)
        elif kind == END:
            self._end(entry)
        elif kind == JOIN or kind == READY or kind == LEAVE:
            self._gather(entry)
        elif not self.roster.started:
            raise Unverified(LOG, entry.sequence, "the match has not started")
        elif kind == ACTION:
            self._apply(entry, entry.seat, self._decoded(entry))
        elif kind == TAKE_BACK:
            if entry.details.step != DONE:
                self._history.ask(entry)
                return False, False
            raised = self._history.take_back(entry)
            self._restore(entry)
            return raised, True
        elif kind == ROLLBACK:
            self._history.roll_back(entry)
            self._restore(entry)
            return True, True
        elif kind != STAFF or entry.action:
            self._platform(entry)
        return False, False

    def _gather(self, entry: Entry) -> None:
        if entry.kind == JOIN:
            self.roster.join(entry)
        elif entry.kind == READY:
            self.roster.ready(entry)
        else:
            self.roster.leave(entry)
            self.words.forget(entry.details.of)
        if self.roster.started:
            self._history.start = entry.sequence

    def _platform(self, entry: Entry) -> None:
        """An action that only the platform does, with the seat or the draw it must name."""
        codes = self._rules.actions
        action = self._decoded(entry)
        wanted = {
            DRAW: codes.DRAW,
            TIME_OUT: codes.TIMEOUT,
            TAKEOVER: codes.TAKEOVER,
            HAND_BACK: codes.HAND_BACK,
            STAFF: codes.EXPEL,
            END: codes.CLOSE,
            REVEAL: codes.REVEAL,
        }
        if action[0] != wanted[entry.kind]:
            raise Unverified(LOG, entry.sequence, "another action than the kind says")
        if entry.kind == DRAW:
            self.draws.reveal(entry, action[1], self.roster)
        elif entry.kind != END and action[1] >= len(self.roster.seats):
            raise Unverified(LOG, entry.sequence, "no such seat")
        elif entry.kind == TAKEOVER and self.roster.seats[action[1]].bot:
            raise Unverified(LOG, entry.sequence, "a bot plays this seat already")
        elif entry.kind == HAND_BACK and entry.seat not in (SYSTEM, action[1]):
            raise Unverified(LOG, entry.sequence, "another's seat")
        elif entry.kind == STAFF and entry.details.of != action[1]:
            raise Unverified(LOG, entry.sequence, "another seat than the details say")
        self._apply(entry, SYSTEM, action)

    def _end(self, entry: Entry) -> None:
        if entry.action:
            self._platform(entry)
        over = self.state.phase == self._rules.state.OVER
        # A match that never started has no result: it can only be voided.
        if over != self.roster.started or (not over and entry.details.reason != VOIDED):
            raise Unverified(LOG, entry.sequence, "the match is not over")
        if entry.authority == CLOCK and entry.details.reason == VOIDED and over:
            raise Unverified(LOG, entry.sequence, "only staff void a match that was played")
        self.ended = True

    # -- the state -------------------------------------------------------------------

    def _decoded(self, entry: Entry) -> tuple[int, ...]:
        try:
            return self._rules.decode_action(entry.action)
        except self._rules.BrokenAction as error:
            raise Unverified(RULES, entry.sequence, "no action: " + str(error))

    def _apply(self, entry: Entry, seat: int, action: tuple[int, ...]) -> None:
        try:
            self._rules.apply(self.state, seat, action)
        except self._rules.Rejection as error:
            raise Unverified(RULES, entry.sequence, "rejected: " + str(error))
        person = entry.authority == PLAYER
        if entry.kind == REVEAL:
            # A mayor's plan stands as if it had been said now: who has seen it may not go back
            # behind it unless that mayor agrees.
            seat = action[1]
            person = not self.played_by_bot(seat) and not self.roster.seats[seat].bot
        self._history.add(entry.sequence, seat, person)

    def _restore(self, entry: Entry) -> None:
        kept = self._kept.get(entry.details.target, b"")
        if not kept:
            raise Unverified(LOG, entry.sequence, "the state to restore was not kept")
        self.state = self._rules.decode(kept)

    def _new_state(self) -> State:
        try:
            setup = self._rules.decode_setup(self.genesis.setup)
            state: State = self._rules.new_game(setup)
        except self._rules.SetupError as error:
            raise Unverified(RULES, 0, "no setup: " + str(error))
        if (
            setup["version"] != self.genesis.rules_version
            or setup["seats"] != len(self.genesis.pseudonyms)
            or (setup["chance"] == self._rules.state.COMMITTED) != (self.genesis.links > 0)
        ):
            raise Unverified(RULES, 0, "the setup does not fit the genesis")
        return state

    def _hash_state(self, named: bytes) -> bytes:
        found = self._rules.state_hash(self.state)
        if found != named:
            raise Unverified(STATE_HASH, self.sequence, "another state")
        return found
