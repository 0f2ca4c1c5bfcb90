"""Canonical bytes of a setup and of a state.

State: "CBS" and a format byte, the setup (encode_setup), scalars and goals as 32-bit
big-endian words, the planes, seat lists as 32-bit words (two's complement), then lists
with their counts: landmark holders, buildings' corners, offers, contracts, undo journal.
docs/rules.md has the table. One state has one encoding; `decode` refuses anything else.
"""

import struct
from hashlib import sha256

from .catalogue import HALL, IS_LANDMARK, KINDS, SIZE
from .state import (
    ABSENT,
    MAYOR,
    NOBODY,
    OVER,
    PLANES,
    PLAY,
    SCALARS,
    SEAT_LISTS,
    WATER,
    State,
    number,
)

MAGIC = b"CBS\x00"
_SETUP_FIELDS = (
    ("version", 0, 0),
    ("kind", 0, 3),
    ("size", 12, 64),
    ("seats", 2, 6),
    ("rounds", 4, 24),
    ("chance", 0, 1),
    ("resigned", 0, 1),
    ("coins", 0, 250),
    ("points", 1, 6),
)
SETUP_BYTES = len(_SETUP_FIELDS) + 32
MOST_STEPS = 64  # undo steps a turn; actions beyond it cannot be taken back
# Seat lists whose words may be negative.
_SIGNED = ("coins", "spare", "quarter_points", "income", "score")
_MOST = {
    "points": 16,
    "kept": 1,
    "tax": 2,
    "ordinance": 6,
    "ordinance2": 6,
    "status": 3,
    "done": 7,
    "goal_mask": 7,
}


class SetupError(Exception):
    """A setup the rules cannot play. field: the key that is wrong."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class BrokenState(Exception):
    """Bytes that are no state. reason: a short code word for logs."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def check_setup(setup: dict[str, object]) -> None:
    """Raise SetupError unless every field is there, of its type and within bounds."""
    for name, least, most in _SETUP_FIELDS:
        value = setup.get(name)
        if type(value) is not int or value < least or value > most:  # no bool either
            raise SetupError(name)
    seed = setup.get("seed")
    if not isinstance(seed, bytes) or len(seed) != 32:
        raise SetupError("seed")
    if len(setup) != len(_SETUP_FIELDS) + 1:
        raise SetupError("unknown field")


def encode_setup(setup: dict[str, object]) -> bytes:
    """Canonical bytes of a setup: one byte a field, then the seed (41 bytes)."""
    check_setup(setup)
    out = bytearray()
    for name, _, _ in _SETUP_FIELDS:
        out.append(number(setup, name))
    seed = setup["seed"]
    assert isinstance(seed, bytes)
    return bytes(out) + seed


def decode_setup(data: bytes) -> dict[str, object]:
    """The setup of these bytes. Raises SetupError."""
    if len(data) != SETUP_BYTES:
        raise SetupError("length")
    setup: dict[str, object] = {}
    for i in range(len(_SETUP_FIELDS)):
        setup[_SETUP_FIELDS[i][0]] = data[i]
    setup["seed"] = bytes(data[len(_SETUP_FIELDS) :])
    check_setup(setup)
    return setup


def _rows(rows: list[tuple[int, ...]]) -> bytes:
    out = [struct.pack(">H", len(rows))]
    for row in rows:
        for value in row:
            out.append(struct.pack(">H", value))
    return b"".join(out)


def encode_figures(state: State) -> bytes:
    """Everything that is neither a plane nor a list of corners nor the journal."""
    words = []
    for name, _ in SCALARS:
        words.append(getattr(state, name))
    words += state.goals
    words += state.goal_stage
    words += state.landmark_owner
    for name in SEAT_LISTS:
        words += getattr(state, name)
    figures = struct.pack(">" + str(len(words)) + "i", *words)
    if state.offers or state.contracts:
        return figures + _rows(state.offers) + _rows(state.contracts)
    return figures + b"\x00\x00\x00\x00"


