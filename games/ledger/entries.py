"""An entry of a match's log and its one encoding. docs/ledger.md has the table of the bytes."""

from .canonical import (
    BAD_VALUE,
    BAD_VERSION,
    NOT_CANONICAL,
    OUT_OF_RANGE,
    BrokenBytes,
    Reader,
    Writer,
)
from .kinds import (
    ACTION,
    ASK,
    BOT,
    BYTES,
    DONE,
    EXPEL,
    JOIN,
    KEY,
    KINDS,
    LEAVE,
    LINK_BYTES,
    MAY,
    MOST_ACTION,
    NOTE,
    PLAYER,
    REFUSE,
    SOME,
    STAFF,
    SYSTEM,
    TAKE_BACK,
    TAKEOVER,
    Kind,
)
from .signing import MOST_KEY, MOST_SIGNATURE, UNSIGNED, key_bytes, known, signature_bytes

FORMAT = 1
HEAD_BYTES = 104
SMALLEST = HEAD_BYTES + 3  # no preimage, no action, no details, unsigned
MOST_ENTRY = HEAD_BYTES + 2048
MOST_SEATS = 6
_SAME, _ABSENT, _OTHER = 0, 1, 2  # how the prediction of a claim is written


class Details:
    """The fields that only some kinds have; `KINDS` says which. Others stay 0 or empty.

    bot: strength of the program on a seat, 0 for a person. scheme, key: the seat's public key.
    commitment: hash of the opening that READY will show. step, of, target: of a take-back, the
    mayor who asked and the sequence to go back to. code, value, reason: of staff and of endings.
    """

    def __init__(self) -> None:
        self.bot = 0
        self.scheme = UNSIGNED
        self.key = b""
        self.commitment = b""
        self.step = 0
        self.of = 0
        self.target = 0
        self.reason = 0
        self.code = 0
        self.value = 0


class Claim:
    """What a mayor signed beside the entry's own fields; see `signing.signed_bytes`."""

    def __init__(self, confirmed: int, after: bytes, predicted: bytes, client_time: int) -> None:
        self.confirmed = confirmed
        self.after = after
        self.predicted = predicted
        self.client_time = client_time


class Entry:
    """One transaction of a match.

    sequence counts from 1 (genesis is 0) and never rewinds; epoch is the one after the entry;
    time is the server's, ms UTC; lag is the credit in ms for a slow line; command_id has 16 bytes;
    previous is the chain hash before, state_hash the whole state's after the entry; preimage is
    what is revealed (an opening, a link) or empty; action is the rules' encoding or empty.
    claim is there exactly when scheme is not UNSIGNED.
    """

    def __init__(self, kind: int, authority: int, seat: int) -> None:
        self.kind = kind
        self.authority = authority
        self.seat = seat
        self.sequence = 0
        self.epoch = 0
        self.time = 0
        self.lag = 0
        self.command_id = bytes(16)
        self.previous = bytes(32)
        self.state_hash = bytes(32)
        self.preimage = b""
        self.action = b""
        self.details = Details()
        self.scheme = UNSIGNED
        self.claim: Claim | None = None
        self.signature = b""


def encode_details(entry: Entry) -> bytes:
    """The details alone, as they stand in the entry and under the signature."""
    writer = Writer()
    for name, width in _kind(entry, 0).fields:
        value = getattr(entry.details, name)
        if width == BYTES:
            writer.sized(value, MOST_KEY)
        else:
            writer.unsigned(value, width)
    return writer.done()


def encode_entry(entry: Entry) -> bytes:
    """The canonical bytes of an entry. Raises BrokenBytes for one that must not be."""
    _check(entry, 0)
    writer = Writer()
    for byte in (FORMAT, entry.kind, entry.authority, entry.seat):
        writer.unsigned(byte, 1)
    writer.unsigned(entry.sequence, 4)
    writer.unsigned(entry.epoch, 4)
    writer.unsigned(entry.time, 8)
    writer.unsigned(entry.lag, 4)
    writer.raw(entry.command_id, 16)
    writer.raw(entry.previous, 32)
    writer.raw(entry.state_hash, 32)
    writer.sized(entry.preimage, LINK_BYTES * 2)
    writer.sized(entry.action, MOST_ACTION)
    details = encode_details(entry)
    writer.raw(details, len(details))
    writer.unsigned(entry.scheme, 1)
    if entry.claim is not None:
        _write_claim(writer, entry.claim, entry.state_hash)
        writer.sized(entry.signature, MOST_SIGNATURE)
    return writer.done()


