"""Actions: short tuples of integers, (kind, parameters...), with one canonical encoding.

Encoding: the kind as one byte, then every parameter as unsigned LEB128 (DWARF 5, 7.6) in
its shortest form. Every action has a fixed number of parameters, each within fixed bounds; only
REVEAL goes on with the steps of a plan (`split_steps`).
"""

ROAD, AVENUE, BUILD, UPGRADE, DEMOLISH, RIGHT_OF_WAY = 1, 2, 3, 4, 5, 6
POLICY, OFFER, ACCEPT, DECLINE, WITHDRAW = 7, 8, 9, 10, 11
OVERTIME, FUND_DRIVE, UNDO, END_TURN, RESIGN, SEAL = 12, 13, 14, 15, 16, 17
DRAW, TIMEOUT, TAKEOVER, HAND_BACK, EXPEL, CLOSE, REVEAL = 32, 33, 34, 35, 36, 37, 38

SYSTEM = 255  # the seat of what only the platform does

EAST, SOUTH = 0, 1

# Shapes of a build: tiles as (x, y) from the named tile, which is the corner of the box.
SHAPES = (
    ((0, 0),),
    ((0, 0), (1, 0)),
    ((0, 0), (0, 1)),
    ((0, 0), (1, 0), (2, 0)),
    ((0, 0), (0, 1), (0, 2)),
    ((0, 0), (1, 0), (0, 1)),
    ((0, 0), (1, 0), (1, 1)),
    ((0, 0), (0, 1), (1, 1)),
    ((1, 0), (0, 1), (1, 1)),
)
LINES = 5  # shapes below this are lines; the rest are corners, for reserves only

GIVE_COINS, ASK_COINS = 0, 1
POWER_UNITS, GOODS_UNITS, TILE = 1, 2, 3
COIN_STEPS = (1, 2, 3, 5, 8, 12, 16, 20)
UNIT_STEPS = (1, 2, 3, 5, 7, 10)
MOST_ROUNDS = 4
OFFER_SLOTS, OFFERS_A_TURN, CONTRACTS_A_SELLER = 2, 4, 3

# What the steps of a plan may be, and which parameter of each is a tile (0: none).
PLANNED = (
    (ROAD, 1),
    (AVENUE, 1),
    (BUILD, 2),
    (UPGRADE, 1),
    (DEMOLISH, 1),
    (RIGHT_OF_WAY, 1),
    (POLICY, 0),
    (OVERTIME, 0),
    (FUND_DRIVE, 0),
)
# Six points, one kept, one of the cranes, one of overtime; a free road; policy and overtime.
MOST_STEPS = 12
MOST_BYTES = 128  # of an action: the longest is a REVEAL of 12 builds, 123 bytes

_TILE = 4095
_WORD = (1 << 256) - 1  # 256 bits
# (kind, highest value of every parameter)
_BOUNDS = (
    (ROAD, (_TILE, 1, 4)),  # first tile (west or north end), direction, length
    (AVENUE, (_TILE, 1, 4)),
    (BUILD, (29, _TILE, 8)),  # building, tile, shape
    (UPGRADE, (_TILE,)),
    (DEMOLISH, (_TILE,)),
    (RIGHT_OF_WAY, (_TILE,)),
    (POLICY, (2, 3, 6, 6)),  # tax, power price, ordinance, second ordinance
    (OFFER, (5, 1, 20, 3, _TILE, 4)),  # to, direction, coins, thing, units or tile, rounds
    (ACCEPT, (11,)),  # offer: 2 * its maker's seat + slot
    (DECLINE, (11,)),
    (WITHDRAW, (11,)),
    (OVERTIME, ()),
    (FUND_DRIVE, ()),
    (UNDO, ()),
    (END_TURN, ()),
    (RESIGN, ()),
    (SEAL, (_WORD,)),  # the digest of a plan
    (DRAW, (_WORD,)),  # the round's revealed link, hashed: a 256-bit number
    (TIMEOUT, (5,)),
    (TAKEOVER, (5,)),
    (HAND_BACK, (5,)),
    (EXPEL, (5,)),
    (CLOSE, (255,)),  # the platform's reason, not read by the rules
    (REVEAL, (5, _WORD)),  # seat, salt; then the steps of its plan
)


def _table() -> list[tuple[int, ...] | None]:
    table: list[tuple[int, ...] | None] = [None] * 64
    for kind, bounds in _BOUNDS:
        table[kind] = bounds
    return table