def encode(state: State) -> bytes:
    """The canonical bytes of the whole state."""
    anchors = state.anchors
    parts: list[bytes | bytearray] = [
        MAGIC,
        encode_setup(state.setup),
        state.terrain,
        state.road,
        state.kind,
        state.owner,
        state.part,
        state.residents,
        state.happiness,
        state.workers,
        state.served,
        state.smog,
        state.flags,
        struct.pack(">H" + str(len(anchors)) + "H", len(anchors), *anchors),
        encode_figures(state),
        bytes((len(state.journal),)),
    ]
    for step in state.journal:
        parts.append(struct.pack(">H", len(step)))
        parts.append(step)
    return b"".join(parts)


def state_hash(state: State) -> bytes:
    """SHA-256 of the canonical bytes: 32 bytes that stand for the whole state."""
    return bytes(sha256(encode(state)).digest())


class Reader:
    """Takes fields off bytes; raises BrokenState past their end."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count > len(self.data) - self.at:
            raise BrokenState("truncated")
        self.at += count
        return self.data[self.at - count : self.at]

    def short(self) -> int:
        """The next 16-bit word."""
        return int(struct.unpack(">H", self.take(2))[0])

    def rows(self, width: int, most: int) -> list[tuple[int, ...]]:
        """A counted list of rows of 16-bit words."""
        count = self.short()
        if count > most:
            raise BrokenState("too many rows")
        return [tuple([self.short() for _ in range(width)]) for _ in range(count)]


def decode_figures(state: State, reader: Reader) -> None:
    """Fill scalars, seat lists, offers and contracts in; every value is checked."""
    seats = state.seats
    count = len(SCALARS) + 12 + len(SEAT_LISTS) * seats
    words = struct.unpack(">" + str(count) + "i", reader.take(4 * count))
    at = 0
    for name, most in SCALARS:
        if words[at] < 0 or words[at] > most:
            raise BrokenState(name)
        setattr(state, name, words[at])
        at += 1
    state.goals = list(words[at : at + 3])
    state.goal_stage = list(words[at + 3 : at + 6])
    state.landmark_owner = list(words[at + 6 : at + 12])
    at += 12
    for name in SEAT_LISTS:
        values = list(words[at : at + seats])
        most = _MOST.get(name, 30000)
        for value in values:
            if value > most or value < (-30000 if name in _SIGNED else 0):
                raise BrokenState(name)
        setattr(state, name, values)
        at += seats
    state.offers = reader.rows(8, 12)
    state.contracts = reader.rows(7, 4 * seats)
    _check_figures(state)


def _check_figures(state: State) -> None:
    tiles = state.size * state.size
    if state.turn >= state.seats or state.starter >= state.seats or state.round < 1:
        raise BrokenState("turn")
    for goal in state.goals:
        if goal < 0 or goal > 17:
            raise BrokenState("goals")
    for stage in state.goal_stage:
        if stage < 0 or stage > 2:
            raise BrokenState("goal stage")
    for holder in state.landmark_owner:
        if holder != NOBODY and (holder < 0 or holder >= state.seats):
            raise BrokenState("landmark")
    for seat in range(state.seats):
        if state.hall[seat] >= tiles or not 1 <= state.price[seat] <= 3:
            raise BrokenState("seat")
    for maker, slot, to, direction, coins, thing, what, rounds in state.offers:
        if maker >= state.seats or to >= state.seats or slot > 1 or direction > 1:
            raise BrokenState("offer")
        if coins > 20 or not 1 <= thing <= 3 or what >= 4096 or rounds > 4:
            raise BrokenState("offer")
        if thing == 3 and what >= tiles:
            raise BrokenState("offer")
    for seller, buyer, thing, units, left, coins, total in state.contracts:
        if seller >= state.seats or buyer >= state.seats or not 1 <= thing <= 2:
            raise BrokenState("contract")
        if units > 10 or not 1 <= left <= 4 or coins > 20 or not 1 <= total <= 40:
            raise BrokenState("contract")


def _check_course(state: State) -> None:
    """Refuse what no match comes to and the round's end or the draw could not go on from."""
    if state.round > state.rounds or state.draws > state.rounds:
        raise BrokenState("round")
    if not state.draws and state.goal_bag != (1 << 17) - 1:
        raise BrokenState("goal bag")
    if state.phase == OVER:
        return
    if len([status for status in state.status if status in (MAYOR, ABSENT)]) < 2:
        raise BrokenState("status")
    if state.phase == PLAY and not state.active(state.turn_seat()):
        raise BrokenState("turn")