def decode_entry(data: bytes) -> Entry:
    """The entry of these bytes. Raises BrokenBytes for anything but canonical bytes."""
    reader = Reader(data)
    if reader.unsigned(1) != FORMAT:
        raise BrokenBytes(BAD_VERSION, 0)
    entry = Entry(reader.unsigned(1), reader.unsigned(1), reader.unsigned(1))
    entry.sequence = reader.unsigned(4)
    entry.epoch = reader.unsigned(4)
    entry.time = reader.unsigned(8)
    entry.lag = reader.unsigned(4)
    entry.command_id = reader.raw(16)
    entry.previous = reader.raw(32)
    entry.state_hash = reader.raw(32)
    entry.preimage = reader.sized(LINK_BYTES * 2)
    entry.action = reader.sized(MOST_ACTION)
    for name, width in _kind(entry, 1).fields:
        value = reader.sized(MOST_KEY) if width == BYTES else reader.unsigned(width)
        setattr(entry.details, name, value)
    entry.scheme = reader.unsigned(1)
    if entry.scheme != UNSIGNED:
        entry.claim = _read_claim(reader, entry.state_hash)
        entry.signature = reader.sized(MOST_SIGNATURE)
    reader.end()
    _check(entry, reader.offset)
    return entry


def _write_claim(writer: Writer, claim: Claim, state_hash: bytes) -> None:
    writer.unsigned(claim.confirmed, 4)
    writer.raw(claim.after, 16)
    if claim.predicted == state_hash:
        writer.unsigned(_SAME, 1)
    elif claim.predicted == bytes(32):
        writer.unsigned(_ABSENT, 1)
    else:
        writer.unsigned(_OTHER, 1)
        writer.raw(claim.predicted, 32)
    writer.unsigned(claim.client_time, 8)


def _read_claim(reader: Reader, state_hash: bytes) -> Claim:
    confirmed = reader.unsigned(4)
    after = reader.raw(16)
    start = reader.offset
    form = reader.unsigned(1)
    predicted = state_hash
    if form == _ABSENT:
        predicted = bytes(32)
    elif form == _OTHER:
        predicted = reader.raw(32)
        if predicted == bytes(32):
            raise BrokenBytes(NOT_CANONICAL, start)
    elif form != _SAME:
        raise BrokenBytes(BAD_VALUE, start)
    if form != _SAME and predicted == state_hash:
        raise BrokenBytes(NOT_CANONICAL, start)
    return Claim(confirmed, after, predicted, reader.unsigned(8))


def _kind(entry: Entry, offset: int) -> Kind:
    kind = KINDS.get(entry.kind)
    if kind is None:
        raise BrokenBytes(BAD_VALUE, offset)
    return kind


def _check(entry: Entry, offset: int) -> None:
    """Refuse what no entry of this kind may carry, whatever stands before it in the log."""
    kind = _kind(entry, offset)
    allowed = kind.system if entry.seat == SYSTEM else kind.own
    if entry.seat != SYSTEM and entry.seat >= MOST_SEATS:
        raise BrokenBytes(OUT_OF_RANGE, offset)
    if entry.authority not in allowed or len(entry.preimage) not in kind.preimages:
        raise BrokenBytes(BAD_VALUE, offset)
    if kind.action != MAY and (kind.action == SOME) != (len(entry.action) > 0):
        raise BrokenBytes(BAD_VALUE, offset)
    if entry.sequence == 0 or (entry.lag and not _may_lag(entry)):
        raise BrokenBytes(OUT_OF_RANGE, offset)
    _check_signature(entry, offset)
    _check_details(entry, offset)


def _may_lag(entry: Entry) -> bool:
    return entry.kind == ACTION and entry.authority == PLAYER


def _check_signature(entry: Entry, offset: int) -> None:
    if not known(entry.scheme) or (entry.claim is None) != (entry.scheme == UNSIGNED):
        raise BrokenBytes(BAD_VALUE, offset)
    if len(entry.signature) != signature_bytes(entry.scheme):
        raise BrokenBytes(BAD_VALUE, offset)
    if entry.scheme != UNSIGNED and (entry.seat == SYSTEM or entry.authority == BOT):
        raise BrokenBytes(BAD_VALUE, offset)
    if entry.claim is not None and entry.claim.confirmed >= entry.sequence:
        raise BrokenBytes(OUT_OF_RANGE, offset)


def _check_details(entry: Entry, offset: int) -> None:
    details = entry.details
    if not known(details.scheme) or len(details.key) != key_bytes(details.scheme):
        raise BrokenBytes(BAD_VALUE, offset)
    good = True
    if entry.kind == JOIN:
        good = len(details.commitment) in (0, 32)
        if entry.authority == BOT:
            good = details.bot > 0 and not details.key and not details.commitment
        elif details.bot:
            good = False
    elif entry.kind == TAKE_BACK:
        good = details.step == DONE if entry.seat == SYSTEM else ASK <= details.step <= REFUSE
        # Who asks names himself; who answers names another.
        if entry.seat != SYSTEM and (details.step == ASK) != (details.of == entry.seat):
            good = False
    elif entry.kind == TAKEOVER:
        good = details.bot > 0
    elif entry.kind == STAFF:
        good = EXPEL <= details.code <= NOTE and (details.code == EXPEL) == bool(entry.action)
    elif entry.kind == LEAVE:
        good = entry.seat in (SYSTEM, details.of)
    elif entry.kind == KEY:
        good = entry.seat in (SYSTEM, details.of) and details.scheme != UNSIGNED
    if not good:
        raise BrokenBytes(BAD_VALUE, offset)
