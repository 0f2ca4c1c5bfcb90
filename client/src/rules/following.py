"""A match's log as a client follows it: every entry checked, and told in plain data.

Portable. The checking is `games.ledger.fold`'s, the same that the server writes by. What a fold
does not keep is noted beside it: the events of an entry, and what of it was checked.
"""

from watched import told, watched

from games.ledger.entries import Entry
from games.ledger.fold import Fold
from games.ledger.kinds import TIME_OUT
from games.ledger.signing import UNSIGNED

# What was checked of an entry: its place in the chain, the state after it, that the seat and the
# authority may do this now, the action by the rules, what it reveals, that time was over, a
# signature.
LINK, STATE, RIGHT, ALLOWED, REVEALED, DUE, SIGNED = 1, 2, 3, 4, 5, 6, 7


class Log:
    """A log from its genesis on. All that a fold checks is checked.

    rules: the module of its rules; targets: the sequences to whose states it can go back.
    """

    def __init__(self, genesis: bytes, targets: tuple[int, ...]) -> None:
        """Raises Unverified."""
        made, self._watched = watched(genesis)
        self.rules = self._watched.rules
        self.targets = targets
        self._fold = Fold(
            genesis,
            self._watched,  # type: ignore[arg-type]  # what it lacks it asks of the rules
            _no_signatures,
            made.rules_hash,
            targets,
        )

    @property
    def state(self):  # type: ignore[no-untyped-def]
        """After the last entry; to be read only."""
        return self._fold.state

    def advance(self, data: bytes) -> dict[str, object]:
        """Check the next entry and say what it did. Raises Unverified; the log is then over."""
        self._watched.events = ()
        before = self._fold.state.round
        entry = self._fold.advance(data)
        answer = told(entry, self._watched, before)
        answer["head"] = self._fold.head
        answer["checked"] = _checked(entry)
        return answer

    def standing(self) -> dict[str, object]:
        """Where the match stands: seats as [taken, bot, committed, opened], attempt, clock."""
        fold = self._fold
        roster = fold.roster
        clock = fold.genesis.clock
        seats = []
        for seat in roster.seats:
            seats.append([int(seat.taken), seat.bot, int(seat.committed), int(seat.opened)])
        return {
            "match": fold.genesis.match_id,
            "version": fold.genesis.rules_version,
            "sequence": fold.sequence,
            "epoch": fold.epoch,
            "head": fold.head,
            "hash": fold.state_hash,
            "chance": int(roster.of_chance()),
            "attempt": roster.attempt,
            "full": int(roster.full()),
            "full_since": roster.full_since,
            "started": int(roster.started),
            "ended": int(fold.ended),
            "seats": seats,
            "clock": [clock.kind, clock.turn, clock.bank, clock.opening],
        }


def _no_signatures(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
    """Refuses every signature: seats have no keys yet, so none can be right."""
    return False


def _checked(entry: Entry) -> list[int]:
    """What the fold has checked of an entry."""
    found = [LINK, STATE, RIGHT]
    if entry.action:
        found.append(ALLOWED)
    if entry.preimage:
        found.append(REVEALED)
    if entry.kind == TIME_OUT:
        found.append(DUE)
    if entry.scheme != UNSIGNED:
        found.append(SIGNED)
    return found