BOUNDS = _table()
_NAMES_TILE = dict(PLANNED)
PLAYER_KINDS = tuple([kind for kind, _ in _BOUNDS if kind < DRAW])
SYSTEM_KINDS = tuple([kind for kind, _ in _BOUNDS if kind >= DRAW])
ALL_KINDS = PLAYER_KINDS + SYSTEM_KINDS


class BrokenAction(Exception):
    """Bytes or a tuple that are no action. reason: a short code word for logs."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def well_formed(action: tuple[int, ...]) -> bool:
    """Whether the tuple is an action: known kind, right number of parameters, in bounds.

    A bool is no integer here: interpreters differ on whether it is one.
    """
    if not isinstance(action, tuple) or not action:
        return False
    kind = action[0]
    if type(kind) is not int or kind < 0 or kind >= len(BOUNDS):
        return False
    bounds = BOUNDS[kind]
    if bounds is None or len(bounds) > len(action) - 1:
        return False
    if len(bounds) < len(action) - 1 and kind != REVEAL:
        return False
    for i in range(len(bounds)):
        value = action[i + 1]
        if type(value) is not int or value < 0 or value > bounds[i]:
            return False
    if kind == REVEAL:
        try:
            split_steps(action[3:])
        except BrokenAction:
            return False
    return True


def split_steps(steps: tuple[int, ...]) -> list[tuple[int, tuple[int, ...]]]:
    """(fallback, action) of every step of a plan; fallback: 0, or the other tile + 1.

    steps: for each step its fallback, its kind and the parameters of that kind, one after the
    other. Raises BrokenAction for anything else, and for more than MOST_STEPS.
    """
    found: list[tuple[int, tuple[int, ...]]] = []
    at = 0
    while at < len(steps):
        if len(found) == MOST_STEPS:
            raise BrokenAction("too many steps")
        kind = steps[at + 1] if at + 1 < len(steps) else 0
        # A bool would find its kind in the table, too.
        names = _NAMES_TILE.get(kind, -1) if type(kind) is int else -1
        bounds = BOUNDS[kind] if names >= 0 else None
        if bounds is None:
            raise BrokenAction("no step")
        action = steps[at + 1 : at + 2 + len(bounds)]
        fallback = steps[at]
        if type(fallback) is not int or fallback < 0 or fallback > (_TILE + 1 if names else 0):
            raise BrokenAction("no step")
        if not well_formed(action):
            raise BrokenAction("no step")
        found.append((fallback, action))
        at += 1 + len(action)
    return found


def at_fallback(action: tuple[int, ...], fallback: int) -> tuple[int, ...]:
    """The action of a step at its other tile; `fallback` as in `split_steps`, not 0."""
    place = _NAMES_TILE[action[0]]
    return action[:place] + (fallback - 1,) + action[place + 1 :]


def encode_numbers(values: tuple[int, ...]) -> bytes:
    """Each as unsigned LEB128 in its shortest form."""
    out = bytearray()
    for value in values:
        while value > 127:
            out.append(128 | (value & 127))
            value >>= 7
        out.append(value)
    return bytes(out)


def encode_action(action: tuple[int, ...]) -> bytes:
    """The canonical bytes of an action (1 to 123). Raises BrokenAction if it is none."""
    if not well_formed(action):
        raise BrokenAction("not an action")
    return encode_numbers(action)


def decode_action(data: bytes) -> tuple[int, ...]:
    """The action of these bytes. Raises BrokenAction for anything but canonical bytes."""
    if not data:
        raise BrokenAction("empty")
    if len(data) > MOST_BYTES:
        raise BrokenAction("too long")
    kind = data[0]
    bounds = BOUNDS[kind] if kind < len(BOUNDS) else None
    if bounds is None:
        raise BrokenAction("unknown kind")
    values = [kind]
    at = 1
    for most in bounds:
        value, at = _number(data, at)
        if value > most:
            raise BrokenAction("out of bounds")
        values.append(value)
    if kind == REVEAL:
        steps = decode_numbers(data[at:])
        split_steps(steps)
        return tuple(values) + steps
    if at != len(data):
        raise BrokenAction("trailing bytes")
    return tuple(values)


def decode_numbers(data: bytes) -> tuple[int, ...]:
    """The numbers of these bytes; the reverse of `encode_numbers`. Raises BrokenAction."""
    values = []
    at = 0
    while at < len(data):
        value, at = _number(data, at)
        values.append(value)
    return tuple(values)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at this place, and the place after it."""
    value = 0
    shift = 0
    while True:
        if at >= len(data):
            raise BrokenAction("truncated")
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            if byte == 0 and shift > 7:
                raise BrokenAction("not canonical")
            return value, at
