"""A log that begins with a state the platform sent.

Chain, rules and state hashes are checked from there on. Who may do what, whose time is over and
what was committed to before is not: that takes the log from its genesis on (following.py).
"""

from following import ALLOWED, LINK, STATE
from watched import acting, restores, told, watched

from games.ledger.canonical import BrokenBytes
from games.ledger.chain import entry_hash
from games.ledger.entries import Entry, decode_entry
from games.ledger.failure import CHAIN, FILE, LOG, RULES, STATE_HASH, Unverified


class Excerpt:
    """rules: the module of its rules; state: after the last entry, to be read only."""

    targets = ()

    def __init__(
        self, genesis: bytes, state: bytes, sequence: int, epoch: int, head: bytes
    ) -> None:
        """The state is the one after `sequence`. Raises Unverified, or the rules' BrokenState."""
        made, self._watched = watched(genesis)
        self.rules = self._watched.rules
        self.state = self.rules.decode(state)
        if self.rules.encode_setup(self.state.setup) != made.setup:
            raise Unverified(RULES, sequence, "a state of another match")
        self._match = made.match_id
        self._sequence = sequence
        self._epoch = epoch
        self._head = head

    def advance(self, data: bytes) -> dict[str, object]:
        """Check the next entry as far as this can. Raises Unverified; the excerpt is then over."""
        sequence = self._sequence + 1
        entry = self._next(data, sequence)
        self._watched.events = ()
        before = self.state.round
        if entry.action:
            self._apply(entry)
        if self.rules.state_hash(self.state) != entry.state_hash:
            raise Unverified(STATE_HASH, sequence, "another state")
        self._sequence = sequence
        self._head = entry_hash(self._head, data)
        answer = told(entry, self._watched, before)
        answer["head"] = self._head
        answer["checked"] = [LINK, STATE] + ([ALLOWED] if entry.action else [])
        return answer

    def _next(self, data: bytes, sequence: int) -> Entry:
        try:
            entry = decode_entry(data)
        except BrokenBytes as error:
            raise Unverified(FILE, sequence, str(error))
        if entry.sequence != sequence or entry.previous != self._head:
            raise Unverified(CHAIN, sequence, "does not follow on the entry before")
        if restores(entry):
            raise Unverified(LOG, sequence, "the state to restore was not kept")
        if entry.epoch != self._epoch:
            raise Unverified(LOG, sequence, "the epoch is wrong")
        return entry

    def _apply(self, entry: Entry) -> None:
        try:
            self._watched.apply(self.state, acting(entry), self.rules.decode_action(entry.action))
        except self.rules.BrokenAction as error:
            raise Unverified(RULES, entry.sequence, "no action: " + str(error))
        except self.rules.Rejection as error:
            raise Unverified(RULES, entry.sequence, "rejected: " + str(error))

    def standing(self) -> dict[str, object]:
        """Where the match stands, as far as this can say."""
        return {
            "match": self._match,
            "sequence": self._sequence,
            "epoch": self._epoch,
            "head": self._head,
            "hash": self.rules.state_hash(self.state),
        }
