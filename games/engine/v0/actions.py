"""Actions: short tuples of integers, (kind, parameters...), with one canonical encoding.

Encoding: the kind as one byte, then every parameter as unsigned LEB128 (DWARF 5, 7.6) in
its shortest form. Every action has a fixed number of parameters, each within fixed bounds.
"""

ROAD, AVENUE, BUILD, UPGRADE, DEMOLISH, RIGHT_OF_WAY = 1, 2, 3, 4, 5, 6
POLICY, OFFER, ACCEPT, DECLINE, WITHDRAW = 7, 8, 9, 10, 11
OVERTIME, FUND_DRIVE, UNDO, END_TURN, RESIGN = 12, 13, 14, 15, 16
DRAW, TIMEOUT, TAKEOVER, HAND_BACK, EXPEL, CLOSE = 32, 33, 34, 35, 36, 37

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

_TILE = 4095
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
    (DRAW, ((1 << 256) - 1,)),  # the round's revealed link, hashed: a 256-bit number
    (TIMEOUT, (5,)),
    (TAKEOVER, (5,)),
    (HAND_BACK, (5,)),
    (EXPEL, (5,)),
    (CLOSE, (255,)),  # the platform's reason, not read by the rules
)


def _table() -> list[tuple[int, ...] | None]:
    table: list[tuple[int, ...] | None] = [None] * 64
    for kind, bounds in _BOUNDS:
        table[kind] = bounds
    return table


BOUNDS = _table()
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
    if bounds is None or len(bounds) != len(action) - 1:
        return False
    for i in range(len(bounds)):
        value = action[i + 1]
        if type(value) is not int or value < 0 or value > bounds[i]:
            return False
    return True


def encode_action(action: tuple[int, ...]) -> bytes:
    """The canonical bytes of an action (1 to 38). Raises BrokenAction if it is none."""
    if not well_formed(action):
        raise BrokenAction("not an action")
    out = bytearray((action[0],))
    for i in range(1, len(action)):
        value = action[i]
        while value > 127:
            out.append(128 | (value & 127))
            value >>= 7
        out.append(value)
    return bytes(out)


def decode_action(data: bytes) -> tuple[int, ...]:
    """The action of these bytes. Raises BrokenAction for anything but canonical bytes."""
    if not data:
        raise BrokenAction("empty")
    if len(data) > 40:
        raise BrokenAction("too long")
    kind = data[0]
    bounds = BOUNDS[kind] if kind < len(BOUNDS) else None
    if bounds is None:
        raise BrokenAction("unknown kind")
    values = [kind]
    at = 1
    for most in bounds:
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
                break
        if value > most:
            raise BrokenAction("out of bounds")
        values.append(value)
    if at != len(data):
        raise BrokenAction("trailing bytes")
    return tuple(values)
