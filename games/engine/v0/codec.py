"""Canonical bytes of a state.

"CBS" and a format byte, the setup (setups.py), the planes, the corners of the buildings in order
of age, the figures (figures.py), the undo journal (journal.py), and where all plan at once the
sealed and opened plans (seals.py). docs/rules.md has the table. One state has one encoding;
`decode` refuses anything else.
"""

import struct
from hashlib import sha256

from .bags import ALL_GOALS
from .catalogue import CAPACITY, FIRST_LANDMARK, HALL, IS_LANDMARK, JOBS, KINDS, SIZE
from .figures import BrokenState, Reader, decode_figures, encode_figures
from .journal import MOST_STEPS, restore
from .seals import decode_seals, encode_seals
from .setups import SETUP_BYTES, SetupError, decode_setup, encode_setup
from .state import (
    ABSENT,
    AWAIT_DRAW,
    MAYOR,
    NOBODY,
    OVER,
    PLANES,
    PLANNING,
    PLAY,
    REVEALING,
    WATER,
    State,
    number,
)

MAGIC = b"CBS\x00"


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
    if state.together():
        parts.append(encode_seals(state))
    return b"".join(parts)


def state_hash(state: State) -> bytes:
    """SHA-256 of the canonical bytes: 32 bytes that stand for the whole state."""
    return bytes(sha256(encode(state)).digest())


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
    if state.together():
        decode_seals(state, reader)
    if reader.at != len(data):
        raise BrokenState("trailing bytes")
    if steps:
        if state.phase != PLAY:
            raise BrokenState("journal")
        _check_journal(state)
    return state


def _check_course(state: State) -> None:
    """Refuse what no match comes to and the round's end or the draw could not go on from."""
    together = state.together()
    if state.phase in ((PLAY,) if together else (PLANNING, REVEALING)):
        raise BrokenState("phase")
    if together and state.turn:
        raise BrokenState("turn")
    due = state.round
    if state.round == 1 and not state.draws and state.phase in (AWAIT_DRAW, OVER):
        due = 0  # the opening draw was not taken
    elif together and state.phase == OVER and state.draws > state.rounds:
        due = state.rounds + 1  # the last one resolved the last round
    if state.round > state.rounds or state.draws != due:
        raise BrokenState("round")
    if state.phase == AWAIT_DRAW and state.draws == state.rounds and not together:
        raise BrokenState("round")
    if not state.draws and state.goal_bag != ALL_GOALS:
        raise BrokenState("goal bag")
    if state.phase == OVER:
        return
    if len([status for status in state.status if status in (MAYOR, ABSENT)]) < 2:
        raise BrokenState("status")
    if state.phase == PLAY and not state.active(state.turn_seat()):
        raise BrokenState("turn")


def _check_journal(state: State) -> None:
    """Take every step back on a copy: what undo would give must be a state as well."""
    scratch = copy(state)
    for i in range(len(state.journal) - 1, -1, -1):
        reader = Reader(state.journal[i])
        restore(scratch, reader)
        if reader.at != len(reader.data):
            raise BrokenState("journal")
        if (scratch.phase, scratch.round) != (PLAY, state.round):
            raise BrokenState("journal")
        if scratch.turn_seat() != state.turn_seat():
            raise BrokenState("journal")
        _check_course(scratch)
        _check_buildings(scratch)


def copy(state: State) -> State:
    """An independent state, the same in everything but the journal, which is empty."""
    other = State(state.setup)
    for name, _ in PLANES:
        setattr(other, name, bytearray(getattr(state, name)))
    other.anchors = list(state.anchors)
    other.sealing = list(state.sealing)
    other.digests = list(state.digests)
    other.plans = list(state.plans)
    decode_figures(other, Reader(encode_figures(state)))
    return other


def _check_buildings(state: State) -> None:
    tiles = state.size * state.size
    seen = bytearray(tiles)
    halls = [0] * state.seats
    landmarks = [NOBODY] * len(state.landmark_owner)
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
        if IS_LANDMARK[kind]:
            if landmarks[kind - FIRST_LANDMARK] != NOBODY:
                raise BrokenState("landmark")
            landmarks[kind - FIRST_LANDMARK] = owner
        if state.residents[anchor] > CAPACITY[kind] or state.workers[anchor] > JOBS[kind]:
            raise BrokenState("people")
    if landmarks != state.landmark_owner:
        raise BrokenState("landmark")
    for tile in range(tiles):
        built = seen[tile]
        if not built and (state.kind[tile] or state.owner[tile] != NOBODY or state.part[tile]):
            raise BrokenState("tile")
        # A building's values stand at its corner.
        if (not built or state.part[tile]) and (
            state.residents[tile]
            or state.happiness[tile]
            or state.workers[tile]
            or state.served[tile]
            or state.flags[tile]
        ):
            raise BrokenState("tile")
    if halls != [1] * state.seats:
        raise BrokenState("hall")