def decode(data: bytes) -> State:
    """The state of these bytes. Raises BrokenState for anything but canonical bytes."""
    reader = Reader(data)
    if reader.take(4) != MAGIC:
        raise BrokenState("magic")
    try:
        setup = decode_setup(reader.take(SETUP_BYTES))
    except SetupError as error:
        raise BrokenState("setup " + error.field)
    tiles = number(setup, "size") * number(setup, "size")
    if len(data) < tiles * len(PLANES):
        raise BrokenState("truncated")
    state = State(setup)
    for name, most in PLANES:
        plane = bytearray(reader.take(tiles))
        if max(plane) > most:
            raise BrokenState(name)
        setattr(state, name, plane)
    count = reader.short()
    if count > tiles:
        raise BrokenState("buildings")
    state.anchors = list(struct.unpack(">" + str(count) + "H", reader.take(2 * count)))
    decode_figures(state, reader)
    _check_course(state)
    _check_buildings(state)
    steps = reader.take(1)[0]
    if steps > MOST_STEPS:
        raise BrokenState("journal")
    for _ in range(steps):
        state.journal.append(reader.take(reader.short()))
    if reader.at != len(data):
        raise BrokenState("trailing bytes")
    if steps:
        _check_journal(state)
    return state


def _check_journal(state: State) -> None:
    """Take every step back on a copy: what undo would give must be a state as well."""
    from .journal import restore

    scratch = copy(state)
    for i in range(len(state.journal) - 1, -1, -1):
        reader = Reader(state.journal[i])
        restore(scratch, reader)
        if reader.at != len(reader.data):
            raise BrokenState("journal")
        _check_buildings(scratch)


def copy(state: State) -> State:
    """An independent state with the same bytes and an empty journal."""
    other = State(state.setup)
    for name, _ in PLANES:
        setattr(other, name, bytearray(getattr(state, name)))
    other.anchors = list(state.anchors)
    decode_figures(other, Reader(encode_figures(state)))
    return other


def _check_buildings(state: State) -> None:
    tiles = state.size * state.size
    seen = bytearray(tiles)
    halls = [0] * state.seats
    for anchor in state.anchors:
        if anchor >= tiles or seen[anchor]:
            raise BrokenState("corner")
        kind = state.kind[anchor]
        owner = state.owner[anchor]
        if not 0 < kind < KINDS or owner >= state.seats or state.part[anchor]:
            raise BrokenState("corner")
        if SIZE[kind] == 2 and (
            anchor % state.size == state.size - 1 or anchor + state.size >= tiles
        ):
            raise BrokenState("footprint")
        part = 0
        for tile in state.footprint(anchor):
            if seen[tile] or state.kind[tile] != kind or state.owner[tile] != owner:
                raise BrokenState("footprint")
            if state.part[tile] != part or state.road[tile] or state.terrain[tile] == WATER:
                raise BrokenState("footprint")
            seen[tile] = 1
            part += 1
        if kind == HALL:
            if state.hall[owner] != anchor:
                raise BrokenState("hall")
            halls[owner] += 1
        if IS_LANDMARK[kind] and state.landmark_owner[kind - 23] != owner:
            raise BrokenState("landmark")
    for tile in range(tiles):
        if not seen[tile] and (
            state.kind[tile]
            or state.owner[tile] != NOBODY
            or state.part[tile]
            or state.residents[tile]
            or state.workers[tile]
            or state.flags[tile]
        ):
            raise BrokenState("tile")
    if halls != [1] * state.seats:
        raise BrokenState("hall")
