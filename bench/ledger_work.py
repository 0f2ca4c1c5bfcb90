"""The work that bench/ledger.py times: portable, so that both interpreters do the same.

Every function does one thing with the whole match that was taken up last.
"""

from games.engine import rules
from games.ledger.archive import decode_archive
from games.ledger.chain import entry_hash, genesis_hash
from games.ledger.entries import Entry, decode_entry, encode_entry
from games.ledger.fold import Fold
from games.ledger.genesis import decode_genesis
from games.ledger.kinds import ACTION, SYSTEM
from games.ledger.verify import verify

_RULES = rules(0)


class Log:
    """The archive's bytes, its genesis, its entries, and (seat, bytes) of the actions in them."""

    def __init__(self, data: bytes) -> None:
        archive = decode_archive(data)
        self.data = data
        self.genesis = archive.genesis
        self.setup = decode_genesis(archive.genesis).setup
        self.entries: list[Entry] = []
        self.actions: list[tuple[int, bytes]] = []
        for encoded in archive.entries:
            entry = decode_entry(encoded)
            self.entries.append(entry)
            if entry.action:
                by = entry.seat if entry.kind == ACTION else SYSTEM
                self.actions.append((by, entry.action))


_logs: list[Log] = []


def load(data: bytes) -> bytes:
    """Take up the match of an archive."""
    _logs.clear()
    _logs.append(Log(data))
    return b""


def replay(_: bytes) -> bytes:
    """Play its actions again, without any log; the hash of the last state."""
    log = _logs[0]
    state = _RULES.new_game(_RULES.decode_setup(log.setup))
    for seat, action in log.actions:
        _RULES.apply(state, seat, _RULES.decode_action(action))
    digest: bytes = _RULES.state_hash(state)
    return digest


def replay_with_hashes(_: bytes) -> bytes:
    """The same, and the hash of the whole state after every action; the last one."""
    log = _logs[0]
    state = _RULES.new_game(_RULES.decode_setup(log.setup))
    digest = b""
    for seat, action in log.actions:
        _RULES.apply(state, seat, _RULES.decode_action(action))
        digest = _RULES.state_hash(state)
    return digest


def append(_: bytes) -> bytes:
    """Encode every entry and hash it onto the chain, no more; the head."""
    log = _logs[0]
    head = genesis_hash(log.genesis)
    for entry in log.entries:
        head = entry_hash(head, encode_entry(entry))
    return head


def write(_: bytes) -> bytes:
    """Check, carry out and append every entry, as who keeps the log does; the head."""
    log = _logs[0]
    fold = Fold(log.genesis, _RULES, _taken_as_good)
    for entry in log.entries:
        fold.write(entry)
    return fold.head


def read(_: bytes) -> bytes:
    """Take the file apart and every entry in it, and believe all of it."""
    for entry in decode_archive(_logs[0].data).entries:
        decode_entry(entry)
    return b""


def check(_: bytes) -> bytes:
    """Verify the archive; every signature is taken as good."""
    return verify(_logs[0].data, _RULES, _taken_as_good).head


def _taken_as_good(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
    return True
