"""The first record of a match: all that is fixed before anyone joins."""

from .canonical import BAD_VALUE, BAD_VERSION, OUT_OF_RANGE, BrokenBytes, Reader, Writer
from .entries import MOST_SEATS
from .signing import MOST_KEY, UNSIGNED, key_bytes, known

FORMAT = 1
UNTIMED, LIVE, CORRESPONDENCE = 0, 1, 2  # kinds of clock
MOST_SETUP = 256
MOST_LINKS = 4096
NO_COMMITMENT = bytes(32)

# Fields of the clock in order: (name, bytes). All are durations in ms but the kind.
_CLOCK_FIELDS = (
    ("kind", 1),
    ("turn", 8),
    ("bank", 8),
    ("increment", 8),
    ("vacation", 8),
    ("opening", 4),
    ("lag_each", 4),
    ("lag_quota", 4),
)


class Clock:
    """The clock configuration; durations in ms.

    turn: for each turn; bank: reserve of a mayor for the whole match; increment: what a turn adds
    to the bank; vacation: what correspondence players may take off; opening: how long a mayor has
    to open the nonce; lag_each, lag_quota: most lag credit of one action and of one mayor.
    """

    def __init__(self) -> None:
        self.kind = UNTIMED
        self.turn = 0
        self.bank = 0
        self.increment = 0
        self.vacation = 0
        self.opening = 0
        self.lag_each = 0
        self.lag_quota = 0


class Genesis:
    """What a match is made of.

    match_id: 16 bytes; rules_version and rules_hash (32 bytes) name the rules; setup: the rules'
    canonical bytes; clock; time: ms UTC; pseudonyms: 16 bytes for each seat, made for this match
    alone; commitment: the end of the server's hash chain of `links` links, or NO_COMMITMENT and 0
    where chance is seeded; state_hash: of the state before the first entry; scheme, key: the
    server's public key that opens the match, empty if it signs nothing.
    """

    def __init__(self, match_id: bytes) -> None:
        self.match_id = match_id
        self.rules_version = 0
        self.rules_hash = bytes(32)
        self.setup = b""
        self.clock = Clock()
        self.time = 0
        self.pseudonyms: list[bytes] = []
        self.commitment = NO_COMMITMENT
        self.links = 0
        self.state_hash = bytes(32)
        self.scheme = UNSIGNED
        self.key = b""


def encode_genesis(genesis: Genesis) -> bytes:
    """The canonical bytes. Raises BrokenBytes for a genesis that must not be."""
    _check(genesis, 0)
    writer = Writer()
    writer.unsigned(FORMAT, 1)
    writer.raw(genesis.match_id, 16)
    writer.unsigned(genesis.rules_version, 2)
    writer.raw(genesis.rules_hash, 32)
    writer.sized(genesis.setup, MOST_SETUP)
    for name, width in _CLOCK_FIELDS:
        writer.unsigned(getattr(genesis.clock, name), width)
    writer.unsigned(genesis.time, 8)
    writer.count(len(genesis.pseudonyms), MOST_SEATS)
    for pseudonym in genesis.pseudonyms:
        writer.raw(pseudonym, 16)
    writer.raw(genesis.commitment, 32)
    writer.unsigned(genesis.links, 2)
    writer.raw(genesis.state_hash, 32)
    writer.unsigned(genesis.scheme, 1)
    writer.sized(genesis.key, MOST_KEY)
    return writer.done()


def decode_genesis(data: bytes) -> Genesis:
    """The genesis of these bytes. Raises BrokenBytes for anything but canonical bytes."""
    reader = Reader(data)
    if reader.unsigned(1) != FORMAT:
        raise BrokenBytes(BAD_VERSION, 0)
    genesis = Genesis(reader.raw(16))
    genesis.rules_version = reader.unsigned(2)
    genesis.rules_hash = reader.raw(32)
    genesis.setup = reader.sized(MOST_SETUP)
    for name, width in _CLOCK_FIELDS:
        setattr(genesis.clock, name, reader.unsigned(width))
    genesis.time = reader.unsigned(8)
    for _ in range(reader.count(MOST_SEATS, 16)):
        genesis.pseudonyms.append(reader.raw(16))
    genesis.commitment = reader.raw(32)
    genesis.links = reader.unsigned(2)
    genesis.state_hash = reader.raw(32)
    genesis.scheme = reader.unsigned(1)
    genesis.key = reader.sized(MOST_KEY)
    reader.end()
    _check(genesis, reader.offset)
    return genesis


def _check(genesis: Genesis, offset: int) -> None:
    if genesis.clock.kind > CORRESPONDENCE or genesis.links > MOST_LINKS:
        raise BrokenBytes(OUT_OF_RANGE, offset)
    if (genesis.links == 0) != (genesis.commitment == NO_COMMITMENT):
        raise BrokenBytes(BAD_VALUE, offset)
    if not known(genesis.scheme) or len(genesis.key) != key_bytes(genesis.scheme):
        raise BrokenBytes(BAD_VALUE, offset)
